import type { Fault } from '@/lib/core/findings/fault';
import type { Findings } from '@/lib/core/findings/findings';
import type { PlainCase, PlainTable } from '../../../support/planted/plain-case';
import { keyNames, keyParts, tableRows } from '../../../support/planted/plain-case';
import { runPipeline } from '../../../support/planted/slow-pipeline';
import { sampleFindings } from '../../../support/sample-findings';

/** Four files with late arrivals, zeros, cents and keys that come and go, made by a fixed rule: no chance in it. */
export const smallCase: PlainCase = {
  key: 'user_id',
  columns: [
    { name: 'total_spend', role: 'measure', type: 'number' },
    { name: 'loyalty_credits', role: 'attribute', type: 'number' },
    { name: 'tier', role: 'attribute', type: 'text' },
    { name: 'batch_id', role: 'version', type: 'number' },
  ],
  deltas: [0, 1, 2, 3].map((file) => ({
    name: `delta${file}.csv`,
    rows: Array.from({ length: 60 }, (_, at) => {
      const mixed = (file * 7919 + at * 104729 + 17) % 9973;
      const late = at % 6 === 0 ? -120 : 0;
      return {
        key: String(1 + (file === 0 ? at : (mixed % 70) + (at % 2))).padStart(4, '0') + (at % 5 === 0 ? ' ' : 'a'),
        cells: [
          mixed % 9 === 0 ? '0' : `${mixed % 13 === 1 ? '-' : ''}${mixed % 900}.${String(mixed % 97).padStart(2, '0')}`,
          mixed % 11 === 2 ? '' : mixed % 4 === 0 ? '0' : String(mixed % 50),
          mixed % 7 === 3 ? '' : (['gold', 'silver', 'none'][mixed % 3] ?? ''),
          // Every version once, from 60 up, so that no tie has to be settled and text order differs from number order.
          String(300 + (file * 60 + at) * 5 + late * (file > 0 ? 1 : 0) + (late < 0 ? 1 : 0)),
        ],
      };
    }),
  })),
};

/** The same with the measure as whole numbers. */
export const wholeCase: PlainCase = {
  ...smallCase,
  deltas: smallCase.deltas.map((delta) => ({
    ...delta,
    rows: delta.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell, at) => (at === 0 ? (cell.split('.')[0] ?? '') : cell)),
    })),
  })),
};

/** The same under a key of three columns. */
export const linesCase: PlainCase = {
  ...smallCase,
  keyColumns: ['user_id', 'line_no', 'shop'],
  deltas: smallCase.deltas.map((delta, file) => ({
    ...delta,
    rows: delta.rows.map((row, at) => ({
      ...row,
      key: `${row.key} · ${(at + file) % 3} · ${at % 2 ? 'web' : 'east'}`,
    })),
  })),
};

/** The same with times as versions, several in a second. */
export const timesCase: PlainCase = {
  ...smallCase,
  columns: smallCase.columns.map((column) => (column.role === 'version' ? { ...column, type: 'date' } : column)),
  deltas: smallCase.deltas.map((delta) => ({
    ...delta,
    rows: delta.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell, c) =>
        c === 3 ? new Date(Date.UTC(2026, 0, 5, 10) + Number(cell) * 7).toISOString() : cell,
      ),
    })),
  })),
};

/** The case's files, with the table that the faults make of them as `ours.csv`. */
export function filesOf(
  source: PlainCase,
  faults: readonly Fault[],
): { files: Record<string, string>; table: PlainTable } {
  const table = runPipeline(source, faults);
  const csv = (rows: readonly { readonly key: string; readonly cells: readonly string[] }[]) =>
    [
      [...keyNames(source), ...source.columns.map((column) => column.name)],
      ...rows.map((row) => [...keyParts(source, row.key), ...row.cells]),
    ]
      .map((cells) => cells.join(','))
      .join('\n');
  const files = Object.fromEntries(source.deltas.map((delta) => [delta.name, `${csv(delta.rows)}\n`]));
  return { files: { ...files, 'ours.csv': `${csv(tableRows(table))}\n` }, table };
}

/** Findings that say these faults are proved of ours: as much of them as a listing reads. */
export function findingsOf(source: PlainCase, faults: readonly Fault[]): Findings {
  const side = sampleFindings.sides.ours;
  if (!side) throw new Error('the sample has ours');
  const rows = [...source.deltas.flatMap((delta) => delta.rows), ...tableRows(runPipeline(source, faults))];
  const places = Math.max(...rows.map((row) => row.cells[0]?.split('.')[1]?.length ?? 0));
  const total = places === 0 ? '0' : `0.${'0'.repeat(places)}`;
  const versions = { min: '0', max: '9999', distinct: 1 };
  const input = { rows: 60, keys: 60, rejected: 0, total };
  return {
    ...sampleFindings,
    mapping: {
      key: source.keyColumns ? [...source.keyColumns] : source.key,
      measure: 'total_spend',
      version: 'batch_id',
      attributes: source.columns.filter(({ role }) => role === 'attribute').map(({ name }) => name),
    },
    columns: source.columns.flatMap(({ role, ...column }) =>
      role === 'condition' ? [] : [{ ...column, role, unit: null, sign: null, tolerance: '0', hidden: 0 }],
    ),
    inputs: [
      ...source.deltas.map((delta, order) => ({ ...input, file: delta.name, role: 'delta' as const, order, versions })),
      { ...input, file: 'ours.csv', role: 'ours' as const, versions: { distinct: 1 } },
    ],
    sides: {
      ours: {
        ...side,
        causes: faults.map((fault) => ({ ...fault, keys: 1, amount: '1' })),
      },
      theirs: null,
    },
  };
}
