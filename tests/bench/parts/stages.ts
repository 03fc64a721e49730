import { rmSync } from 'node:fs';
import { proposeIntake } from '@/lib/core/intake/propose-setup';
import { investigate } from '@/lib/core/investigation/investigate';
import { settle } from '@/lib/core/premises/settle';
import type { BenchOptions } from '../options';
import { readAll, writeLargeCase } from '../support/case-files';
import { FILE_NOT_LOADED } from '../support/faults';
import { quantile } from '../support/figures';
import type { KeyForm } from '../support/key-form';

/** In Node, in one process: bytes on disk to columns of text, those to a set-up, that to typed columns, those to findings. */
const stages = ['reading', 'proposing', 'settling', 'investigating'] as const;

export interface StageFigures {
  readonly users: number;
  readonly keys: KeyForm;
  readonly rows: number;
  /** Median milliseconds by stage. */
  readonly taken: Readonly<Record<(typeof stages)[number], number>>;
}

export async function benchStages({ sizes, keys, order, runs }: BenchOptions): Promise<StageFigures[]> {
  const figures: StageFigures[] = [];
  for (const users of sizes) {
    for (const form of keys) {
      const { folder, paths, rows } = writeLargeCase(users, form, FILE_NOT_LOADED, order);
      const all: (readonly number[])[] = [];
      try {
        for (let run = 0; run < runs; run++) all.push(await runStages(paths));
      } finally {
        rmSync(folder, { recursive: true });
      }
      const median = (stage: (typeof stages)[number]) =>
        quantile(all.map((taken) => taken[stages.indexOf(stage)] ?? 0));
      figures.push({
        users,
        keys: form,
        rows,
        taken: {
          reading: median('reading'),
          proposing: median('proposing'),
          settling: median('settling'),
          investigating: median('investigating'),
        },
      });
    }
  }
  return figures;
}

/** Milliseconds of each stage. */
async function runStages(paths: readonly string[]): Promise<readonly number[]> {
  const moments = [performance.now()];
  const read = await readAll(paths);
  moments.push(performance.now());
  const files = Array.from(read, ([id, table]) => ({ id, table }));
  const { setup } = proposeIntake(files, 0);
  moments.push(performance.now());
  const settled = settle(read, setup);
  if (!settled.ok) throw new Error(JSON.stringify(settled.problem));
  moments.push(performance.now());
  const { bound, context, dataset } = settled.value;
  const { sides } = investigate(bound.tables, context, dataset).findings;
  moments.push(performance.now());
  if (!sides.ours?.proved) throw new Error('the case was not proved');
  return stages.map((_, s) => (moments[s + 1] as number) - (moments[s] as number));
}
