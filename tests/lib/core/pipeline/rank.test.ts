import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replay } from '@/lib/core/faults/replay';
import { dedupeRules } from '@/lib/core/findings/dedupe-rule';
import { buildDataset } from '@/lib/core/table/dataset';
import { hardCase } from '../../../support/arbitrary-case';
import { type PlainCase, plainCase } from '../../../support/plain-case';
import { slowCase } from '../../../support/slow-case';

describe('each rule', () => {
  it.each(dedupeRules)('%s keeps the row that a slow reading of the texts keeps', (rule) => {
    fc.assert(
      fc.property(hardCase, (drawn) => {
        const plain: PlainCase = { ...drawn };
        delete (plain as { deletes?: string }).deletes;
        const dataset = buildDataset(plainCase({ ...plain, rule }));
        const { winner } = replay(dataset, []);
        const slow = slowCase(plain);
        const arrivals = plain.deltas.flatMap(({ rows }) => rows);
        const kept = Array.from(winner, (row) => arrivals[dataset.deltas.arrival[row] ?? -1] ?? null);
        expect(kept).toEqual(slow.keys.map((key) => slow.kept(slow.arrived(key), rule, plain.ties ?? 'later')));
      }),
      { numRuns: 200 },
    );
  });
});
