import type { ReactNode } from 'react';
import type { RowFilter } from '@/lib/core/compare/rows/row-query';
import type { Findings, Side } from '@/lib/core/findings/findings';
import { plain } from '@/lib/core/words/phrase';
import { tellVerdict } from '@/lib/core/words/verdict';
import { FactList } from './FactList';
import { Figures } from './Figures';
import { StateBadge } from './StateBadge';
import { TextList } from './TextList';

interface VerdictProps {
  readonly findings: Findings;
  /** Shows the rows that meet a condition; null where no rows are at hand. */
  readonly onFilter: ((filter: RowFilter) => void) | null;
  /** Chooses what amounts are in; left out where nothing can be chosen. */
  readonly unit?: ReactNode;
  /** What the files were taken to mean. */
  readonly premises?: ReactNode;
}

/** The cause in a sentence, the proof in one, who is right in one; then what was ruled out and what stays open. */
export function Verdict({ findings, onFilter, unit, premises }: VerdictProps) {
  const verdict = tellVerdict(findings);
  const bySide = sideLabels(findings, [...verdict.mechanisms, ...verdict.ruledOut]);
  const mechanisms = verdict.mechanisms.map(({ side, text, lookAt }) => ({
    text: bySide(side, text),
    detail: lookAt,
  }));
  const ruledOut = verdict.ruledOut.map(({ side, text, detail }) => ({ text: bySide(side, text), detail }));
  const patterns = verdict.patterns.map(({ side, text, detail, filter }) => ({
    text: bySide(side, text),
    detail,
    onShow: onFilter
      ? () => {
          onFilter(filter);
        }
      : undefined,
  }));
  const blindSpots = verdict.blindSpots === null ? [] : [verdict.blindSpots];

  return (
    <article aria-label="Verdict">
      <StateBadge label={verdict.stateLabel} state={verdict.state} />
      {verdict.firstSay === null ? null : <p className="mt-2 text-lg font-semibold">{verdict.firstSay}</p>}
      <h1 className="mt-2.5 mb-3 max-w-[26em] text-[24px] leading-[1.22] font-semibold tracking-[-0.022em] sm:text-2xl">
        {verdict.headline}
      </h1>
      <p className="num max-w-[46em] text-[15px] leading-[1.6] sm:text-lg sm:leading-[1.6]">
        {verdict.proof.map((sentence) => (
          <span key={plain(sentence)}>
            {sentence.map((segment) =>
              segment.strong ? (
                <strong className="font-semibold" key={segment.text}>
                  <Unbroken text={segment.text} />
                </strong>
              ) : (
                <Unbroken key={segment.text} text={segment.text} />
              ),
            )}{' '}
          </span>
        ))}
        {verdict.rightness}
      </p>
      <Figures figures={verdict.figures} />
      {unit === undefined ? null : (
        <div className="mt-1.5 flex items-center gap-1 text-xs text-mut print:hidden">
          <span>Unit:</span>
          {unit}
        </div>
      )}
      {premises}
      <div className="mt-7 grid gap-x-10 gap-y-7 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-7">
          <TextList texts={[...verdict.equivalents, ...verdict.distinguishing]} title="It could also be" />
          <FactList facts={mechanisms} title="What these files cannot tell apart, and what would" />
          <TextList texts={verdict.questions} title="To ask the backend engineer" />
        </div>
        <div className="flex min-w-0 flex-col gap-7">
          <FactList facts={patterns} title="What sets the unexplained rows apart" />
          <FactList facts={ruledOut} title="Ruled out" />
          <TextList texts={[...verdict.notes, ...blindSpots]} title="Worth knowing" />
        </div>
      </div>
    </article>
  );
}

/** Says whose table is meant, where more than one is. */
function sideLabels(
  { labels }: Findings,
  told: readonly { readonly side: Side }[],
): (side: Side, text: string) => string {
  const both = new Set(told.map(({ side }) => side)).size > 1;
  return (side, text) => (both ? `${labels[side]}: ${text}` : text);
}

/** A minus sign stays with its amount. */
function Unbroken({ text }: { readonly text: string }) {
  return text.split(/(−\S+)/).map((part) =>
    part.startsWith('−') ? (
      <span className="whitespace-nowrap" key={part}>
        {part}
      </span>
    ) : (
      part
    ),
  );
}
