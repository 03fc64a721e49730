import { describe, expect, test } from 'vitest';
import { DEFAULT_VIEW, type ViewState } from '@/lib/case/open/view-state';
import { formatAddress, parseAddress } from '@/lib/case/saved/address';
import { codeOf, fingerprintOf, randomId } from '@/lib/case/saved/case-id';
import { linkFragment, viewOfFragment } from '@/lib/case/saved/link-view';
import { sampleFindings } from '../../../support/sample-findings';

const bin = sampleFindings.evidence.gapByVersion[20]!;
const spread = sampleFindings.evidence.gapSpread.bins[4]!;

const VIEW: ViewState = {
  scope: 'all',
  panel: 'cases',
  filters: [
    { kind: 'expectedFile', file: 'delta3.csv' },
    { kind: 'version', from: bin.from, to: bin.to },
    { kind: 'difference', from: spread.from, to: spread.to, closed: false },
    { kind: 'cause', side: 'ours', cause: 0 },
    { kind: 'unexplained', side: 'theirs' },
    { kind: 'pattern', side: 'ours', pattern: 2 },
    { kind: 'presence', value: 'both' },
    { kind: 'column', column: 'loyalty_credits' },
  ],
  sort: [{ column: 'theirs:loyalty_credits', descending: true }],
};

describe('an address', () => {
  test('is read back as it was written', () => {
    const address = { id: randomId(), files: 'ABCDEFGH', fragment: 'scope=all&panel=cases' };
    const url = new URL(formatAddress(address), 'http://localhost/');
    expect(parseAddress(url.search, url.hash)).toEqual(address);
    expect(formatAddress({ id: null, files: null, fragment: '' })).toBe('');
  });

  test('means no case where its id cannot be one', () => {
    for (const search of ['', '?case=', '?case=../../x', '?case=0123', '?case=0123456789abcdef'])
      expect(parseAddress(search, '').id).toBeNull();
  });

  test('names a case by a code that people can compare', () => {
    expect(codeOf('4F7K92MXAAAAAAAA')).toBe('4F7K-92MX');
  });
});

describe('a link', () => {
  test('gives the view back to whoever has the case', () => {
    expect(viewOfFragment(linkFragment(VIEW, sampleFindings), sampleFindings)).toEqual(VIEW);
    expect(viewOfFragment(linkFragment(DEFAULT_VIEW, sampleFindings), sampleFindings)).toEqual(DEFAULT_VIEW);
  });

  test('carries no data: no file name, no column of the customer, no version, no amount', () => {
    const fragment = decodeURIComponent(linkFragment(VIEW, sampleFindings));
    for (const word of ['delta', '.csv', 'loyalty', 'credits', bin.from, bin.to, spread.from]) {
      expect(fragment).not.toContain(word);
    }
  });

  test('leaves out what has no place in the case', () => {
    const filters = [{ kind: 'expectedFile', file: 'gone.csv' }] as const;
    const sort = [{ column: 'ours:gone', descending: false }];
    expect(linkFragment({ ...DEFAULT_VIEW, filters, sort }, sampleFindings)).toBe('');
    expect(viewOfFragment('at=expectedFile.99&at=version.x&at=what&by=ours%3A99.up', sampleFindings)).toEqual(
      DEFAULT_VIEW,
    );
  });
});

describe('the fingerprint', () => {
  test('is the same for the same files in any order, and another for others', async () => {
    expect(await fingerprintOf(['a', 'b'])).toBe(await fingerprintOf(['b', 'a']));
    expect(await fingerprintOf(['a', 'b'])).not.toBe(await fingerprintOf(['a', 'c']));
    expect(await fingerprintOf(['a'])).toMatch(/^[0-9A-Z]{8}$/);
  });
});
