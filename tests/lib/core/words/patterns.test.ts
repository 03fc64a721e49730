import { describe, expect, it } from 'vitest';
import type { PatternCondition } from '@/lib/core/findings/pattern';
import { patternFilter, tellPattern } from '@/lib/core/words/patterns';
import { tellingOf } from '@/lib/core/words/telling';
import { sampleFindings } from '../../../support/sample-findings';

const told = (pattern: PatternCondition, side: 'ours' | 'theirs' = 'ours') =>
  tellPattern(pattern, tellingOf(sampleFindings, side));

describe('a pattern', () => {
  it('says what holds of the unexplained rows', () => {
    const patterns: PatternCondition[] = [
      { kind: 'file', file: 'delta2.csv' },
      { kind: 'version-range', column: 'batch_id', from: '4501', to: '6000' },
      { kind: 'key-range', range: { from: 1000, to: 1999 } },
      { kind: 'constant-difference', difference: '-5.00' },
      { kind: 'constant-ratio', ratio: 1.05 },
      { kind: 'one-column', column: 'loyalty_credits' },
      { kind: 'values', column: 'country', values: ['DE', 'IT', 'New Zealand'] },
      { kind: 'column-range', column: 'total_spend', from: '100', to: '250' },
      { kind: 'trait', column: 'note', trait: 'line-break' },
      { kind: 'longer-than', column: 'note', length: 40 },
      { kind: 'key-remainder', column: 'user_id', by: 4, leaves: 2 },
      { kind: 'absent-from', file: 'delta4.csv' },
      { kind: 'relation', column: 'note', is: 'beginning' },
    ];
    expect(patterns.map((pattern) => told(pattern))).toEqual([
      'the expected row comes from delta2.csv',
      'batch_id 4501 to 6000',
      'keys 1000 to 1999',
      'total_spend is off by exactly -5.00',
      'total_spend is exactly 1.05 times what it should be',
      'only loyalty_credits differs',
      'country is DE, IT or "New Zealand"',
      'total_spend should be 100 to 250',
      'note holds a line break',
      'note has more than 40 characters',
      'user_id leaves 2 when divided by 4',
      'delta4.csv, the last file, has no row of it',
      'note ends too soon',
    ]);
  });

  it('counts the rows of a file from 1', () => {
    expect(told({ kind: 'row-range', file: 'delta1.csv', from: 0, to: 500 })).toBe('rows 1 to 500 of delta1.csv');
  });

  it('says whose amounts are larger', () => {
    expect(told({ kind: 'sign', is: 'larger' })).toBe('total_spend is larger than expected in the vendor’s table');
    expect(told({ kind: 'sign', is: 'smaller' }, 'theirs')).toBe(
      'total_spend is smaller than expected in the customer’s table',
    );
  });

  it('names no key where keys are masked', () => {
    expect(told({ kind: 'key-range', range: null })).toBe('the keys lie in one range');
  });

  it('filters the rows by what they have, else by its place', () => {
    expect(patternFilter({ kind: 'file', file: 'delta2.csv' }, 'ours', 0)).toEqual({
      kind: 'expectedFile',
      file: 'delta2.csv',
    });
    expect(patternFilter({ kind: 'version-range', column: 'batch_id', from: '1', to: '2' }, 'ours', 0)).toEqual({
      kind: 'version',
      from: '1',
      to: '2',
    });
    expect(patternFilter({ kind: 'one-column', column: 'loyalty_credits' }, 'ours', 0)).toEqual({
      kind: 'column',
      column: 'loyalty_credits',
    });
    expect(patternFilter({ kind: 'sign', is: 'larger' }, 'theirs', 2)).toEqual({
      kind: 'pattern',
      side: 'theirs',
      pattern: 2,
    });
  });
});
