import { describe, expect, it } from 'vitest';
import { matchTables } from '@/lib/core/compare/match';
import { replay } from '@/lib/core/faults/replay';
import { type Fault, faultSchema } from '@/lib/core/findings/fault';
import { buildDataset } from '@/lib/core/table/dataset';
import { bindTables } from '../../../support/planted/bind-tables';
import { investigateCase } from '../../../support/planted/investigate-case';
import { type PlainCase, tableRows } from '../../../support/planted/plain-case';
import { runPipeline } from '../../../support/planted/slow-pipeline';

const CURRENCIES = ['EUR', 'JPY', 'USD'];

/** Three files of which each holds every currency; keys come again in later ones. @param currencyOf by file and row */
function shop(currencyOf: (file: number, at: number) => string, keyColumns?: readonly string[]): PlainCase {
  return {
    key: 'user_id',
    ...(keyColumns ? { keyColumns } : {}),
    columns: [
      { name: 'spend', role: 'measure', type: 'number' },
      { name: 'currency', role: 'attribute', type: 'text' },
      { name: 'batch_id', role: 'version', type: 'number' },
    ],
    deltas: [0, 1, 2].map((file) => ({
      name: `delta${file}.csv`,
      rows: Array.from({ length: 30 }, (_, at) => ({
        key: `${file * 20 + at}${keyColumns ? ` · ${CURRENCIES[at % 3] ?? ''}` : ''}`,
        cells: [String(11 + ((file * 37 + at * 101) % 900)), currencyOf(file, at), String(1 + file * 30 + at)],
      })),
    })),
  };
}

const byRow = (_: number, at: number): string => CURRENCIES[at % 3] ?? '';
const byFile = (file: number): string => CURRENCIES[file] ?? '';

function found(source: PlainCase, faults: readonly Fault[]): unknown {
  const table = runPipeline(source, faults);
  const side = { faults, clean: table, table, rows: tableRows(table), invented: [], noise: [] };
  const told = investigateCase({ source, expected: runPipeline(source, []), ours: side, theirs: null }).sides.ours;
  return told && { proved: told.proved, causes: told.causes.map((cause) => faultSchema.parse(cause)) };
}

/** Whether the replay gives the table that the slow pipeline gives, row for row. */
function reproduced(source: PlainCase, faults: readonly Fault[]): boolean {
  const dataset = buildDataset(bindTables(source, tableRows(runPipeline(source, faults)), null));
  if (!dataset.ours) throw new Error('the table is given');
  const { rows, of } = matchTables(dataset, replay(dataset, faults, dataset.ours), dataset.ours);
  return of > 0 && rows === of;
}

const inYen: Fault = { fault: 'measure-scaled', factor: '100', where: { column: 'currency', value: 'JPY' } };

describe('a measure that is scaled in some rows', () => {
  it('is told by the value that these rows hold where every file has some', () => {
    expect(found(shop(byRow), [inYen])).toEqual({ proved: true, causes: [inYen] });
  });

  it('is told so beside a file that was not loaded, and of every row that is summed by its own value', () => {
    for (const other of [{ fault: 'file-not-loaded', files: ['delta1.csv'] }, { fault: 'versions-summed' }] as Fault[])
      expect(found(shop(byRow), [other, inYen])).toEqual({ proved: true, causes: [other, inYen] });
  });

  it('is replayed so where rows are grouped anew, by a part of the key or at the load', () => {
    const lines = shop(byRow, ['user_id', 'line']);
    const byUser: Fault = { fault: 'key-incomplete', columns: ['line'] };
    expect(reproduced(lines, [byUser, { fault: 'versions-summed' }, inYen])).toBe(true);
    const cut: Fault = { fault: 'key-altered', how: 'cut', length: 1, stage: 'load' };
    expect(reproduced(shop(byRow), [cut, inYen])).toBe(true);
  });

  it('is told by its files where these hold all of them, and by nothing where all rows are scaled', () => {
    const files: Fault = { fault: 'measure-scaled', factor: '100', files: ['delta1.csv'] };
    const everywhere: Fault = { fault: 'measure-scaled', factor: '100' };
    expect(found(shop(byFile), [files])).toEqual({ proved: true, causes: [files] });
    expect(found(shop(byRow), [everywhere])).toEqual({ proved: true, causes: [everywhere] });
  });

  it('is told by a part of the key where that holds the value', () => {
    const byPart: Fault = { ...inYen, where: { column: 'currency_code', value: 'JPY' } };
    const source = shop(() => 'none', ['user_id', 'currency_code']);
    expect(found(source, [byPart])).toEqual({ proved: true, causes: [byPart] });
  });

  it('is told by two values where two of them are scaled otherwise', () => {
    const inEuros: Fault = { fault: 'measure-scaled', factor: '10', where: { column: 'currency', value: 'EUR' } };
    expect(found(shop(byRow), [inYen, inEuros])).toMatchObject({ proved: true });
  });
});
