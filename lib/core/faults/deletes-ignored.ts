import type { FaultModule } from './fault-module';

const HOW = { skipped: 'leaves older rows standing', kept: 'counts as any other row' };

/** `deletes-ignored`: a row that marks a delete takes part as an ordinary row, or is left out so that an older one stays. */
export const deletesIgnored: FaultModule<'deletes-ignored'> = {
  code: 'deletes-ignored',
  parameters: [
    { name: 'column', kind: 'marks' },
    { name: 'values', kind: 'marks' },
    { name: 'how', kind: 'choice', label: 'what such a row does', options: HOW },
  ],
  changes: ({ how }) => [{ change: 'ignore-deletes', how }],
  direct: true,
  switch: {
    stage: 'arrive',
    text: () => 'Rows that mark a delete delete nothing',
    start: ({ premises }) => {
      const marks = premises.find((premise) => premise.code === 'deletes');
      return marks?.applied
        ? { fault: 'deletes-ignored', column: marks.column, values: marks.values, how: 'skipped' }
        : null;
    },
  },
  /** Deleted keys that stand in the table: by the row that marks the delete, or by another. */
  suggest({ dataset, observed, pipeline, residual, source }) {
    const { deletes } = pipeline;
    const { deleteMarks: marks } = dataset;
    if (deletes === null || marks === null) return [];
    const stand = { kept: 0, skipped: 0 };
    for (const k of residual) {
      if (k >= dataset.keys.count || observed.start[k] === observed.start[k + 1]) continue;
      const [from, to] = [pipeline.rows.start[k] as number, pipeline.rows.start[k + 1] as number];
      if (!deletes.subarray(from, to).includes(1)) continue;
      const s = source[k] as number;
      stand[s !== -1 && deletes[s] === 1 ? 'kept' : 'skipped'] += 1;
    }
    return (['skipped', 'kept'] as const)
      .filter((how) => stand[how] > 0)
      .sort((a, b) => stand[b] - stand[a])
      .map((how) => ({ fault: 'deletes-ignored', column: marks.column, values: [...marks.values], how }));
  },
  /** Where rows delete keys, some key is absent only for that. */
  probes: () => [],
};
