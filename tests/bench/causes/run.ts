import { parseArgs } from 'node:util';
import type { Fault } from '@/lib/core/findings/fault';
import { investigateCase } from '../../support/planted/investigate-case';
import { judgeBooks, judgeSide } from '../../support/planted/judge';
import { fixedPlan, fullPlan, planCases } from '../../support/planted/plan';
import { CannotPlant, type CaseSpec, type PlantedCase, plantCase } from '../../support/planted/plant';
import { describeShape } from '../../support/planted/shape';
import { confusionTable, FLOORS, found, foundShare, type Judged } from './confusion';

/**
 * Plants faults in generated cases, lets the search look for them, and judges what it says by an independent pipeline.
 * `--seed 10203` runs one case, `--fault zeros-ignored` those that have it, `--size pair` those of a size, `--fixed` the
 * part that the unit tests run, `--series 1` as many other cases, which nothing was tuned on; `--verbose` tells every case. Exit status 1 when a floor is missed.
 */
const { values: options } = parseArgs({
  options: {
    seed: { type: 'string' },
    fault: { type: 'string' },
    size: { type: 'string' },
    series: { type: 'string', default: '0' },
    fixed: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
  },
});

const specs = planCases(options.fixed ? fixedPlan : fullPlan, Number(options.series)).filter(
  (spec) =>
    (options.seed === undefined || spec.seed === Number(options.seed)) &&
    (options.fault === undefined || spec.codes.some((code) => code === options.fault)) &&
    (options.size === undefined || spec.size === options.size),
);
const started = performance.now();
const judged = specs.flatMap(runCase);

console.log(
  `\n${specs.length} cases, ${judged.length} tables, ${((performance.now() - started) / 1000).toFixed(0)} s\n`,
);
console.log(confusionTable(judged));
const missed = missedFloors();
console.log(missed.length === 0 ? '\nEvery floor is held.' : `\nMissed: ${missed.join('; ')}.`);
process.exitCode = specs.length === 0 || missed.length > 0 ? 1 : 0;

/** A set of faults of which one leaves another nothing to do cannot be planted: it is named and not counted. */
function plantable(spec: CaseSpec): ReturnType<typeof plantCase> | null {
  try {
    return plantCase(spec);
  } catch (error) {
    if (!(error instanceof CannotPlant)) throw error;
    console.log(error.message);
    return null;
  }
}

function runCase(spec: CaseSpec): Judged[] {
  const planted = plantable(spec);
  if (!planted) return [];
  const before = performance.now();
  let findings: ReturnType<typeof investigateCase> | null = null;
  let crash = '';
  try {
    findings = investigateCase(planted);
  } catch (error) {
    crash = error instanceof Error ? (options.verbose ? (error.stack ?? error.message) : error.message) : String(error);
  }
  const milliseconds = performance.now() - before;
  const books = findings ? judgeBooks(planted, findings) : [];
  return (['ours', 'theirs'] as const).flatMap((name): Judged[] => {
    const side = planted[name];
    if (!side) return [];
    const told = findings?.sides[name];
    const verdict = told
      ? judgeSide(planted, side, told)
      : ({ outcome: 'wrong', remarks: [findings ? 'nothing is said of this table' : `it threw: ${crash}`] } as const);
    const outcome =
      books.length > 0 && (verdict.outcome === 'exact' || verdict.outcome === 'equivalent') ? 'wrong' : verdict.outcome;
    const size = side.faults.length === 0 && side.noise.length === 0 ? 'clean' : spec.size;
    const one: Judged = {
      seed: spec.seed,
      side: name,
      size,
      codes: side.faults.map((fault) => fault.fault),
      outcome,
      milliseconds,
    };
    if (options.verbose || !found(one)) {
      tell(planted, name, one, [...verdict.remarks, ...books]);
      console.log(
        `  said     ${told?.proved ? 'proved' : 'not proved'} ${words(told?.causes ?? [])}${told ? `, ${told.unexplained.keys} keys unexplained` : ''}`,
      );
    }
    return [one];
  });
}

function tell(planted: PlantedCase, name: 'ours' | 'theirs', one: Judged, remarks: readonly string[]): void {
  const noise = planted[name]?.noise.length ?? 0;
  console.log(
    `\n${one.outcome}: --seed ${one.seed}, ${name}, ${one.size}, ${one.milliseconds.toFixed(0)} ms. ${describeShape(planted.shape)}`,
  );
  console.log(`  planted  ${words(planted[name]?.faults ?? [])}${noise > 0 ? `, and ${noise} random rows` : ''}`);
  if (remarks.length > 0) console.log(`  because  ${remarks.join('; ')}`);
}

/** `rows-capped {"limit":12}`, without what a finding adds besides parameters. */
function words(faults: readonly Fault[]): string {
  if (faults.length === 0) return 'nothing';
  const told = ['fault', 'keys', 'amount'];
  return faults
    .map((fault) => {
      const parameters = Object.entries(fault).filter(([name]) => !told.includes(name));
      return parameters.length === 0 ? fault.fault : `${fault.fault} ${JSON.stringify(Object.fromEntries(parameters))}`;
    })
    .join(' + ');
}

function missedFloors(): string[] {
  const proofs = judged.filter((one) => one.outcome === 'false-proof').length;
  const floors = Object.entries(FLOORS).flatMap(([size, floor]) => {
    const share = foundShare(judged.filter((one) => one.size === size));
    return share < floor ? [`${size} ${(share * 100).toFixed(1)} % found, ${floor * 100} % asked`] : [];
  });
  return proofs > 0 ? [`${proofs} false proofs`, ...floors] : floors;
}
