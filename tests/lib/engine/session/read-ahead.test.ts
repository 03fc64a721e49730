import { describe, expect, it } from 'vitest';
import { bytesSource } from '@/lib/core/csv/byte-source';
import { readCsv } from '@/lib/core/csv/read-csv';
import { readAhead } from '@/lib/engine/session/read-ahead';
import { utf8 } from '@/tests/support/csv-text';

describe('reading ahead', () => {
  it('asks for the bytes of a small file once, however they are then read', async () => {
    const whole = bytesSource('a.csv', utf8('id,spend\n1,2\n3,4\n'));
    const asked: string[] = [];
    const [ahead] = readAhead([
      {
        ...whole,
        slice: (from, to) => {
          asked.push(`${from} to ${to}`);
          return whole.slice(from, to);
        },
        stream: () => {
          throw new Error('asked for the bytes once more');
        },
      },
    ]);
    if (!ahead) throw new Error('no source');
    expect(await readCsv(ahead)).toMatchObject({ ok: true, value: { rows: 2 } });
    expect(asked).toEqual([`0 to ${whole.size}`]);
  });
});
