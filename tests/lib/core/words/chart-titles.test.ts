import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evidence, Findings } from '@/lib/core/findings/findings';
import { bridgeTitle, filesWonTitle, gapByVersionTitle, spreadTitle, versionNoun } from '@/lib/core/words/chart-titles';
import { arbitraryFindings } from '../../../support/arbitrary-findings';
import { expectPhrase } from '../../../support/readable';
import { sampleFindings as real } from '../../../support/sample-findings';

const titles = (findings: Findings) =>
  [bridgeTitle, filesWonTitle, gapByVersionTitle, spreadTitle].map((title) => title(findings));
const withEvidence = (evidence: Partial<Evidence>): Findings => ({
  ...real,
  evidence: { ...real.evidence, ...evidence },
});
const spread = (min: string, median: string, max: string, keys: number): Findings =>
  withEvidence({ gapSpread: { bins: [], min, median, max, keys } });
const [ours, theirs] = [real.sides.ours, real.sides.theirs];

describe("the charts' titles", () => {
  it("state the Johnny's Jeans case's findings", () => {
    expect(titles(real)).toEqual([
      'delta3.csv is the whole gap',
      'AIQ holds no row from delta3.csv; 1,841 are expected',
      'All of the gap lies in batches 4,501 to 6,000',
      'Half of the 1,841 users are short by $2,668 or more',
    ]);
  });

  it('are phrases for any findings', () => {
    fc.assert(
      fc.property(arbitraryFindings(), (findings) => {
        for (const title of titles(findings)) expectPhrase(title);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the bridge', () => {
  it('names a cause that is no missing file', () => {
    if (!ours) throw new Error('ours was not given');
    const causes = [{ fault: 'first-row-wins' as const, keys: 1841, amount: '4742481' }];
    expect(bridgeTitle({ ...real, sides: { ours: { ...ours, causes }, theirs } })).toBe(
      'The whole gap: first row wins',
    );
  });

  it('says how much is explained, and when nothing is', () => {
    if (!ours) throw new Error('ours was not given');
    const some = { ...ours, proved: false, exact: false, unexplained: { keys: 4, amount: '42481' } };
    expect(bridgeTitle({ ...real, sides: { ours: some, theirs } })).toBe('99.1 % of the gap is explained');
    const none = { ...ours, proved: false, exact: false, causes: [], unexplained: { keys: 1841, amount: '4742481' } };
    expect(bridgeTitle({ ...real, sides: { ours: none, theirs } })).toBe('The gap of $4,742,481 is not explained');
  });

  it('says when the totals agree and users do not', () => {
    const gap = { ours: '1', theirs: '1', difference: '0' };
    expect(bridgeTitle({ ...real, gap })).toBe('The totals agree although 1,841 users differ');
    expect(bridgeTitle({ ...real, gap, keys: { ...real.keys, mismatched: 0 } })).toBe('The totals agree');
  });
});

describe('the files won', () => {
  const won = (held: number) => [{ file: 'delta0.csv', expected: 10, ours: held, theirs: 10 }];
  const fromNoFile = { ours: 0, theirs: 0 };

  it('say that all is as expected, where it is', () => {
    expect(filesWonTitle(withEvidence({ filesWon: won(10), fromNoFile }))).toBe(
      'Both tables hold as many rows from each file as expected',
    );
  });

  it('name the file that is furthest off when none is missing', () => {
    expect(filesWonTitle(withEvidence({ filesWon: won(1), fromNoFile }))).toBe(
      'AIQ holds 1 row from delta0.csv; 10 are expected',
    );
  });

  it('name rows that equal none of any file before the holes that they leave', () => {
    expect(filesWonTitle(withEvidence({ filesWon: won(0), fromNoFile: { ours: 10, theirs: 0 } }))).toBe(
      "10 of AIQ's rows equal no row of any file",
    );
  });
});

describe('the gap by version', () => {
  it('takes the range of the bins where no single missing file is all there is', () => {
    if (!ours) throw new Error('ours was not given');
    const gapByVersion = [
      { from: '0', to: '4999', keys: 0, amount: '0', file: null },
      { from: '5000', to: '5999', keys: 1840, amount: '4742480', file: 3 },
      { from: '6000', to: '6999', keys: 1, amount: '1', file: 3 },
      { from: '7000', to: '7999', keys: 0, amount: '0', file: null },
    ];
    const some = { ...ours, proved: false, exact: false, unexplained: { keys: 1, amount: '1' } };
    expect(gapByVersionTitle({ ...withEvidence({ gapByVersion }), sides: { ours: some, theirs } })).toBe(
      'All of the gap lies in batches 5,000 to 6,999',
    );
  });

  it('stays within the versions that the files have, and says when the gap is everywhere', () => {
    if (!ours) throw new Error('ours was not given');
    const gapByVersion = [
      { from: '0', to: '3999', keys: 1840, amount: '4742480', file: 3 },
      { from: '4000', to: '9999', keys: 1, amount: '1', file: 3 },
    ];
    const some = { ...ours, proved: false, exact: false, unexplained: { keys: 1, amount: '1' } };
    expect(gapByVersionTitle({ ...withEvidence({ gapByVersion }), sides: { ours: some, theirs } })).toBe(
      'The gap is spread over batches 0 to 8,000',
    );
  });

  it('sets apart what is in no file', () => {
    const outside = { keys: 2, amount: '1000000' };
    expect(gapByVersionTitle(withEvidence({ gapOutsideVersions: outside }))).toBe(
      '$3,742,481 of the gap lies in batches 4,501 to 6,000, and $1,000,000 in users that are in no file',
    );
  });

  it('says when there is no version to lay it out by', () => {
    expect(gapByVersionTitle(withEvidence({ gapByVersion: [] }))).toBe('The files have no version to show the gap by');
  });

  it('calls versions by the noun in their name', () => {
    expect(versionNoun('batch_id')).toEqual({ one: 'batch', many: 'batches' });
    expect(versionNoun('version')).toEqual({ one: 'version', many: 'versions' });
    expect(versionNoun('updated_at')).toEqual({ one: 'updated_at', many: 'updated_at' });
  });
});

describe('the spread', () => {
  it.each([
    ['100', '200', '300', 7, 'Half of the 7 users are short by $200 or more'],
    ['-300', '-200', '-100', 7, 'Half of the 7 users are over by $200 or more'],
    ['-300', '20', '100', 7, 'The 7 users differ by −$300 to $100, with a median of $20'],
    ['-300', '-200', '0', 7, 'Half of the 7 users are over by $200 or more'],
    ['0', '0', '100', 7, 'The 7 users differ by $0 to $100, with a median of $0'],
    ['5', '5', '5', 7, 'All 7 users are short by $5'],
    ['5', '5', '5', 1, '1 user is short by $5'],
    ['0', '0', '0', 1, '1 user differs, but not in total_spend'],
    ['0', '0', '0', 0, 'No user to compare differs'],
  ])('from %s over %s to %s of %d users', (min, median, max, keys, title) => {
    expect(spreadTitle(spread(min, median, max, keys))).toBe(title);
  });
});
