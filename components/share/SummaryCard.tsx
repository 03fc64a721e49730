import type { Ref } from 'react';
import { summaryOf } from '@/lib/case/share-summary';
import type { Findings } from '@/lib/core/findings/findings';
import { filesWonTitle } from '@/lib/core/words/chart-titles';
import { evidencePanels } from '../charts/evidence-panels';
import { inputLine } from '../charts/input-line';
import { cx } from '../ui/cx';
import { StateBadge } from '../verdict/StateBadge';
import { CardSource } from './Card';

interface SummaryCardProps {
  readonly ref?: Ref<HTMLDivElement>;
  readonly findings: Findings;
  readonly caseName: string;
  readonly date: string;
}

/** The case in one picture of 1600 × 900 px at twice its size: what happened, how much, who was right, what is next. */
export function SummaryCard({ ref, findings, caseName, date }: SummaryCardProps) {
  const { verdict, next } = summaryOf(findings);
  const won = evidencePanels(findings, nowhere).find(({ id }) => id === 'files-won');
  return (
    <div className="flex h-[450px] w-[800px] flex-col overflow-hidden bg-bg px-9 pt-6 pb-4 text-ink" ref={ref}>
      <StateBadge label={verdict.stateLabel} state={verdict.state} />
      <div
        className={cx(
          'mt-1.5 line-clamp-3 font-semibold tracking-[-0.02em]',
          verdict.headline.length > 110 ? 'text-[17px] leading-[1.3]' : 'text-[23px] leading-[1.25]',
        )}
      >
        {verdict.headline}
      </div>
      <dl className="mt-3.5 grid auto-cols-fr grid-flow-col border-y border-line">
        {verdict.figures.map(({ kind, label, value, note }) => (
          <div className="min-w-0 border-l border-line py-2 pr-3 pl-4 first:border-l-0 first:pl-0" key={kind}>
            <dt className="truncate text-2xs text-mut">{label}</dt>
            <dd
              className={cx(
                'num leading-6 font-semibold tracking-[-0.015em] whitespace-nowrap',
                value.length > 13 ? 'text-base' : 'text-[19px]',
                kind === 'gap' && 'text-gap',
              )}
            >
              {value}
            </dd>
            <dd className="num truncate text-2xs text-mut">{note}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-3.5 grid min-h-0 flex-1 grid-cols-[372px_minmax(0,1fr)] gap-x-9 overflow-hidden">
        <div className="min-w-0">
          <p className="mb-0.5 truncate text-xs font-semibold">{filesWonTitle(findings)}</p>
          {won?.drawn ? won.chart : null}
        </div>
        <div className="min-w-0 text-sm leading-[1.45]">
          <p className="text-2xs text-mut">Who was right</p>
          <p className="mb-2.5 line-clamp-4">{verdict.rightness}</p>
          <p className="text-2xs text-mut">What is next</p>
          <ul className="line-clamp-8">
            {next.map((sentence) => (
              <li className="mb-1" key={sentence}>
                {sentence}
              </li>
            ))}
          </ul>
        </div>
      </div>
      <CardSource caseName={caseName} date={date} files={inputLine(findings)} />
    </div>
  );
}

function nowhere(): void {}
