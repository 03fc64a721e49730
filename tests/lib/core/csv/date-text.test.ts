import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedTimeOf, type DateOrder, orderVotes, parseCountedTime, parseDateText } from '@/lib/core/csv/date-text';

const instant = fc.date({
  min: new Date('0000-01-01T00:00:00Z'),
  max: new Date('9999-12-31T23:59:59.999Z'),
  noInvalidDate: true,
});

/** The cell as `Date.parse` would give it: milliseconds; null where it is no date. */
function milliseconds(cell: string, order?: DateOrder): number | null {
  const date = parseDateText(cell, order);
  return date && date.seconds * 1000 + date.nanoseconds / 1e6;
}

describe('an ISO date in a cell', () => {
  it('is the instant that was written, with or without a time', () => {
    fc.assert(
      fc.property(instant, (date) => {
        const text = date.toISOString();
        expect(milliseconds(text)).toBeCloseTo(date.getTime(), 3);
        expect(milliseconds(text.replace('T', ' ').replace('Z', ''))).toBeCloseTo(date.getTime(), 3);
        expect(milliseconds(text.slice(0, 10))).toBe(Date.parse(text.slice(0, 10)));
      }),
    );
  });

  it('moves by its offset', () => {
    const noon = Date.parse('2024-02-29T12:00:00Z');
    for (const text of [
      '2024-02-29T14:00+02:00',
      '2024-02-29 14:00:00+0200',
      '2024-02-29T06:30:00.000-05:30',
      '2024-02-29 12:00 UTC',
    ]) {
      expect(milliseconds(text)).toBe(noon);
    }
  });

  it('keeps every nanosecond', () => {
    expect(parseDateText('2024-01-01T00:00:00.123456789Z')?.nanoseconds).toBe(123_456_789);
    expect(parseDateText('2024-01-01T00:00:00.5')?.nanoseconds).toBe(500_000_000);
  });

  it.each([
    '',
    '2024',
    '2023-02-29',
    '1900-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-04-31',
    '2024-01-01T24:00',
    '2024-01-01T10:60',
    '2024-01-01x',
    '20240101',
    '2024-01-01T10:00+25:00',
    '1.2.10',
    '12-34-5678',
    '2024-01/05',
    'May',
    'Mayor 5, 2024',
    '13:05:00',
    '5/1/2024 13:05 PM',
    '4e5f-1234',
  ])('%j is none', (text) => {
    expect(parseDateText(text)).toBeNull();
  });
});

describe('a date in another form', () => {
  it.each([
    ['5/1/2026', 'day-first', '2026-01-05'],
    ['5/1/2026', 'month-first', '2026-05-01'],
    ['05.01.2026 15:24', 'day-first', '2026-01-05T15:24Z'],
    ['1/5/2026 3:24 PM', 'month-first', '2026-01-05T15:24Z'],
    ['1/5/2026 12:00:07 a.m.', 'month-first', '2026-01-05T00:00:07Z'],
    ['05-01-26', 'day-first', '2026-01-05'],
    ['05-JAN-26', 'day-first', '2026-01-05'],
    ['05-JAN-26 03.24.00.250000 PM', 'day-first', '2026-01-05T15:24:00.250Z'],
    ['5 January 2026', 'day-first', '2026-01-05'],
    ['Jan 5, 2026', 'day-first', '2026-01-05'],
    ['January 5th, 2026 3:24 PM', 'day-first', '2026-01-05T15:24Z'],
    ['Mon, 05 Jan 2026 15:24:00 GMT', 'day-first', '2026-01-05T15:24Z'],
    ['Mon Jan 05 2026 15:24:00 GMT+0100 (CET)', 'day-first', '2026-01-05T14:24Z'],
    ['5. März 2026', 'day-first', '2026-03-05'],
    ['5 févr. 2026', 'day-first', '2026-02-05'],
    ['2026/1/5', 'month-first', '2026-01-05'],
    ['20260105T152400Z', 'day-first', '2026-01-05T15:24Z'],
    ['31/12/1999', 'day-first', '1999-12-31'],
    ['31/12/99', 'day-first', '1999-12-31'],
  ] as const)('%j, %s, is %s', (cell, order, iso) => {
    expect(milliseconds(cell, order)).toBe(Date.parse(iso));
  });

  it('is none under an order that gives no month', () => {
    expect(parseDateText('13/1/2026', 'month-first')).toBeNull();
    expect(parseDateText('1/13/2026', 'day-first')).toBeNull();
  });

  it('votes for an order only where the other gives no date', () => {
    expect(orderVotes(['13/1/2026', '1/2/2026', '2/2/2026', '2026-01-13', '1/13/2026', 'x'])).toEqual({
      dayFirst: 1,
      monthFirst: 1,
      open: 1,
    });
  });
});

describe('a counted time', () => {
  it.each([
    ['1767628800', 'seconds', '2026-01-05T16:00:00Z'],
    ['1767628800250', 'milliseconds', '2026-01-05T16:00:00.250Z'],
    ['1767628800250000', 'microseconds', '2026-01-05T16:00:00.250Z'],
    ['1767628800250000000', 'nanoseconds', '2026-01-05T16:00:00.250Z'],
    ['46027', 'days', '2026-01-05T00:00:00Z'],
    ['46027.75', 'days', '2026-01-05T18:00:00Z'],
  ] as const)('%s counts %s: %s', (text, counts, iso) => {
    expect(countedTimeOf(text)).toBe(counts);
    const at = parseCountedTime(text, counts);
    expect((at?.seconds ?? 0) * 1000 + (at?.nanoseconds ?? 0) / 1e6).toBe(Date.parse(iso));
  });

  it.each(['12', '4500', '9999999999', '20260105', '', 'x'])('%j counts none', (text) => {
    expect(countedTimeOf(text)).toBeNull();
  });
});
