import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseView, serialiseView } from '@/lib/case/open/view-state';
import { linkFragment, viewOfFragment } from '@/lib/case/saved/link-view';
import { sampleFindings } from '@/tests/support/sample-findings';
import type { FuzzTarget } from '../target';

const json = fc.oneof(
  fc.json({ maxDepth: 2 }),
  fc
    .record(
      {
        kind: fc.constantFrom('version', 'cause', 'column', 'difference', 'presence', 'oursFile', '__proto__'),
        from: fc.constantFrom('1', '-2.5', 'x', '1e9', null),
        to: fc.constantFrom('9', '', '3'),
        side: fc.constantFrom('ours', 'theirs', 'both'),
        cause: fc.constantFrom(0, -1, 1.5, 2 ** 60, '0'),
        column: fc.constantFrom('total_spend', '__proto__', 'constructor', ''),
        file: fc.constantFrom('delta3.csv', 'toString'),
        value: fc.constantFrom('both', 'onlyOurs', 'valueOf'),
        closed: fc.constantFrom(true, false, 'true'),
      },
      { requiredKeys: [] },
    )
    .map((value) => JSON.stringify(value)),
);
const part = fc.oneof(
  fc.tuple(fc.constantFrom('filter', 'sort', 'scope', 'panel', 'at', 'by', '__proto__'), json),
  fc.tuple(
    fc.constantFrom('at', 'by', 'scope', 'panel'),
    fc.constantFrom(
      'version.3',
      'column.99',
      'cause.ours.0',
      'difference.0.closed',
      'all',
      'theirs:1.down',
      'tell',
      'x.-1',
    ),
  ),
  fc.tuple(fc.string({ maxLength: 6 }), fc.string({ maxLength: 12 })),
);

/** Addresses as links, browsers and strangers write them: never a failure, and what is understood is written as it was. */
export const viewState: FuzzTarget = {
  name: 'view state',
  given: 'fragments of addresses, whole and damaged',
  heldTo: 'itself, written and read once more',
  property: fc.property(fc.array(part, { maxLength: 6 }), fc.string({ maxLength: 4 }), (parts, tail) => {
    const fragment = `#${parts.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&')}${tail}`;
    const view = parseView(fragment);
    assert.deepEqual(parseView(serialiseView(view)), view);
    const seen = viewOfFragment(fragment, sampleFindings);
    const link = linkFragment(seen, sampleFindings);
    assert.equal(linkFragment(viewOfFragment(link, sampleFindings), sampleFindings), link);
  }),
};
