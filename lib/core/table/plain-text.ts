import { assertNever } from '../assert-never';
import { parseDateText } from '../csv/date-text';
import { formatUnits } from '../decimal';
import type { CaseColumn } from './case-tables';
import { instantUnits } from './date-cells';

/** A cell as plain text: a decimal, rounded to the unit where a broken scale left a fraction, an ISO date-time, or the text itself; empty for a missing cell. */
export function plainText(column: CaseColumn, value: number): string {
  if (value === Number.NEGATIVE_INFINITY) return '';
  switch (column.type) {
    case 'number':
      return formatUnits(column.wide ? (column.wide[value] as bigint) : Math.round(value), column.scale);
    case 'date':
      return dateText(column.wide ? (column.wide[value] as bigint) : BigInt(Math.floor(value)), column.scale);
    case 'text':
      return column.texts?.[value] ?? '';
    default:
      return assertNever(column.type);
  }
}

/** "2026-01-05", "2026-01-05T10:00:00Z", "2026-01-05T10:00:00.123456Z" from a count of 10^-digits milliseconds. */
function dateText(count: bigint, digits: number): string {
  const unit = 10n ** BigInt(digits);
  const milliseconds = count >= 0n ? count / unit : (count - unit + 1n) / unit;
  const finer = count - milliseconds * unit;
  const iso = new Date(Number(milliseconds)).toISOString();
  if (finer !== 0n) return iso.replace('Z', `${finer.toString().padStart(digits, '0').replace(/0+$/, '')}Z`);
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.replace('.000Z', 'Z');
}

/** The cell of a date column that a plain text of it stands for, between two cells where it has none such; NaN: no date. */
export function dateCell(column: CaseColumn, text: string): number {
  const date = parseDateText(text);
  if (!date) return Number.NaN;
  const digits = column.scale as 0 | 3 | 6;
  const count = instantUnits(date, digits);
  if (!column.wide) return Number(count);
  const at = column.wide.findIndex((own) => own >= count);
  if (at === -1) return column.wide.length;
  return column.wide[at] === count ? at : at - 0.5;
}
