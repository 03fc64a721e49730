import { describe, expect, it } from 'vitest';
import { clip, describeRejection, withoutKey } from '@/lib/core/csv/rejection-words';

describe('the words of a rejection', () => {
  it('name file, line, column and cell', () => {
    expect(
      describeRejection({ line: 7, column: 'total_spend', reason: 'not-a-number', text: 'n/a' }, 'delta1.csv'),
    ).toBe('delta1.csv, line 7, column "total_spend": "n/a" is not a number.');
    expect(describeRejection({ line: 9, column: null, reason: 'too-few-cells', text: '1,2' }, 'delta1.csv')).toBe(
      'delta1.csv, line 9: the row has fewer cells than the header: 1,2',
    );
  });

  it('show at most 80 characters and no half of one', () => {
    expect(clip('x'.repeat(100))).toHaveLength(80);
    expect(clip(`${'x'.repeat(79)}😀`)).toBe('x'.repeat(79));
  });

  it('keep a key to themselves under the mask, and a cell of another column not', () => {
    const line = { line: 9, column: null, reason: 'too-few-cells', text: 'ana@example.org,2' } as const;
    expect(describeRejection(withoutKey(line), 'delta1.csv')).toBe(
      'delta1.csv, line 9: the row has fewer cells than the header: …',
    );
    const cell = { line: 7, column: 'total_spend', reason: 'not-a-number', text: 'n/a' } as const;
    expect(withoutKey(cell)).toEqual(cell);
  });
});
