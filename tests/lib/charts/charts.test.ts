import { describe, expect, it } from 'vitest';
import { bridge } from '@/lib/charts/bridge';
import { markText } from '@/lib/charts/chart';
import { filesWon } from '@/lib/charts/files-won';
import { gapByVersion } from '@/lib/charts/gap-by-version';
import { gapSpread } from '@/lib/charts/gap-spread';
import { inputLine } from '@/lib/charts/input-line';
import type { Findings } from '@/lib/core/findings/findings';
import { sampleFindings } from '../../support/sample-findings';

function withEvidence(part: Partial<Findings['evidence']>, rest: Partial<Findings> = {}): Findings {
  return { ...sampleFindings, ...rest, evidence: { ...sampleFindings.evidence, ...part } };
}

function withVersions(type: 'number' | 'date' | 'text', part: Partial<Findings['evidence']>): Findings {
  const columns = sampleFindings.columns.map((column) => (column.role === 'version' ? { ...column, type } : column));
  return withEvidence(part, { columns });
}

describe('the bridge', () => {
  const chart = bridge(sampleFindings);

  it('hangs each step where the one before it ends', () => {
    let end = chart.marks[0]?.values[1];
    for (const { values, filter, figures } of chart.marks.slice(1)) {
      if (figures[0]?.name === 'change') expect(values[0]).toBe(end);
      else expect([values, filter]).toEqual([[0, end], null]);
      end = values[1];
    }
    expect(end).toBe(29162044);
  });

  it('starts every total at zero and labels it exactly', () => {
    const totals = chart.marks.filter(({ fill }) => fill === 'theirs' || fill === 'ours');
    expect(totals.map(({ values, figure }) => [values[0], figure?.text])).toEqual([
      [0, '$33,904,525'],
      [0, '$29,162,044'],
    ]);
  });

  it('joins each step to the next, and the last to nothing', () => {
    expect(chart.marks.map(({ joined }) => joined)).toEqual([true, true, true, true, false]);
  });

  it("opens a cause's rows, and keeps the row of what is unexplained where nothing is", () => {
    expect(chart.marks.map(({ filter }) => filter).filter((filter) => filter !== null)).toEqual([
      { kind: 'cause', side: 'ours', cause: 0 },
    ]);
    expect(chart.marks.at(-2)).toMatchObject({
      title: 'Unexplained, AIQ',
      fill: null,
      figure: { text: '$0', gap: false },
    });
    expect(chart.places.ticks.map(({ text }) => text)).toContain('Unexplained');
    expect(chart.table.rows.at(-2)).toEqual(['Unexplained, AIQ', '$0', '0', '$29,162,044']);
  });

  it('keeps amounts exact that no double holds', () => {
    const total = '90071992547409931.07';
    const { marks } = bridge(
      withEvidence({ bridge: [{ kind: 'ours', side: null, cause: null, keys: 0, amount: '0', total }] }),
    );
    expect(marks[0]?.figure?.text).toBe('$90,071,992,547,409,931.07');
  });

  it('reaches below zero where a total does', () => {
    const { values } = bridge(
      withEvidence({ bridge: [{ kind: 'ours', side: null, cause: null, keys: 0, amount: '0', total: '-12.50' }] }),
    );
    expect([values.min, values.max]).toEqual([-12.5, 0]);
  });
});

describe('the files won', () => {
  const chart = filesWon(sampleFindings);

  it('leave out the table that equals the expected one, and say which', () => {
    expect(chart.legend).toEqual([
      { fill: 'expected', text: "expected (Johnny's Jeans holds exactly these)" },
      { fill: 'ours', text: 'AIQ' },
      { fill: 'hole', text: 'expected, absent in AIQ' },
    ]);
  });

  it('show the hole: 1,841 rows expected of delta3 and none there', () => {
    const holes = chart.marks.filter(({ hole }) => hole !== null);
    expect(holes).toHaveLength(1);
    expect(holes[0]).toMatchObject({ fill: null, values: [0, 0], hole: 1841, figure: { text: '0', gap: true } });
    expect(holes[0] && markText(holes[0])).toBe('AIQ from delta3.csv: rows 0, expected and absent 1,841');
    expect(chart.places.ticks.filter(({ missing }) => missing).map(({ text }) => text)).toEqual(['delta3']);
  });

  it('lie in the place of their file, side by side', () => {
    for (const [i, { places }] of chart.marks.entries()) {
      expect(Math.floor(places[0])).toBe(Math.floor(i / 2));
      expect(places[0]).toBeGreaterThanOrEqual(chart.marks[i - 1]?.places[1] ?? 0);
    }
  });

  it('show one table and the expected rows where the other was not given', () => {
    const won = sampleFindings.evidence.filesWon.map((file) => ({ ...file, ours: null }));
    const one = filesWon(withEvidence({ filesWon: won }, { sides: { ...sampleFindings.sides, ours: null } }));
    expect(one.legend.map(({ fill }) => fill)).toEqual(['expected', 'theirs']);
    expect(one.table.columns.map((column) => column.label)).toEqual([
      'File',
      'Rows expected',
      "Rows in Johnny's Jeans",
    ]);
  });

  it('tell the rows that equal none of any file in the table', () => {
    const strange = filesWon(withEvidence({ fromNoFile: { ours: 12, theirs: 0 } }));
    expect(strange.table.rows.at(-1)).toEqual(['equal to no row of any file', '', '12', '0']);
  });
});

describe('the gap by version', () => {
  it('hatches the bins that a missing file should have supplied, and opens their versions', () => {
    const filled = gapByVersion(sampleFindings).marks.filter(({ fill }) => fill !== null);
    expect(filled.every(({ fill }) => fill === 'hole')).toBe(true);
    expect(filled[0]?.filter).toEqual({ kind: 'version', from: '4501', to: '4750' });
    expect(filled[0]?.title).toBe('Batches 4,501 to 4,750');
  });

  it('finds the missing file where an earlier one has no versions', () => {
    const fileVersions = sampleFindings.evidence.fileVersions.filter(({ file }) => file !== 'delta0.csv');
    const chart = gapByVersion(withEvidence({ fileVersions }));
    expect(chart.marks.filter(({ fill }) => fill !== null).map(({ fill }) => fill)).toContain('hole');
    expect(chart.strips.map(({ file, label, missing }) => [file, label, missing])).toEqual([
      [1, 'delta1', false],
      [2, 'delta2', false],
      [3, 'delta3', true],
      [4, 'delta4', false],
    ]);
  });

  it('lets each bin end where the next one begins', () => {
    const { marks } = gapByVersion(sampleFindings);
    for (const [i, mark] of marks.entries()) {
      const next = marks[i + 1];
      if (next) expect(mark.places[1]).toBe(next.places[0]);
    }
  });

  it('lays ranges that overlap in lanes of their own', () => {
    const fileVersions = [
      { file: 'delta0.csv', min: '0', max: '100' },
      { file: 'delta1.csv', min: '50', max: '150' },
      { file: 'delta2.csv', min: '100', max: '200' },
    ];
    expect(gapByVersion(withEvidence({ fileVersions })).strips.map(({ lane }) => lane)).toEqual([0, 1, 0]);
  });

  it('says where more files overlap than it has lanes for', () => {
    const fileVersions = Array.from({ length: 9 }, () => ({ file: 'delta0.csv', min: '0', max: '100' }));
    const chart = gapByVersion(withEvidence({ fileVersions }));
    expect(chart.strips).toHaveLength(8);
    expect(chart.notes).toEqual(['More than 8 files overlap here; the table names each bin’s file.']);
  });

  it('keeps negative bins negative', () => {
    const gapByVersionBins = [
      { from: '1', to: '2', keys: 3, amount: '-10.25', file: 0 },
      { from: '3', to: '4', keys: 1, amount: '4', file: 1 },
    ];
    const chart = gapByVersion(withEvidence({ gapByVersion: gapByVersionBins }));
    expect(chart.marks.map(({ values }) => values)).toEqual([
      [0, -10.25],
      [0, 4],
    ]);
    expect(chart.values.min).toBeLessThanOrEqual(-10.25);
    expect(chart.table.rows[0]).toEqual(['1', '2', '3', '−$10.25', 'delta0.csv']);
  });

  it.each([
    ['2026-01-01', '2026-01-08', ['2026-01-01', '2026-01-03', '2026-01-05', '2026-01-07']],
    ['2025-11-20', '2026-03-10', ['2025-12', '2026-01', '2026-02', '2026-03']],
    [
      '2026-01-01T10:30:00',
      '2026-01-01T14:10:00',
      ['2026-01-01 11:00', '2026-01-01 12:00', '2026-01-01 13:00', '2026-01-01 14:00'],
    ],
  ])('places dates by time, with ticks that people read: %s to %s', (from, to, ticks) => {
    const bins = [{ from, to, keys: 2, amount: '5', file: 0 }];
    const { places, marks } = gapByVersion(withVersions('date', { gapByVersion: bins, fileVersions: [] }));
    expect(places.ticks.map(({ text }) => text)).toEqual(ticks);
    expect(marks[0]?.places).toEqual([places.min, places.max]);
  });

  it('places texts bin by bin, their numbers in natural order', () => {
    const bins = [
      { from: 'v1', to: 'v9', keys: 0, amount: '0', file: null },
      { from: 'v10', to: 'v20', keys: 2, amount: '5', file: 1 },
    ];
    const fileVersions = [{ file: 'delta1.csv', min: 'v10', max: 'v12' }];
    const chart = gapByVersion(withVersions('text', { gapByVersion: bins, fileVersions }));
    expect(chart.marks.map(({ places }) => places)).toEqual([
      [0, 1],
      [1, 2],
    ]);
    expect(chart.strips[0]).toMatchObject({ from: 1, to: 2 });
  });

  it('says what lies in no bin', () => {
    const chart = gapByVersion(withEvidence({ gapOutsideVersions: { keys: 1, amount: '7' } }));
    expect(chart.notes).toEqual(['1 user with +$7 of the gap is in no file and so in no bin.']);
    expect(chart.table.rows.at(-1)).toEqual(['in no bin', '', '1', '+$7', 'no file']);
  });
});

describe('the spread of the gaps', () => {
  it('has every differing user in a bin, and the median', () => {
    const chart = gapSpread(sampleFindings);
    expect(chart.marks.reduce((sum, { values }) => sum + values[1], 0)).toBe(1841);
    expect(chart.median).toEqual({ at: 2668, text: 'median $2,668' });
    expect(chart.caption).toBe('users by how much AIQ is short');
  });

  it('opens exactly the rows of a bin', () => {
    const [first] = gapSpread(sampleFindings).marks;
    expect(first?.filter).toEqual({ kind: 'difference', from: '0', to: '250', closed: false });
    expect(first?.title).toBe('$0 to below +$250');
  });

  it('says over which way it goes where gaps go both ways or below zero', () => {
    const caption = (min: string, max: string) =>
      gapSpread(withEvidence({ gapSpread: { ...sampleFindings.evidence.gapSpread, min, max } })).caption;
    expect(caption('-3', '5')).toBe("users by Johnny's Jeans minus AIQ");
    expect(caption('-3', '-1')).toBe('users by how much AIQ is over, below zero');
  });

  it('leaves room beside the only bin', () => {
    const bins = [{ from: '19', to: '20', keys: 1 }];
    const { places } = gapSpread(withEvidence({ gapSpread: { bins, median: '19', min: '19', max: '19', keys: 1 } }));
    expect([places.min, places.max]).toEqual([18, 21]);
  });

  it('is empty where nobody differs, and says so', () => {
    const chart = gapSpread(withEvidence({ gapSpread: { bins: [], median: null, min: null, max: null, keys: 0 } }));
    expect([chart.marks, chart.nothing]).toEqual([[], 'No user differs.']);
  });
});

describe('the line of inputs', () => {
  it('tells a numbered row of deltas as a span', () => {
    expect(inputLine(sampleFindings)).toBe('delta0–4, AIQ-user-summary, Johnny-user-summary');
  });

  it('tells other names by the first and the last', () => {
    const inputs = ['a', 'b', 'c', 'd'].map((name, order) => ({
      file: `${name}.csv`,
      role: 'delta' as const,
      order,
      rows: 1,
      keys: 1,
      rejected: 0,
      total: '1',
      versions: null,
    }));
    expect(inputLine({ ...sampleFindings, inputs })).toBe('4 deltas from a to d');
  });
});
