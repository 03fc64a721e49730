import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSitePath } from '@/lib/case/saved/site-path';

describe('an address in a saved case', () => {
  test.each(['/sample/delta0.csv', '/tieout/sample/AIQ%20summary.csv', '/a?b#c', '/a//b'])(
    '%j is of the own site',
    (path) => {
      expect(isSitePath(path)).toBe(true);
    },
  );

  test.each([
    ...[
      'https://evil.test/a.csv',
      '//evil.test/a.csv',
      '\\\\evil.test\\a.csv',
      '/\\evil.test/a.csv',
      'https:evil.test',
    ],
    ...[
      '/\t/evil.test/a.csv',
      '/\n/evil.test',
      '\t//evil.test',
      ' //evil.test',
      'javascript:alert(1)',
      'data:text/csv,a',
    ],
    ...[
      'http://site.invalid:81/a',
      'https://user@site.invalid/a',
      'https://site.invalid@evil.test/',
      'blob:x',
      'file:///a',
    ],
    ...['sample/delta0.csv', '', '?a', '#a', 'https://site.invalid/a.csv'],
  ])('%j is refused', (address) => {
    expect(isSitePath(address)).toBe(false);
  });

  test('that is taken leads nowhere else, from any site', () => {
    const piece = fc.constantFrom(
      ...['/', '\\', '\t', '\n', ':', '@', 'evil.test', 'https', '..', '?', '#', '%2f', ' '],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const address = pieces.join('');
        if (isSitePath(address)) expect(new URL(address, 'https://own.test').origin).toBe('https://own.test');
      }),
      { numRuns: 2000 },
    );
  });
});
