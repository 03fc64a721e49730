import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findHeader, type RawRecord } from '@/lib/core/csv/header-line';

function records(lines: readonly (readonly string[])[], first = 1): RawRecord[] {
  return lines.map((cells, i) => ({ cells: [...cells], line: first + i }));
}

const names = ['Card', 'Spent', 'Seq', 'Branch'];
const row = fc
  .tuple(fc.nat(99_999), fc.nat(9_999), fc.nat(999), fc.constantFrom('A', 'B', ''))
  .map(([card, spent, seq, branch]) => [`K${card}`, `${spent}.10`, String(seq), branch]);
const preamble = fc.constantFrom(
  ['Customer report'],
  ['Customer report', '', '', ''],
  ['Account Name:', 'Business 4471', '', ''],
  ['Account Balance:', 'GBP 0.00', '', ''],
  ['Period', '2026-01-01', '2026-01-31'],
  ['BOF'],
  ['# exported by CRM 4.1'],
  ['HDR', '20260105'],
);

describe('the header', () => {
  it('is found below whatever stands above it', () => {
    fc.assert(
      fc.property(
        fc.array(preamble, { maxLength: 5 }),
        fc.array(row, { minLength: 8, maxLength: 40 }),
        fc.boolean(),
        (above, rows, gap) => {
          const lines = [...records(above), ...records([names, ...rows], above.length + (gap ? 2 : 1))];
          expect(findHeader(lines).header).toBe(above.length);
        },
      ),
    );
  });

  it('is found below several lines that hold values of their own, in a short file', () => {
    const above = Array.from({ length: 3 }, () => ['HDR', '20260105']);
    const rows = Array.from({ length: 8 }, (_, i) => [`K${i}`, '0.10', String(i), 'A']);
    expect(findHeader(records([...above, names, ...rows])).header).toBe(3);
    expect(findHeader(records([...above, ...rows])).header).toBeNull();
  });

  it('is none where every record holds values', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 3, maxLength: 40 }), (rows) => {
        expect(findHeader(records(rows)).header).toBeNull();
      }),
    );
  });

  it('may be narrower than rows to which a column was appended', () => {
    const rows = Array.from({ length: 20 }, (_, i) => [`K${i}`, '1.50', String(i), 'A', i % 2 ? 'x' : '']);
    expect(findHeader(records([names, ...rows])).header).toBe(0);
  });

  it('is the only record of a file that came empty', () => {
    expect(findHeader(records([names])).header).toBe(0);
    expect(findHeader(records([['1', '2.50', '3']])).header).toBeNull();
  });

  it('says which line looks like one where it stands among values', () => {
    const rows = Array.from({ length: 10 }, (_, i) => [`K${i}`, '1.50', String(i), 'A']);
    expect(findHeader(records([...rows, names, ...rows])).likely).toBe(10);
  });
});
