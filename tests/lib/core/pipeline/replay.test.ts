import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchTables } from '@/lib/core/compare/match';
import { plantFaults } from '@/lib/core/faults/plant';
import { replay } from '@/lib/core/faults/replay';
import type { Fault } from '@/lib/core/findings/fault';
import { keyText } from '@/lib/core/key';
import { replayedValue } from '@/lib/core/pipeline/replayed';
import { buildDataset } from '@/lib/core/table/dataset';
import { type PlainRow, plainCase } from '../../../support/plain-case';

/** Files of rows with distinct versions per key. */
const deltas = fc
  .array(
    fc.array(fc.record({ user: fc.integer({ min: 1, max: 12 }), spend: fc.integer({ min: 0, max: 99 }) }), {
      maxLength: 14,
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((files) => {
    let version = 0;
    return files.map((rows, f) => ({
      file: `delta${f}.csv`,
      rows: rows.map(
        (row): PlainRow => ({
          user_id: String(row.user),
          total_spend: String(row.spend),
          items: String(row.spend % 7),
          batch_id: String(++version * 7),
        }),
      ),
    }));
  });

type Deltas = { file: string; rows: PlainRow[] }[];

/** The table that the files should give, the obvious way. */
function expectedTable(files: Deltas): Map<string, PlainRow> {
  const table = new Map<string, PlainRow>();
  for (const row of files.flatMap((file) => file.rows)) {
    const held = table.get(row['user_id'] ?? '');
    if (!held || Number(row['batch_id']) >= Number(held['batch_id'])) table.set(row['user_id'] ?? '', row);
  }
  return table;
}

const caseOf = (files: Deltas, ours?: PlainRow[]) =>
  plainCase({ deltas: files, attributes: ['items'], ...(ours ? { ours } : {}) });

function replayedTable(files: Deltas, faults: readonly Fault[]): Map<string, string[]> {
  const dataset = buildDataset(caseOf(files));
  const replayed = replay(dataset, faults);
  const table = new Map<string, string[]>();
  for (let k = 0; k < dataset.keys.count; k++) {
    if (replayed.winner[k] === -1) continue;
    table.set(
      keyText(dataset.keys.parts(k)),
      dataset.columns.map((_, c) => String(replayedValue(replayed, c, k))),
    );
  }
  return table;
}

const plainTable = (files: Deltas): Map<string, string[]> =>
  new Map(
    [...expectedTable(files)].map(([key, row]) => [
      key,
      [row['total_spend'] ?? '', row['items'] ?? '', row['batch_id'] ?? ''],
    ]),
  );

describe('a replay without faults', () => {
  it('keeps for each key the row with the largest version', () => {
    fc.assert(
      fc.property(deltas, (files) => {
        expect(sorted(replayedTable(files, []))).toEqual(sorted(plainTable(files)));
      }),
    );
  });

  it('ignores the order of files and of rows when versions are distinct', () => {
    fc.assert(
      fc.property(deltas, fc.integer(), (files, seed) => {
        const turned = [...files]
          .reverse()
          .map((file) => ({ ...file, rows: [...file.rows].sort((a, b) => order(a, seed) - order(b, seed)) }));
        expect(sorted(replayedTable(turned, []))).toEqual(sorted(replayedTable(files, [])));
      }),
    );
  });

  it('is idempotent: its own table as the only file gives the same table', () => {
    fc.assert(
      fc.property(deltas, (files) => {
        const again = [{ file: 'once.csv', rows: [...expectedTable(files).values()] }];
        expect(sorted(replayedTable(again, []))).toEqual(sorted(replayedTable(files, [])));
      }),
    );
  });
});

describe('a planted table', () => {
  const faults: Fault[] = [
    { fault: 'file-not-loaded', files: ['delta0.csv'] },
    { fault: 'last-row-wins' },
    { fault: 'versions-summed' },
    { fault: 'duplicates-kept' },
    { fault: 'measure-scaled', factor: '0.01' },
    { fault: 'columns-swapped', columns: ['total_spend', 'items'] },
    { fault: 'key-altered', how: 'decimal-point' },
  ];

  it('is reproduced, row for row, by the replay with the planted fault', () => {
    fc.assert(
      fc.property(deltas, fc.constantFrom(...faults), (files, fault) => {
        const planted = buildDataset(plantFaults(caseOf(files), 'ours', [fault]));
        const observed = planted.ours;
        if (!observed) throw new Error('nothing was planted');
        const match = matchTables(planted, replay(planted, [fault], observed), observed);
        expect(match.rows).toBe(match.of);
      }),
    );
  });
});

function order(row: PlainRow, seed: number): number {
  return (Number(row['batch_id']) * 7919 + seed) % 101;
}

function sorted(table: ReadonlyMap<string, string[]>): [string, string[]][] {
  return [...table].sort(([a], [b]) => (a < b ? -1 : 1));
}
