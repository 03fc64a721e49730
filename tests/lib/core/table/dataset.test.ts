import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CsvTable } from '@/lib/core/csv/csv-table';
import { keyText } from '@/lib/core/key';
import type { Setup } from '@/lib/core/setup';
import { bind } from '@/lib/core/table/bind';
import { buildDataset, type Dataset, sourceLine, sourceRow } from '@/lib/core/table/dataset';
import { ungroup } from '@/lib/core/table/ungroup';
import { readText } from '@/tests/support/csv-text';

/** Some rows stand over two lines; the version may be padded, the row a delete. */
const row = fc
  .tuple(fc.nat({ max: 5 }), fc.constantFrom('1', '20', '3.5'), fc.constantFrom('7', '07', '12'), fc.boolean())
  .map(([key, n, v, deleted]) => `k${key},${n},${v},"${deleted ? 'D' : 'U'}${key === 3 ? '\nfurther' : ''}"\n`);

/** Of the many rows of a file none or one has no number for its measure. */
const file = fc
  .tuple(fc.array(row, { minLength: 12, maxLength: 20 }), fc.option(fc.nat({ max: 11 })))
  .map(([rows, bad]) => rows.map((one, r) => (r === bad ? one.replace(/,.*?,/, ',abc,') : one)))
  .map((rows) => `id,n,v,op\n${rows.join('')}`);

async function caseOf(files: readonly string[]): Promise<{ tables: readonly CsvTable[]; dataset: Dataset }> {
  const tables = await Promise.all(files.map((text, f) => readText(text, `f${f}.csv`)));
  const setup: Setup = {
    name: 'a case',
    labels: { ours: 'Ours', theirs: 'Theirs' },
    roles: { 0: 'delta', 1: 'delta', 2: 'ours', 3: 'theirs' },
    order: [1, 0],
    mapping: {
      key: ['id'],
      measure: 'n',
      version: 'v',
      attributes: ['op'],
      ignored: [],
      unit: null,
      headers: {},
      tolerances: {},
    },
    premises: { deletes: { column: 'op', values: ['D'] }, ties: 'earlier' },
  };
  const bound = bind(new Map(tables.map((table, id) => [id, table])), setup);
  if (!bound.ok) throw new Error(JSON.stringify(bound.problem));
  return { tables: [tables[1] as CsvTable, tables[0] as CsvTable], dataset: buildDataset(bound.value.tables) };
}

const cases = fc.tuple(file, file, file, file);

describe('a dataset', () => {
  it('leads from each row back to the row and the line of its file', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (files) => {
        const { tables, dataset } = await caseOf(files);
        for (let r = 0; r < dataset.deltas.rows; r++) {
          const table = tables[dataset.deltas.file[r] as number];
          const read = sourceRow(dataset, r);
          expect(table?.columns[0]?.cells.at(read)).toBe(keyText(dataset.keys.parts(dataset.deltas.key[r] as number)));
          expect(table?.columns[1]?.cells.at(read)).not.toBe('abc');
          expect(sourceLine(dataset, r)).toBe(table?.lines[read]);
        }
      }),
    );
  });

  it('comes apart into the tables that it was built from', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (files) => {
        const { dataset } = await caseOf(files);
        expect(buildDataset(ungroup(dataset))).toEqual(dataset);
      }),
    );
  });
});
