import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDateText } from '@/lib/core/csv/date-text';

const instant = fc.date({
  min: new Date('0000-01-01T00:00:00Z'),
  max: new Date('9999-12-31T23:59:59.999Z'),
  noInvalidDate: true,
});

describe('an ISO date in a cell', () => {
  it('is the instant that was written, with or without a time', () => {
    fc.assert(
      fc.property(instant, (date) => {
        const text = date.toISOString();
        expect(parseDateText(text)).toEqual({ milliseconds: date.getTime(), exact: true });
        expect(parseDateText(text.replace('T', ' ').replace('Z', ''))?.milliseconds).toBe(date.getTime());
        expect(parseDateText(text.slice(0, 10))?.milliseconds).toBe(Date.parse(text.slice(0, 10)));
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
      expect(parseDateText(text)?.milliseconds).toBe(noon);
    }
  });

  it('says when it is finer than a millisecond', () => {
    expect(parseDateText('2024-01-01T00:00:00.123456')).toMatchObject({ exact: false });
    expect(parseDateText('2024-01-01T00:00:00.123000')).toMatchObject({ exact: true });
  });

  it.each([
    '',
    '2024',
    '2024-1-1',
    '2023-02-29',
    '1900-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-04-31',
    '2024-01-01T24:00',
    '2024-01-01T10:60',
    '2024-01-01x',
    '01/02/2024',
    '20240101',
    '2024-01-01T10:00+25:00',
  ])('%j is none', (text) => {
    expect(parseDateText(text)).toBeNull();
  });
});
