import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { durationUnits, parseDuration, writeMinutes } from '@/lib/core/duration';
import { faultSchema } from '@/lib/core/findings/fault';

const MINUTE = 60_000;

function milliseconds(text: string): number | null {
  const duration = parseDuration(text);
  return duration && durationUnits(duration, 0);
}

describe('a duration', () => {
  it.each([
    ['PT2H', 120 * MINUTE],
    ['-PT5H30M', -330 * MINUTE],
    ['P1D', 1440 * MINUTE],
    ['P2DT1M', 2881 * MINUTE],
    ['PT0.5S', 500],
    ['PT90M', 90 * MINUTE],
  ])('%s is so many milliseconds', (text, expected) => {
    expect(milliseconds(text)).toBe(expected);
  });

  it.each(['', 'P', 'PT', '-', 'P1', 'P1H', 'PT1D', 'P1M', 'P1Y', 'P1W', '2H', 'PT1.5H', 'P1DT', '+PT1H', 'PT1H '])(
    'is not what %j says',
    (text) => {
      expect(parseDuration(text)).toBeNull();
      expect(faultSchema.safeParse({ fault: 'column-shifted', column: 'a', by: text }).success).toBe(false);
    },
  );

  it('counts finer units than milliseconds exactly', () => {
    const duration = parseDuration('-PT0.000001S');
    expect(duration && durationUnits(duration, 3)).toBe(-1);
  });

  it('of whole minutes is written as it is read, and as the schema takes it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -200_000, max: 200_000 }).filter((minutes) => minutes !== 0),
        (minutes) => {
          const by = writeMinutes(minutes);
          expect(milliseconds(by)).toBe(minutes * MINUTE);
          expect(faultSchema.safeParse({ fault: 'column-shifted', column: 'a', by }).error).toBeUndefined();
        },
      ),
    );
  });
});
