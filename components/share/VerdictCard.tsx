import type { Findings } from '@/lib/core/findings/findings';
import { plural } from '@/lib/core/phrases/phrases';
import { plain } from '@/lib/core/words/phrase';
import { tellVerdict } from '@/lib/core/words/verdict';
import { Figures } from '../verdict/Figures';
import { StateBadge } from '../verdict/StateBadge';

/** What was ruled out, as far as a picture shows it. */
const SHOWN = 6;

/** The verdict for a picture: the proof, who is right, the figures, and what was ruled out. */
export function VerdictCard({ findings }: { readonly findings: Findings }) {
  const verdict = tellVerdict(findings);
  const more = verdict.ruledOut.length - SHOWN;
  return (
    <>
      <StateBadge label={verdict.stateLabel} state={verdict.state} />
      {verdict.firstSay === null ? null : <p className="mt-2 text-lg font-semibold">{verdict.firstSay}</p>}
      <p className="num mt-2 text-[15px] leading-[1.6]">
        {verdict.proof.map((sentence) => (
          <span key={plain(sentence)}>
            {sentence.map((segment) =>
              segment.strong ? <strong key={segment.text}>{segment.text}</strong> : segment.text,
            )}{' '}
          </span>
        ))}
        {verdict.rightness}
      </p>
      <Figures figures={verdict.figures} />
      {verdict.ruledOut.length === 0 ? null : (
        <div className="mt-6">
          <p className="mb-2 font-semibold">Ruled out</p>
          <ul className="text-sm">
            {verdict.ruledOut.slice(0, SHOWN).map(({ side, text, detail }) => (
              <li
                className="grid grid-cols-[minmax(0,1fr)_fit-content(56%)] gap-4 border-t border-line py-1.5"
                key={`${side} ${text} ${detail}`}
              >
                <span className="min-w-0">{text}</span>
                <span className="num text-right text-mut">{detail}</span>
              </li>
            ))}
          </ul>
          {more > 0 ? (
            <p className="border-t border-line pt-1.5 text-xs text-mut">and {plural(more, 'other', 'others')}</p>
          ) : null}
        </div>
      )}
    </>
  );
}
