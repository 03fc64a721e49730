import fc from 'fast-check';
import { expect, test } from 'vitest';
import { papaParser } from '@/lib/core/csv/papa-parser';
import { splitRecords } from '@/lib/core/csv/split-records';

const delimiter = fc.constantFrom(',', ';', '\t', '|');
const newline = fc.constantFrom('\n', '\r\n', '\r');
const text = fc
  .array(
    fc.constantFrom('"', '"', '""', ',', ';', '\t', '|', '\n', '\r\n', '\r', ' ', '\u00a0', 'a', 'b7', '"x"', 'é'),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

test('a text is cut into the records into which PapaParse cuts it', () => {
  fc.assert(
    fc.property(text, delimiter, newline, fc.boolean(), (cut, by, lines, whole) => {
      expect(splitRecords(cut, by, lines, whole)).toEqual(papaParser(by, lines).parse(cut, !whole).data);
    }),
    { numRuns: 20_000 },
  );
});
