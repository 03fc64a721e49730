import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { proposeIntake } from '@/lib/core/intake/propose-setup';
import { bind } from '@/lib/core/table/bind';
import { readAll, writeLargeCase } from './support/case-files';
import { duration, megabytes, peakMemory, quantile, table } from './support/figures';

/**
 * How long files take from bytes on disk to typed columns, stage by stage: reading, proposing a set-up, binding. Prints
 * medians of several runs; asserts nothing. `--users 100000` for another size.
 */
const { values: options } = parseArgs({ options: { users: { type: 'string', default: '330000' } } });
const RUNS = 3;

const { folder, paths, rows } = writeLargeCase(Number(options.users));
const stages: { reading: number; proposing: number; binding: number }[] = [];
for (let run = 0; run < RUNS; run++) {
  const from = performance.now();
  const read = await readAll(paths);
  const wasRead = performance.now();
  const { setup } = proposeIntake(
    Array.from(read, ([id, one]) => ({ id, table: one })),
    0,
  );
  const proposed = performance.now();
  const bound = bind(read, setup);
  if (!bound.ok) throw new Error(JSON.stringify(bound.problem));
  stages.push({
    reading: wasRead - from,
    proposing: proposed - wasRead,
    binding: performance.now() - proposed,
  });
}
rmSync(folder, { recursive: true });

const median = (of: (stage: (typeof stages)[number]) => number) => quantile(stages.map(of));
const whole = median(({ reading, proposing, binding }) => reading + proposing + binding);
const line = (name: string, milliseconds: number) => [
  name,
  duration(milliseconds),
  `${((milliseconds / whole) * 100).toFixed(0)} %`,
  Math.round(rows / (milliseconds / 1000)).toLocaleString('en-US'),
];
console.log(`Reading ${paths.length} files of ${rows.toLocaleString('en-US')} rows, median of ${RUNS} runs`);
console.log(
  table([
    ['stage', 'time', 'share', 'rows a second'],
    line(
      'reading',
      median((stage) => stage.reading),
    ),
    line(
      'proposing',
      median((stage) => stage.proposing),
    ),
    line(
      'binding',
      median((stage) => stage.binding),
    ),
    line('all', whole),
  ]),
);
console.log(`Peak memory ${megabytes(peakMemory())}.`);
