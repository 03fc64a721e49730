import { parseUnits } from './decimal';

/** A span of time of days and shorter units. */
export interface Duration {
  readonly negative: boolean;
  /** Largest unit first; amounts are decimals, and of seconds alone not always whole. */
  readonly parts: readonly { readonly unit: TimeUnit; readonly amount: string }[];
}

export type TimeUnit = 'day' | 'hour' | 'minute' | 'second';

/** In milliseconds, in the order in which ISO 8601 writes them. */
const UNITS: readonly (readonly [TimeUnit, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
];

const FORM = /^(-?)P(?=[\dT])(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** A duration as ISO 8601 writes it, with an optional minus: "PT2H", "-PT5H30M", "P1D", "PT0.5S"; null: it is none. */
export function parseDuration(text: string): Duration | null {
  const found = FORM.exec(text);
  if (!found) return null;
  const parts = UNITS.flatMap(([unit], at) => {
    const amount = found[at + 2];
    return amount === undefined ? [] : [{ unit, amount }];
  });
  return { negative: found[1] === '-', parts };
}

/** As a count of 10^-scale milliseconds; where it needs finer ones, a fraction. */
export function durationUnits({ negative, parts }: Duration, scale: number): number {
  const length = parts.reduce((sum, { unit, amount }) => {
    const places = amount.split('.')[1]?.length ?? 0;
    const milliseconds = UNITS.find(([name]) => name === unit)?.[1] ?? 0;
    return sum + (Number(parseUnits(amount, places)) * milliseconds * 10 ** scale) / 10 ** places;
  }, 0);
  return negative ? -length : length;
}

/** A number of whole minutes, not 0, as `parseDuration` reads it. */
export function writeMinutes(minutes: number): string {
  const all = Math.abs(minutes);
  const [days, hours, rest] = [Math.floor(all / 1440), Math.floor(all / 60) % 24, all % 60];
  const time = `${hours > 0 ? `${hours}H` : ''}${rest > 0 ? `${rest}M` : ''}`;
  return `${minutes < 0 ? '-' : ''}P${days > 0 ? `${days}D` : ''}${time === '' ? '' : `T${time}`}`;
}
