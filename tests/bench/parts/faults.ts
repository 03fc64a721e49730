import type { Fault } from '@/lib/core/findings/fault';
import { investigate } from '@/lib/core/investigation/investigate';
import type { CaseTables } from '@/lib/core/table/case-tables';
import type { BenchOptions } from '../options';
import { faultsToPlant, withFault, withNoise } from '../support/faults';
import { quantile, timed } from '../support/figures';
import { largeCase } from '../support/large-case';

/** How long the search takes from typed columns to findings, in Node, by what was planted in the vendor's table. */
export interface FaultFigures {
  readonly users: number;
  readonly faults: readonly Searched[];
  /** The vendor's table is broken in a way that nothing explains. */
  readonly nothing: Searched;
}

interface Searched {
  /** What was planted. */
  readonly fault: Fault['fault'] | 'nothing';
  /** Median. */
  readonly milliseconds: number;
  readonly proved: boolean;
  /** Faults found, of whatever name. */
  readonly said: readonly string[];
}

const CONTEXT = { labels: { ours: 'Vendor', theirs: 'Customer' }, key: ['user_id'], rejected: {} };
/** Of a case on which the loops are compiled before anything is timed. */
const WARM = 10_000;

/** At the largest size of up to a million users; each planted case in turn, run by run. */
export function benchFaults({ sizes, runs }: BenchOptions): FaultFigures {
  const users = Math.min(1_000_000, Math.max(...sizes));
  for (const { plant } of casesOf(largeCase(WARM, 'padded'))) investigate(plant(), CONTEXT);
  const cases = casesOf(largeCase(users, 'padded'));
  const all = cases.map((): Omit<Searched, 'fault'>[] => []);
  for (let run = 0; run < runs; run++) {
    for (const [at, { name, plant }] of cases.entries()) {
      process.stderr.write(`${name}, run ${run + 1} of ${runs}\n`);
      const tables = plant();
      const { milliseconds, value } = timed(() => investigate(tables, CONTEXT).findings.sides.ours);
      const said = value?.causes.map(({ fault }) => fault) ?? [];
      all[at]?.push({ milliseconds, proved: value?.proved ?? false, said });
    }
  }
  const searched = cases.map(({ name }, at): Searched => {
    const [first, ...others] = all[at] ?? [];
    if (!first) throw new Error('a case was not run');
    return { ...first, fault: name, milliseconds: quantile([first, ...others].map((run) => run.milliseconds)) };
  });
  const nothing = searched.find(({ fault }) => fault === 'nothing');
  if (!nothing) throw new Error('a case was not run');
  return { users, faults: searched.filter((one) => one !== nothing), nothing };
}

function casesOf(source: CaseTables): readonly { name: Searched['fault']; plant: () => CaseTables }[] {
  return [
    ...faultsToPlant(source).map((fault) => ({ name: fault.fault, plant: () => withFault(source, fault) })),
    { name: 'nothing' as const, plant: () => withNoise(source) },
  ];
}
