import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDateText } from '@/lib/core/csv/date-text';
import { isEmptyCell, isEmptyWord } from '@/lib/core/csv/empty-cell';
import { parseNumberText } from '@/lib/core/csv/number-text';
import { isPlainlyOther } from '@/lib/core/csv/plain-kind';

const piece = fc.constantFrom(
  ...[
    'USD',
    'EUR',
    'A',
    'b',
    'e',
    'E',
    'T',
    'Z',
    'Jan',
    'january',
    'Mon',
    'am',
    'PM',
    'UTC',
    'null',
    'N/A',
    'nan',
    '@',
  ],
  ...[
    '1',
    '12',
    '2026',
    '05',
    '-',
    '--',
    '/',
    '.',
    ',',
    ':',
    ' ',
    '(',
    ')',
    '$',
    '%',
    '+',
    "'",
    '_',
    '#',
    '\\',
    'é',
    '€',
  ],
);
const texts = fc.oneof(
  fc.array(piece, { maxLength: 9 }).map((parts) => parts.join('')),
  fc.uuid(),
  fc.emailAddress(),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.stringMatching(/^[A-Z]{1,5}\d{1,6}$/),
  fc.stringMatching(/^(\d{1,2}[-/ ]?(Jan|Feb|Sept?)[-/ ]\d{4}|Mon, \d{1,2} Mar 2026 1\d:00:00 \+0200)$/),
);

describe('a text that is plainly none of numbers, dates and empty ones', () => {
  it('is read as none of them', () => {
    let seen = 0;
    fc.assert(
      fc.property(texts, (text) => {
        const bytes = new TextEncoder().encode(`1${text}1`);
        if (!isPlainlyOther(bytes, 1, bytes.length - 1)) return;
        seen++;
        expect([isEmptyCell(text), isEmptyWord(text)]).toEqual([false, false]);
        expect([parseNumberText(text, '.'), parseNumberText(text, ',')]).toEqual([null, null]);
        expect([parseDateText(text, 'day-first'), parseDateText(text, 'month-first')]).toEqual([null, null]);
      }),
      { numRuns: 5000 },
    );
    expect(seen).toBeGreaterThan(1000);
  });
});
