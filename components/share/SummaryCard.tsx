import type { Ref } from 'react';
import { summaryOf } from '@/lib/case/tell/summary';
import { filesWon } from '@/lib/charts/files-won';
import { inputLine } from '@/lib/charts/input-line';
import type { Findings } from '@/lib/core/findings/findings';
import { ChartView } from '../charts/ChartView';
import { cx } from '../ui/cx';
import { StateBadge } from '../verdict/StateBadge';
import { CardSource } from './Card';

interface SummaryCardProps {
  readonly ref?: Ref<HTMLDivElement>;
  readonly findings: Findings;
  readonly caseName: string;
  readonly date: string;
}

/** Characters for which the card has room beside its chart; with more, the proof is left to the verdict's own picture. */
const TOLD = 480;

/** The case in one picture of 16 to 9: what happened, how much, who was right, what is next. */
export function SummaryCard({ ref, findings, caseName, date }: SummaryCardProps) {
  const { verdict, proof, next } = summaryOf(findings);
  const room = proof.length + verdict.rightness.length + next.length <= TOLD;
  const won = filesWon(findings);
  return (
    <div
      className="flex h-[540px] w-[960px] flex-col overflow-hidden bg-bg px-10 pt-7 pb-5 text-ink [text-rendering:geometricPrecision]"
      ref={ref}
    >
      <div>
        <StateBadge label={verdict.stateLabel} state={verdict.state} />
      </div>
      <div
        className={cx(
          'mt-2 line-clamp-3 font-semibold tracking-[-0.022em]',
          verdict.headline.length > 120 ? 'text-[18px] leading-[1.3]' : 'text-[27px] leading-[1.22]',
        )}
      >
        {verdict.headline}
      </div>
      <dl className="mt-4 grid auto-cols-fr grid-flow-col border-y border-line">
        {verdict.figures.map(({ kind, label, value, note }) => (
          <div className="min-w-0 border-l border-line py-2.5 pr-3 pl-5 first:border-l-0 first:pl-0" key={kind}>
            <dt className="truncate text-xs text-mut">{label}</dt>
            <dd
              className={cx(
                'num leading-7 font-semibold tracking-[-0.015em] whitespace-nowrap',
                value.length > 14 ? 'text-lg' : 'text-xl',
                kind === 'gap' && 'text-gap',
              )}
            >
              {value}
            </dd>
            <dd className="num text-2xs leading-[1.4] text-mut">{note}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-4 grid min-h-0 flex-1 grid-cols-[450px_minmax(0,1fr)] gap-x-8 overflow-hidden">
        <div className="min-w-0">
          <p className="mb-0.5 truncate text-sm font-semibold">{won.title}</p>
          {won.marks.length > 0 ? <ChartView chart={won} onFilter={nowhere} /> : null}
        </div>
        <dl className="min-w-0 text-sm leading-[1.5]">
          {room ? <Told title="The proof">{proof}</Told> : null}
          <Told title="Who was right">{verdict.rightness}</Told>
          <Told title="What is next">{next}</Told>
        </dl>
      </div>
      <CardSource caseName={caseName} date={date} files={inputLine(findings)} />
    </div>
  );
}

function Told({ title, children }: { readonly title: string; readonly children: string }) {
  return (
    <div className="mb-2.5">
      <dt className="text-2xs text-mut">{title}</dt>
      <dd className="line-clamp-8">{children}</dd>
    </div>
  );
}

function nowhere(): void {}
