import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '@/lib/core/csv/byte-source';
import { buffersOfTable, packTable, unpackTable } from '@/lib/core/csv/packed-table';
import { readCsv } from '@/lib/core/csv/read-csv';
import { ok } from '@/lib/core/result';
import { readText, utf8 } from '@/tests/support/csv-text';
import { nastyCsv, tableTold } from '@/tests/support/nasty-csv';

describe('a packed table', () => {
  it('says in another thread all that the table says', async () => {
    await fc.assert(
      fc.asyncProperty(nastyCsv, async ({ text, headerLine }) => {
        const read = await readCsv(bytesSource('a.csv', utf8(text)), { headerLine });
        if (!read.ok) return;
        const told = tableTold(read);
        const packed = packTable(read.value);
        const sent = structuredClone(packed, { transfer: buffersOfTable(packed) });
        expect(tableTold(ok(unpackTable(sent)))).toEqual(told);
      }),
      { numRuns: 500 },
    );
  });

  it('is handed over rather than copied', async () => {
    const table = await readText('id,spend,name,code\n1,10,a,001\n2,1.5,b,002\n');
    const packed = packTable(table);
    structuredClone(packed, { transfer: buffersOfTable(packed) });
    expect(table.lines.length).toBe(0);
    expect(table.columns.map(({ cells }) => cells.rows)).toEqual([0, 0, 0, 0]);
  });
});
