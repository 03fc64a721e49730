import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bytesSource } from '@/lib/core/csv/byte-source';
import { readCsv } from '@/lib/core/csv/read-csv';
import { rowsOf, utf8 } from '@/tests/support/csv-text';
import type { FuzzTarget } from '../target';

type Kind = 'ascii' | 'utf8' | 'latin' | 'broken';

const line = fc.tuple(
  fc.constantFrom<Kind[]>('ascii', 'ascii', 'utf8', 'utf8', 'latin', 'broken'),
  fc.constantFrom('Zürich', 'Köln', 'Århus', 'ß'),
  fc.nat(999),
);

/** Bytes of one line, and its text where it is of one encoding. */
function bytesOf([kind, word, number]: readonly [Kind, string, number]): Uint8Array {
  if (kind === 'ascii') return utf8(`plain${number},${number}`);
  if (kind === 'utf8') return utf8(`${word},${number}`);
  if (kind === 'latin') return Uint8Array.from(`${word},${number}`, (character) => character.charCodeAt(0));
  const cut = utf8(word);
  return Uint8Array.from([...cut.slice(0, cut.findIndex((byte) => byte > 0x7f) + 1), ...utf8(`x,${number}`)]);
}

/**
 * Lines of ASCII, of UTF-8, of one byte a character and with characters cut in two. The encoding is that of most lines
 * beyond ASCII; no line of another is a row, no line is lost, and no row holds what was not written.
 */
export const encodings: FuzzTarget = {
  name: 'encodings',
  given: 'lines of UTF-8, of windows-1252, and with characters cut in two, in one file',
  heldTo: 'a vote by lines, and the text of each line',
  property: fc.asyncProperty(
    fc.array(line, { minLength: 1, maxLength: 20 }),
    fc.constantFrom(1, 2, 5, 64, 4096),
    async (lines, chunkBytes) => {
      const bytes = Uint8Array.from([...utf8('id,n'), ...lines.flatMap((one) => [10, ...bytesOf(one)])]);
      const source = bytesSource('a.csv', bytes);
      const read = await readCsv(source, { headerLine: 1, chunkBytes });
      assert.deepEqual(read, await readCsv(source, { headerLine: 1 }));
      assert.ok(read.ok);
      const { value: table } = read;
      const whole = lines.filter(([kind]) => kind === 'utf8').length;
      const other = lines.filter(([kind]) => kind === 'latin' || kind === 'broken').length;
      const isUtf8 = other === 0 || (whole > 0 && whole >= other);
      assert.equal(table.dialect.encoding, isUtf8 ? 'UTF-8' : 'windows-1252');
      const fits = ([kind]: (typeof lines)[number]) => kind === 'ascii' || (kind === 'utf8') === isUtf8;
      assert.equal(table.rows, lines.filter(fits).length);
      assert.equal(table.rows + table.rejectedRows, lines.length);
      const written = lines.filter(fits).map(([kind, word, number]) => {
        if (kind === 'ascii') return [`plain${number}`, String(number)];
        if (kind === 'broken') return null;
        return [word, String(number)];
      });
      for (const [r, row] of rowsOf(table).entries()) if (written[r]) assert.deepEqual(row, written[r]);
    },
  ),
};
