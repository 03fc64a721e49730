import { allCodes } from '../../support/planted/draw-fault';
import { type Outcome, outcomes } from '../../support/planted/judge';
import type { CaseSpec } from '../../support/planted/plant';
import { table } from '../support/figures';

/** One table of a case, judged. A side on which nothing was planted counts as `clean`. */
export interface Judged {
  readonly seed: number;
  readonly side: 'ours' | 'theirs';
  readonly size: CaseSpec['size'];
  readonly codes: readonly string[];
  readonly outcome: Outcome;
  /** Of the whole case: both tables are searched in one call. */
  readonly milliseconds: number;
}

/** Share that must be found exactly or by an equivalent. */
export const FLOORS = { clean: 1, single: 1, pair: 0.97, triple: 0.9, noise: 1 } as const satisfies Record<
  CaseSpec['size'],
  number
>;

export function foundShare(judged: readonly Judged[]): number {
  return judged.length === 0 ? 1 : judged.filter(found).length / judged.length;
}

export function found(one: Judged): boolean {
  return one.outcome === 'exact' || one.outcome === 'equivalent';
}

/** Rows by fault, over all sets that it is in, then by size. */
export function confusionTable(judged: readonly Judged[]): string {
  const sizes = (['single', 'pair', 'triple', 'noise', 'clean'] as const).filter((size) =>
    judged.some((one) => one.size === size),
  );
  const codes = allCodes.filter((code) => judged.some((one) => one.codes.includes(code)));
  const head = ['', 'tables', ...outcomes, 'found', 'ms mid', 'ms most'];
  const byCode = (size: CaseSpec['size'] | null) =>
    codes.map((code) =>
      line(
        code,
        judged.filter((one) => one.codes.includes(code) && (size === null || one.size === size)),
      ),
    );
  return [
    'Single faults',
    table([head, ...byCode('single')]),
    'Every set that the fault is in',
    table([head, ...byCode(null)]),
    'By size',
    table([
      head,
      ...sizes.map((size) =>
        line(
          size,
          judged.filter((one) => one.size === size),
        ),
      ),
    ]),
  ].join('\n\n');
}

function line(name: string, judged: readonly Judged[]): string[] {
  const times = judged.map((one) => one.milliseconds).sort((a, b) => a - b);
  return [
    name,
    String(judged.length),
    ...outcomes.map((outcome) => String(judged.filter((one) => one.outcome === outcome).length || '')),
    judged.length === 0 ? '' : `${(foundShare(judged) * 100).toFixed(1)} %`,
    (times[Math.floor(times.length / 2)] ?? 0).toFixed(0),
    (times.at(-1) ?? 0).toFixed(0),
  ];
}
