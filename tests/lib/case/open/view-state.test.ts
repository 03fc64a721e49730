import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  DEFAULT_VIEW,
  panels,
  parseView,
  scopes,
  serialiseView,
  toggleFilter,
  type ViewState,
} from '@/lib/case/open/view-state';
import type { RowFilter } from '@/lib/engine/investigator';

const decimal = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }).map(String);
const side = fc.constantFrom('ours' as const, 'theirs' as const);
const filter: fc.Arbitrary<RowFilter> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('expectedFile' as const, 'oursFile' as const, 'theirsFile' as const),
    file: fc.string(),
  }),
  fc.record({ kind: fc.constant('version' as const), from: fc.string(), to: fc.string() }),
  fc.record({ kind: fc.constant('difference' as const), from: decimal, to: decimal, closed: fc.boolean() }),
  fc.record({ kind: fc.constant('cause' as const), side, cause: fc.nat() }),
  fc.record({ kind: fc.constant('unexplained' as const), side }),
  fc.record({ kind: fc.constant('pattern' as const), side, pattern: fc.nat({ max: 7 }) }),
  fc.record({
    kind: fc.constant('presence' as const),
    value: fc.constantFrom('both' as const, 'onlyOurs' as const, 'onlyTheirs' as const),
  }),
  fc.record({ kind: fc.constant('column' as const), column: fc.string() }),
);
const view: fc.Arbitrary<ViewState> = fc.record({
  scope: fc.constantFrom(...scopes),
  filters: fc.array(filter, { maxLength: 4 }),
  sort: fc.array(fc.record({ column: fc.string(), descending: fc.boolean() }), { maxLength: 3 }),
  panel: fc.option(fc.constantFrom(...panels)),
});

describe('the view in the address', () => {
  test('every view comes back as it was', () => {
    fc.assert(
      fc.property(view, (held) => {
        expect(parseView(`#${serialiseView(held)}`)).toEqual(held);
      }),
    );
  });

  test('the default view leaves the address clean', () => {
    expect(serialiseView(DEFAULT_VIEW)).toBe('');
    expect(parseView('')).toEqual(DEFAULT_VIEW);
  });

  test('no text whatever makes it fail', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(scopes).toContain(parseView(text).scope);
      }),
    );
  });

  test('a strange part falls back and leaves the others', () => {
    const strange =
      'scope=everything&panel=replay&filter={"kind":"key","key":"5983"}&filter={"kind":"column","column":"a"}&sort=[';
    expect(parseView(strange)).toEqual({
      ...DEFAULT_VIEW,
      panel: 'replay',
      filters: [{ kind: 'column', column: 'a' }],
    });
  });
});

test('setting a filter twice takes it away', () => {
  fc.assert(
    fc.property(filter, (one) => {
      const reversed = Object.fromEntries(Object.entries(one).toReversed()) as unknown as RowFilter;
      expect(toggleFilter(toggleFilter([], one), reversed)).toEqual([]);
    }),
  );
});
