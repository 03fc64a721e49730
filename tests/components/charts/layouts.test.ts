import { describe, expect, it } from 'vitest';
import { bridgeLayout } from '@/components/charts/bridge-layout';
import { caseWords } from '@/components/charts/case-words';
import { filesWonLayout, namedFiles } from '@/components/charts/files-won-layout';
import { inputLine } from '@/components/charts/input-line';
import { markName } from '@/components/charts/mark';
import { spreadLayout } from '@/components/charts/spread-layout';
import { versionLayout } from '@/components/charts/version-layout';
import type { Findings } from '@/lib/core/findings/findings';
import { sampleFindings } from '../../support/sample-findings';

const words = caseWords(sampleFindings);

function withEvidence(part: Partial<Findings['evidence']>, rest: Partial<Findings> = {}): Findings {
  return { ...sampleFindings, ...rest, evidence: { ...sampleFindings.evidence, ...part } };
}

describe('bridgeLayout', () => {
  const layout = bridgeLayout(sampleFindings, words);

  it('hangs each step where the one before it ends', () => {
    let end = layout.bars[0]?.to;
    for (const bar of layout.bars.slice(1)) {
      if (bar.tone === 'gap' || bar.tone === 'none') expect(bar.from).toBe(end);
      else expect(bar.to).toBe(end);
      end = bar.to;
    }
    expect(end).toBe(29162044);
  });

  it('starts every total at zero and labels it exactly', () => {
    const totals = layout.bars.filter((bar) => bar.tone === 'theirs' || bar.tone === 'ours');
    expect(totals.map((bar) => [bar.from, bar.figure])).toEqual([
      [0, '$33,904,525'],
      [0, '$29,162,044'],
    ]);
  });

  it("opens a cause's rows, and nothing where nothing is unexplained", () => {
    expect(layout.bars.map((bar) => bar.mark.filter).filter((filter) => filter !== null)).toEqual([
      { kind: 'cause', side: 'ours', cause: 0 },
    ]);
    expect(layout.bars.at(-2)).toMatchObject({ label: 'unexplained', figure: '$0', tone: 'none' });
  });

  it('keeps amounts exact that no double holds', () => {
    const total = '90071992547409931.07';
    const { bars } = bridgeLayout(
      withEvidence({ bridge: [{ kind: 'ours', side: null, cause: null, keys: 0, amount: '0', total }] }),
      words,
    );
    expect(bars[0]?.figure).toBe('$90,071,992,547,409,931.07');
  });

  it('reaches below zero where a total does', () => {
    const { min, max } = bridgeLayout(
      withEvidence({ bridge: [{ kind: 'ours', side: null, cause: null, keys: 0, amount: '0', total: '-12.50' }] }),
      words,
    );
    expect([min, max]).toEqual([-12.5, 0]);
  });
});

describe('filesWonLayout', () => {
  const layout = filesWonLayout(sampleFindings, words);

  it('leaves out the table that equals the expected one, and says which', () => {
    expect(layout.series).toEqual(['expected', 'ours']);
    expect(layout.sameAsExpected).toBe('theirs');
  });

  it('shows the hole: 1,841 rows expected of delta3 and none there', () => {
    const holes = layout.bars.filter((bar) => bar.hole > 0);
    expect(holes).toHaveLength(1);
    expect(holes[0]).toMatchObject({ series: 'ours', file: 3, rows: 0, hole: 1841, figure: '0' });
    expect(holes[0] && markName(holes[0].mark)).toBe(
      'AIQ from delta3.csv: rows 0, expected and absent 1,841. Show these rows',
    );
    expect(layout.holes).toEqual(['ours']);
  });

  it('shows one table and expected where the other was not given', () => {
    const won = sampleFindings.evidence.filesWon.map((file) => ({ ...file, ours: null }));
    const one = filesWonLayout(
      withEvidence({ filesWon: won }, { sides: { ...sampleFindings.sides, ours: null } }),
      words,
    );
    expect(one.series).toEqual(['expected', 'theirs']);
    expect(one.table.columns.map((column) => column.label)).toEqual([
      'File',
      'Rows expected',
      "Rows in Johnny's Jeans",
    ]);
  });

  it('tells the rows that equal none of any file in the table', () => {
    const strange = filesWonLayout(withEvidence({ fromNoFile: { ours: 12, theirs: 0 } }), words);
    expect(strange.table.rows.at(-1)).toEqual(['equal to no row of any file', '', '12', '0']);
  });

  it('names the missing files first and lets no two names meet', () => {
    const files = Array.from({ length: 12 }, (_, i) => ({ label: `f${i}`, missing: i === 4 }));
    expect([...namedFiles(files, 3)].sort((a, b) => a - b)).toEqual([0, 4, 7, 10]);
    expect(namedFiles(files, 1).size).toBe(12);
  });
});

describe('versionLayout', () => {
  it('hatches the bins that a missing file should have supplied, and opens their versions', () => {
    const layout = versionLayout(sampleFindings, words);
    const filled = layout.bars.filter((bar) => bar.keys > 0);
    expect(filled.every((bar) => bar.missing && bar.file === 3)).toBe(true);
    expect(filled[0]?.mark.filter).toEqual({ kind: 'version', from: '4501', to: '4750' });
    expect(filled[0]?.mark.title).toBe('Batches 4,501 to 4,750');
  });

  it('lets each bin end where the next one begins', () => {
    const { bars } = versionLayout(sampleFindings, words);
    for (const [i, bar] of bars.entries()) {
      const next = bars[i + 1];
      if (next) expect(bar.end).toBe(next.start);
    }
  });

  it('lays ranges that overlap in lanes of their own', () => {
    const fileVersions = [
      { file: 'delta0.csv', min: '0', max: '100' },
      { file: 'delta1.csv', min: '50', max: '150' },
      { file: 'delta2.csv', min: '100', max: '200' },
    ];
    const layout = versionLayout(withEvidence({ fileVersions }), words);
    expect(layout.ranges.map((range) => range.lane)).toEqual([0, 1, 0]);
    expect(layout.lanes).toBe(2);
  });

  it('keeps negative bins negative', () => {
    const gapByVersion = [
      { from: '1', to: '2', keys: 3, amount: '-10.25', file: 0 },
      { from: '3', to: '4', keys: 1, amount: '4', file: 1 },
    ];
    const layout = versionLayout(withEvidence({ gapByVersion }), words);
    expect([layout.min, layout.max]).toEqual([-10.25, 4]);
    expect(layout.table.rows[0]).toEqual(['1', '2', '3', '−$10.25', 'delta0.csv']);
  });

  it('places dates by time', () => {
    const columns = sampleFindings.columns.map((column) =>
      column.role === 'version' ? { ...column, type: 'date' as const } : column,
    );
    const gapByVersion = [
      { from: '2026-01-01', to: '2026-01-31', keys: 0, amount: '0', file: null },
      { from: '2026-02-01', to: '2026-02-28', keys: 2, amount: '5', file: 0 },
    ];
    const layout = versionLayout(withEvidence({ gapByVersion, fileVersions: [] }, { columns }), words);
    expect(layout.bars.map((bar) => layout.tickLabel(bar.start))).toEqual(['2026-01-01', '2026-02-01']);
  });

  it('places texts bin by bin, their numbers in natural order', () => {
    const columns = sampleFindings.columns.map((column) =>
      column.role === 'version' ? { ...column, type: 'text' as const } : column,
    );
    const gapByVersion = [
      { from: 'v1', to: 'v9', keys: 0, amount: '0', file: null },
      { from: 'v10', to: 'v20', keys: 2, amount: '5', file: 1 },
    ];
    const fileVersions = [{ file: 'delta1.csv', min: 'v10', max: 'v12' }];
    const layout = versionLayout(withEvidence({ gapByVersion, fileVersions }, { columns }), words);
    expect(layout.bars.map((bar) => [bar.start, bar.end])).toEqual([
      [0, 1],
      [1, 2],
    ]);
    expect(layout.ranges[0]).toMatchObject({ start: 1, end: 2 });
  });

  it('says what lies in no bin', () => {
    const layout = versionLayout(withEvidence({ gapOutsideVersions: { keys: 1, amount: '7' } }), words);
    expect(layout.outside).toBe('1 user with +$7 of the gap is in no file and so in no bin.');
    expect(layout.table.rows.at(-1)).toEqual(['in no bin', '', '1', '+$7', 'no file']);
  });
});

describe('spreadLayout', () => {
  it('has every differing user in a bin, and the median', () => {
    const layout = spreadLayout(sampleFindings, words);
    expect(layout.bars.reduce((sum, bar) => sum + bar.keys, 0)).toBe(1841);
    expect(layout.median).toEqual({ at: 2668, figure: '$2,668' });
    expect(layout.caption).toBe('users by how much AIQ is short');
  });

  it('opens exactly the rows of a bin', () => {
    const [first] = spreadLayout(sampleFindings, words).bars;
    expect(first?.mark.filter).toEqual({ kind: 'difference', from: '0', to: '250', closed: false });
    expect(first?.mark.title).toBe('$0 to below +$250');
  });

  it('says over which way it goes where gaps go both ways or below zero', () => {
    const caption = (min: string, max: string) =>
      spreadLayout(withEvidence({ gapSpread: { ...sampleFindings.evidence.gapSpread, min, max } }), words).caption;
    expect(caption('-3', '5')).toBe("users by Johnny's Jeans minus AIQ");
    expect(caption('-3', '-1')).toBe('users by how much AIQ is over, below zero');
  });

  it('is empty where nobody differs', () => {
    const gapSpread = { bins: [], median: null, min: null, max: null, keys: 0 };
    expect(spreadLayout(withEvidence({ gapSpread }), words).bars).toEqual([]);
  });
});

describe('inputLine', () => {
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
