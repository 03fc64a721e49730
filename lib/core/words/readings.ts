import { assertNever } from '../assert-never';
import type { DateForm } from '../findings/premise';

/** How cells are read, as phrases. */

export function dateOrder(form: DateForm | undefined): string {
  switch (form) {
    case 'day-month-year':
      return 'day first';
    case 'month-day-year':
      return 'month first';
    case 'year-month-day':
      return 'year first';
    case 'month-name':
      return 'months by their names';
    case 'epoch':
      return 'counted from 1970';
    case 'serial':
      return "counted as a spreadsheet's days";
    case 'several':
    case undefined:
      return 'in the form of each file';
    default:
      return assertNever(form);
  }
}

export function otherOrder(form: DateForm | undefined): string {
  return form === 'month-day-year' ? 'day first' : 'month first';
}

export function signWord(sign: '.' | ','): string {
  return sign === '.' ? 'point' : 'comma';
}
