import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '@/lib/core/csv/byte-source';
import { NumeralColumn } from '@/lib/core/csv/numeral-column';
import { parseCsv } from '@/lib/core/csv/parse-csv';
import { scanCsv } from '@/lib/core/csv/scan-csv';
import { rowsOf, utf8 } from '@/tests/support/csv-text';
import { longCsv, nastyCsv, tableTold } from '@/tests/support/nasty-csv';

describe('scanning bytes', () => {
  it('gives what parsing the text gives, rejections, lines and evidence too, or leaves it to that', async () => {
    let [scans, all, numbers] = [0, 0, 0];
    await fc.assert(
      fc.asyncProperty(nastyCsv, fc.constantFrom(1, 2, 3, 7, 64, 4096), async ({ text, headerLine }, chunkBytes) => {
        const source = bytesSource('a.csv', utf8(text));
        const bom = text.startsWith('\ufeff');
        const scanned = await scanCsv(source, { chunkBytes, headerLine }, bom);
        all++;
        if (scanned === null) return;
        scans++;
        if (scanned.ok)
          numbers += scanned.value.columns.filter(
            ({ cells }) => cells.rows > 1 && cells instanceof NumeralColumn,
          ).length;
        expect(tableTold(scanned)).toEqual(
          tableTold(await parseCsv(source, { headerLine }, { encoding: 'utf-8', bom })),
        );
      }),
      { numRuns: 20_000 },
    );
    expect(scans / all).toBeGreaterThan(0.3);
    expect(numbers / all).toBeGreaterThan(0.5);
  }, 240_000);

  it('gives the same of files of many rows, wherever one of them is odd', async () => {
    await fc.assert(
      fc.asyncProperty(longCsv, fc.constantFrom(100, 4096, 2 ** 20), async (text, chunkBytes) => {
        const source = bytesSource('a.csv', utf8(text));
        const scanned = await scanCsv(source, { chunkBytes }, false);
        if (scanned === null) throw new Error('left to parsing');
        expect(tableTold(scanned)).toEqual(tableTold(await parseCsv(source, {}, { encoding: 'utf-8', bom: false })));
      }),
      { numRuns: 150 },
    );
  }, 120_000);

  it('leaves to parsing what is not plainly well-formed UTF-8', async () => {
    const malformed = ['a,b\n1,"x" y\n', 'a,b\n1,"x\n', 'a,b\n1,2\r\n3,4\n', 'a,b\n1,\0\n', 'a,b\r\n1,2\n3,4\r\n'];
    for (const text of malformed) expect(await scanCsv(bytesSource('a.csv', utf8(text)), {}, false)).toBeNull();
    const latin = Uint8Array.from([97, 44, 98, 10, 0xe9, 44, 49, 10]);
    expect(await scanCsv(bytesSource('a.csv', latin), {}, false)).toBeNull();
    expect(await scanCsv(bytesSource('a.csv', utf8('a,b\né,1\n').slice(0, 5)), {}, false)).toBeNull();
  });

  it('leaves to parsing a line break of another kind, however late it comes', async () => {
    for (const [newline, other] of [
      ['\r\n', '\r'],
      ['\r', '\r\n'],
      ['\r', '\n'],
      ['\n', '\r'],
      ['\n', '\r\n'],
    ] as const) {
      const rows = Array.from({ length: 60_000 }, (_, r) => `${r},${r * 2}`);
      const text = ['a,b', ...rows].join(newline) + other;
      for (const after of [`7,8${newline}`, ''])
        expect(await scanCsv(bytesSource('a.csv', utf8(`${text}${after}`)), {}, false)).toBeNull();
    }
  });

  it('takes quotes that are well-formed, and such as are letters', async () => {
    const text = 'a,b\n"1","x ""y"", z"\nx"y,"two\nlines"\n';
    const scanned = await scanCsv(bytesSource('a.csv', utf8(text)), { chunkBytes: 3 }, false);
    if (!scanned?.ok) throw new Error('left to parsing');
    expect(rowsOf(scanned.value)).toEqual([
      ['1', 'x "y", z'],
      ['x"y', 'two\nlines'],
    ]);
    expect([...scanned.value.lines]).toEqual([2, 3]);
  });
});
