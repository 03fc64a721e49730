import { describe, expect, it } from 'vitest';
import { gatherClues } from '@/lib/core/causes/gather-clues';
import { matchTables } from '@/lib/core/compare/match';
import { ABSENT, SEEN } from '@/lib/core/faults/clues';
import { plantFaults } from '@/lib/core/faults/plant';
import { replay } from '@/lib/core/faults/replay';
import { type Fault, faultSchema } from '@/lib/core/findings/fault';
import { buildDataset } from '@/lib/core/table/dataset';
import { type PlainRow, plainCase } from '../../../support/plain-case';
import { bindTables } from '../../../support/planted/bind-tables';
import { investigateCase } from '../../../support/planted/investigate-case';
import { type PlainCase, type PlainTable, tableRows } from '../../../support/planted/plain-case';
import { runPipeline } from '../../../support/planted/slow-pipeline';

const HOUR = 3_600_000;

/** Three files with times as versions; keys come again in later files, and some credits are empty. */
const shop: PlainCase = {
  key: 'user_id',
  columns: [
    { name: 'spend', role: 'measure', type: 'number' },
    { name: 'credits', role: 'attribute', type: 'number' },
    { name: 'updated_at', role: 'version', type: 'date' },
  ],
  deltas: [0, 1, 2].map((file) => ({
    name: `delta${file}.csv`,
    rows: Array.from({ length: 30 }, (_, at) => ({
      key: String(file * 12 + at),
      cells: [
        String(11 + ((file * 37 + at * 101) % 900)),
        at % 5 === 3 ? '' : String((file * 89 + at * 57) % 400),
        at % 7 === 6 ? moved('2024-02-28T23:00:00.000Z', file) : moved('2024-03-01T00:00:00.000Z', file * 50 + at),
      ],
    })),
  })),
};

function moved(time: string, hours: number): string {
  return new Date(Date.parse(time) + hours * HOUR).toISOString();
}

function told(table: PlainTable): { proved: boolean; causes: Fault[] } | null {
  const side = { faults: [], clean: table, table, rows: tableRows(table), invented: [], noise: [] };
  const found = investigateCase({ source: shop, expected: runPipeline(shop, []), ours: side, theirs: null });
  const { ours } = found.sides;
  return ours && { proved: ours.proved, causes: ours.causes.map((cause) => faultSchema.parse(cause)) };
}

function found(...faults: Fault[]): ReturnType<typeof told> {
  return told(runPipeline(shop, faults));
}

const late: Fault = { fault: 'column-shifted', column: 'updated_at', by: 'PT2H' };

describe('a column that is off by a constant', () => {
  it.each<Fault>([
    late,
    { fault: 'column-shifted', column: 'updated_at', by: '-PT5H30M' },
    { fault: 'column-shifted', column: 'updated_at', by: 'P1D' },
    { fault: 'column-shifted', column: 'credits', by: '-3' },
    { fault: 'column-shifted', column: 'spend', by: '12.5' },
  ])('is told by how much: %j', (fault) => {
    expect(found(fault)).toEqual({ proved: true, causes: [fault] });
  });

  it.each<Fault>([
    { fault: 'file-not-loaded', files: ['delta1.csv'] },
    { fault: 'last-row-wins' },
    { fault: 'duplicates-kept' },
  ])('leaves the evidence of what happened before to be read where it is the version: %j', (fault) => {
    expect(found(fault, late)).toEqual({ proved: true, causes: [fault, late] });
  });

  it('leaves each row of a key seen or absent as it is moved, where all of them stand', () => {
    const faults: Fault[] = [{ fault: 'duplicates-kept' }, late];
    const table = tableRows(runPipeline(shop, [{ fault: 'file-not-loaded', files: ['delta1.csv'] }, ...faults]));
    const dataset = buildDataset(bindTables(shop, table, null));
    if (!dataset.ours) throw new Error('the table is given');
    const { effect, pipeline } = gatherClues(dataset, dataset.ours, faults);
    const seen = [...effect].map((of, r) => [dataset.files[pipeline.rows.file[r] ?? 0]?.name, of]);
    expect(new Set(seen.map(String))).toEqual(
      new Set([`delta0.csv,${SEEN}`, `delta1.csv,${ABSENT}`, `delta2.csv,${SEEN}`]),
    );
  });

  it('is told beside what happened to its own values before', () => {
    const dearer: Fault = { fault: 'column-shifted', column: 'credits', by: '7' };
    for (const before of [
      { fault: 'empties-ignored', columns: ['credits'] },
      { fault: 'column-not-updated', columns: ['credits'] },
      { fault: 'empties-filled', columns: ['credits'], value: '0' },
    ] as Fault[])
      expect(found(before, dearer)).toEqual({ proved: true, causes: [before, dearer] });
  });

  it('is told of two columns at once', () => {
    const dearer: Fault = { fault: 'column-shifted', column: 'credits', by: '7' };
    expect(found(dearer, late)).toEqual({ proved: true, causes: [late, dearer] });
  });

  it('is not told where times are off by two constants, as daylight saving has it, nor by parts of a minute', () => {
    const right = runPipeline(shop, []);
    const with_ = (change: (time: string, at: number) => string): PlainTable =>
      new Map(
        [...right].map(([key, rows], at) => [key, rows.map(([a = '', b = '', time = '']) => [a, b, change(time, at)])]),
      );
    expect(told(with_((time, at) => moved(time, at % 3 === 0 ? 1 : 2)))).toMatchObject({ proved: false, causes: [] });
    expect(told(with_((time) => moved(time, 1 / 120)))).toMatchObject({ proved: false, causes: [] });
  });
});

describe('a shift in a replay', () => {
  const row = (user: string, spend: string, at: string): PlainRow => ({
    user_id: user,
    total_spend: spend,
    at,
    batch_id: '1',
  });
  const deltas = [
    { file: 'delta0.csv', rows: [row('1', '10', '2024-01-31'), row('2', '', ''), row('3', '-4.5', '2024-02-28')] },
  ];
  const planted = (...faults: Fault[]) =>
    buildDataset(plantFaults(plainCase({ deltas, attributes: ['at'] }), 'ours', faults));

  it('adds to every cell that is not empty, and makes room for its decimals', () => {
    const { ours, measure } = planted({ fault: 'column-shifted', column: 'total_spend', by: '0.125' });
    expect(measure.scale).toBe(3);
    expect([...(ours?.columns[0] ?? [])]).toEqual([10_125, Number.NEGATIVE_INFINITY, -4375]);
  });

  it('moves dates by milliseconds, across months', () => {
    const { ours } = planted({ fault: 'column-shifted', column: 'at', by: 'P1DT0.5S' });
    const dates = [...(ours?.columns[1] ?? [])].map((date) =>
      Number.isFinite(date) ? new Date(date).toISOString() : '',
    );
    expect(dates).toEqual(['2024-02-01T00:00:00.500Z', '', '2024-02-29T00:00:00.500Z']);
  });

  it('does nothing to a column of another type', () => {
    for (const [column, by] of [
      ['total_spend', 'PT1H'],
      ['at', '5'],
      ['none', '5'],
    ] as const) {
      const dataset = planted({ fault: 'column-shifted', column, by });
      if (!dataset.ours) throw new Error('the table was planted');
      const match = matchTables(dataset, replay(dataset, []), dataset.ours);
      expect(match.rows).toBe(match.of);
    }
  });

  it('changes no winner where it is the version that is moved', () => {
    const source = { deltas: [...deltas, { file: 'delta1.csv', rows: [{ ...row('1', '99', ''), batch_id: '2' }] }] };
    const dataset = buildDataset(
      plantFaults(plainCase(source), 'ours', [{ fault: 'column-shifted', column: 'batch_id', by: '-5' }]),
    );
    expect([...(dataset.ours?.columns[0] ?? [])]).toContain(990);
  });
});
