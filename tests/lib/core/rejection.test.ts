import { expect, it } from 'vitest';
import { clip, withoutKey } from '@/lib/core/rejection';

it('a rejection shows at most 80 characters and no half of one', () => {
  expect(clip('x'.repeat(100))).toHaveLength(80);
  expect(clip(`${'x'.repeat(79)}😀`)).toBe('x'.repeat(79));
});

it('a rejection keeps a key to itself under the mask, and a cell of another column not', () => {
  const line = { line: 9, column: null, reason: 'too-few-cells', text: 'ana@example.org,2' } as const;
  expect(withoutKey({ ...line, cells: ['ana@example.org', '2'] })).toEqual({ ...line, text: '…' });
  const cell = { line: 7, column: 'total_spend', reason: 'not-a-number', text: 'n/a' } as const;
  expect(withoutKey(cell)).toEqual(cell);
});
