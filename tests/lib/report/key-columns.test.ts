import { describe, expect, it } from 'vitest';
import { createMask } from '@/lib/core/mask/pseudonym';
import { exampleTable } from '@/lib/report/example-table';
import type { TableBlock } from '@/lib/report/letters/letter';
import { rowsTable } from '@/lib/report/report/tables';
import { sampleFindings } from '../../support/sample-findings';
import { exampleRows } from './report-case';

const findings = { ...sampleFindings, mapping: { ...sampleFindings.mapping, key: ['shop', 'item'] } };
const keys = [
  ['a · b', 'c'],
  ['a', 'b · c'],
];
const rows = exampleRows.slice(0, 2).map((row, at) => ({ ...row, key: keys[at] ?? [] }));

const first = ({ columns, rows: told }: TableBlock, count: number) => [
  columns.slice(0, count).map(({ label }) => label),
  ...told.map((cells) => cells.slice(0, count)),
];

describe.each([
  ['the example table of a letter', exampleTable],
  ['the row table of a report', rowsTable],
])('%s', (_, write) => {
  it('has a column for each part of a key', () => {
    const table = write(findings, rows, null);
    expect(first(table, 2)).toEqual([['shop', 'item'], ...keys]);
    for (const cells of table.rows) expect(cells).toHaveLength(table.columns.length);
  });

  it('has one for the pseudonyms under a mask', () => {
    const mask = createMask('salt');
    const table = write(findings, rows, mask);
    expect(first(table, 1)).toEqual([['shop + item'], ...keys.map((key) => [mask.key(key)])]);
    for (const cells of table.rows) expect(cells).toHaveLength(table.columns.length);
  });

  it('has the column that a key of one part always had', () => {
    expect(first(write(sampleFindings, exampleRows.slice(0, 1), null), 1)).toEqual([['user_id'], ['U-1000']]);
  });
});
