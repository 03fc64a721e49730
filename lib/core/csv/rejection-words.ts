import { assertNever } from '../assert-never';
import type { Rejection } from './csv-table';

const LONGEST = 80;

/** The beginning of a cell or line, at most 80 characters, never half a character. */
export function clip(text: string): string {
  if (text.length <= LONGEST) return text;
  return text.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '');
}

/** Why a line was left out, as one sentence: "delta1.csv, line 7, column "total_spend": "n/a" is not a number." */
export function describeRejection(rejection: Rejection, file: string): string {
  const { line, column, text } = rejection;
  const place = `${file}, line ${line}${column === null ? '' : `, column "${column}"`}`;
  switch (rejection.reason) {
    case 'too-few-cells':
      return `${place}: the row has fewer cells than the header: ${text}`;
    case 'too-many-cells':
      return `${place}: the row has more cells than the header: ${text}`;
    case 'not-a-number':
      return `${place}: "${text}" is not a number.`;
    case 'not-a-version':
      return `${place}: "${text}" is not a version like the others of the column.`;
    case 'empty-key':
      return `${place}: the key is empty.`;
    case 'repeated-header':
      return `${place}: the header is repeated here.`;
    default:
      return assertNever(rejection.reason);
  }
}

/** The rejection without the text of a whole line, which holds the key: for a reader from whom keys are masked. */
export function withoutKey(rejection: Rejection): Rejection {
  return rejection.column === null ? { ...rejection, text: '…' } : rejection;
}
