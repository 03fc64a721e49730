import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { injectedFaults } from '../support/faults-table';
import { type FuzzRun, faultsPart, inputsPart, partOf, trustTable } from './table';
import type { FuzzTarget } from './target';
import { targets } from './targets';

/**
 * `npm run fuzz -- [--runs N] [--seed N] [--only NAME] [--write]`: so many executions over all targets, in portions whose
 * seeds follow from one, so that any failure can be run again. Ends with 1 at the first input that breaks a law, which it
 * prints. `--write`: into the table of the repository; with no runs its faults alone.
 */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    only: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});

/** Executions of one portion. */
const PORTION = 5000;
/** Milliseconds of one execution from which on it counts as hanging. */
const HANGS = 5000;

const chosen = targets.filter(({ name }) => values.only === undefined || name === values.only);
const seed = Number(values.seed);
const runs = Math.ceil(Number(values.runs) / chosen.length);
console.log(`seed ${seed}, ${runs} executions for each of ${chosen.map(({ name }) => name).join(', ')}`);
const done: FuzzRun[] = [];
for (const target of runs === 0 ? [] : chosen) done.push(await run(target));
if (values.write) writeTable();

function writeTable(): void {
  const file = path.join(import.meta.dirname, '../trust-table.md');
  const inputs = runs === 0 ? partOf(readFileSync(file, 'utf8'), 'Inputs') : inputsPart(done);
  writeFileSync(file, trustTable(inputs, faultsPart(injectedFaults)));
}

async function run(target: FuzzTarget): Promise<FuzzRun> {
  let slowest = 0;
  let executions = 0;
  const timed = withTimes(target.property, (milliseconds) => {
    slowest = Math.max(slowest, milliseconds);
  });
  for (let portion = 0; executions < runs; portion++) {
    const numRuns = Math.min(PORTION, runs - executions);
    const outcome = await fc.check(timed, { seed: seed + portion, numRuns });
    if (outcome.failed) {
      console.error(await fc.asyncDefaultReportMessage(outcome));
      process.exit(1);
    }
    executions += numRuns;
    process.stdout.write(`\r${target.name}: ${executions.toLocaleString('en')} executions`);
  }
  console.log(`, slowest ${Math.round(slowest)} ms`);
  if (slowest > HANGS) process.exit(1);
  return { target, executions, slowest };
}

function withTimes(property: FuzzTarget['property'], took: (milliseconds: number) => void): FuzzTarget['property'] {
  const timed: FuzzTarget['property'] = Object.create(property) as FuzzTarget['property'];
  timed.run = async (value) => {
    const began = performance.now();
    const outcome = await property.run(value);
    took(performance.now() - began);
    return outcome;
  };
  timed.isAsync = () => true;
  return timed;
}
