import { assertNever } from '../assert-never';
import { formatUnits } from '../decimal';
import type { CaseColumn } from './case-tables';

/** A cell as plain text: a decimal, an ISO date-time, or the text itself; empty for a missing cell. */
export function plainText(column: CaseColumn, value: number): string {
  if (value === Number.NEGATIVE_INFINITY) return '';
  switch (column.type) {
    case 'number':
      return formatUnits(column.wide ? (column.wide[value] as bigint) : value, column.scale);
    case 'date': {
      const iso = new Date(value).toISOString();
      return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.replace('.000Z', 'Z');
    }
    case 'text':
      return column.texts?.[value] ?? '';
    default:
      return assertNever(column.type);
  }
}
