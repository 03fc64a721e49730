import type { Findings } from '@/lib/core/findings/findings';
import { plain } from '@/lib/core/words/phrase';
import { tellVerdict } from '@/lib/core/words/verdict';
import { FactList } from '../verdict/FactList';
import { Figures } from '../verdict/Figures';
import { StateBadge } from '../verdict/StateBadge';

/** The verdict for a picture: the cause, the proof, who is right, the figures, and what was ruled out. */
export function VerdictCard({ findings }: { readonly findings: Findings }) {
  const verdict = tellVerdict(findings);
  return (
    <>
      <StateBadge label={verdict.stateLabel} state={verdict.state} />
      <p className="num mt-2 text-[15px] leading-[1.6]">
        {[...(verdict.firstSay ? [verdict.firstSay] : []), ...verdict.proof.map(plain), verdict.rightness].join(' ')}
      </p>
      <Figures figures={verdict.figures} />
      {verdict.ruledOut.length === 0 ? null : (
        <div className="mt-6">
          <FactList facts={verdict.ruledOut.map(({ text, detail }) => ({ text, detail }))} title="Ruled out" />
        </div>
      )}
    </>
  );
}
