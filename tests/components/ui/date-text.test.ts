import { expect, test } from 'vitest';
import { dayText, momentText } from '@/components/ui/date-text';

test('a day and a moment are written as on a letter', () => {
  expect(dayText(new Date(2026, 8, 3))).toBe('3 Sep 2026');
  expect(momentText(new Date(2026, 10, 22, 4, 3))).toBe('22 Nov 2026, 04:03');
});
