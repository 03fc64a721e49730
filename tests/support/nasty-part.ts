import fc from 'fast-check';

/** What stands between parts, and what tells such from a part's own. */
const dotted = fc.string({ unit: fc.constantFrom('·', ' ', '\\', 'a'), maxLength: 5 });

/** A part of a key, likely to be taken for several, or for another. */
export const nastyPart = fc.oneof(
  fc.constantFrom('', '1', '12', '2', ',', '1,2', ' · ', '·', 'a', 'A', ' a'),
  dotted,
  fc.string(),
);
