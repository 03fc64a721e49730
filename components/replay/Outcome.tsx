import type { ReplayOutcome } from '@/lib/case/replay/use-replay';
import { type ToldMatch, tellMatch } from '@/lib/case/replay/words';
import type { Findings } from '@/lib/core/findings/findings';
import { plural } from '@/lib/core/phrases/phrases';
import { caseWords } from '@/lib/core/words/case-words';
import { entityOf } from '@/lib/core/words/entity';
import { cx } from '../ui/cx';

interface OutcomeProps {
  /** Null until the first replay has run. */
  readonly outcome: ReplayOutcome | null;
  readonly pending: boolean;
  readonly findings: Findings;
}

/** What the replay gives: its total, and how near it is to either table. Stays in sight while the switches are moved. */
export function Outcome({ outcome, pending, findings }: OutcomeProps) {
  const entity = entityOf(findings.mapping.key);
  return (
    <section
      aria-busy={pending}
      aria-label="What this replay gives"
      className="sticky top-0 z-10 min-w-0 self-start border-line bg-bg py-2 max-lg:border-b lg:top-4 lg:order-last lg:py-1"
    >
      <div className="max-lg:flex max-lg:flex-wrap max-lg:items-baseline max-lg:gap-x-2">
        <p className="text-xs text-mut">Total of this replay</p>
        <p className="num text-lg leading-6 font-semibold lg:text-xl lg:leading-7">
          {outcome ? caseWords(findings).total(outcome.total) : '\u00a0'}
        </p>
        <p className="num text-xs text-mut">{outcome ? plural(outcome.keys, entity.one, entity.many) : '\u00a0'}</p>
      </div>
      <ul className="grid gap-x-4 lg:mt-2 max-lg:grid-cols-2">
        {outcome?.ours ? <Match findings={findings} told={tellMatch(outcome.ours, 'ours', findings)} /> : null}
        {outcome?.theirs ? <Match findings={findings} told={tellMatch(outcome.theirs, 'theirs', findings)} /> : null}
      </ul>
    </section>
  );
}

function Match({ told, findings }: { readonly told: ToldMatch; readonly findings: Findings }) {
  return (
    <li className="num min-w-0 border-line py-1 text-sm lg:border-t lg:py-2">
      <p className="flex flex-wrap items-baseline justify-between gap-x-2">
        <span className="min-w-0 truncate font-medium">{findings.labels[told.side]}</span>
        <span className={told.exact ? 'font-medium text-ok' : undefined}>{told.exact ? 'exactly' : ''}</span>
      </p>
      <div aria-hidden="true" className="my-1 h-1.5 bg-line">
        <div
          className={cx('h-full', told.side === 'ours' ? 'bg-ours' : 'bg-theirs')}
          style={{ width: `${told.share * 100}%` }}
        />
      </div>
      <p>{told.rows}</p>
      <p className={cx('text-xs', told.exact ? 'text-mut' : 'text-gap')}>{told.difference}</p>
    </li>
  );
}
