import { assertNever } from '../assert-never';
import type { Rejection } from '../rejection';

/** Why a line was left out, as one sentence: "delta1.csv, line 7, column "total_spend": "n/a" is not a number." */
export function describeRejection(rejection: Rejection, file: string): string {
  const { line, lines = 1, column } = rejection;
  const place = lines === 1 ? `line ${line}` : `lines ${line}–${line + lines - 1}`;
  return `${file}, ${place}${column === null ? '' : `, column "${column}"`}: ${reasonOf(rejection)}`;
}

/** The reason alone, without its place: ""n/a" is not a number." */
export function reasonOf({ reason, text }: Pick<Rejection, 'reason' | 'text'>): string {
  switch (reason) {
    case 'quote-out-of-place':
      return `a quote is out of place, so that it is not known where the row ends: ${text}`;
    case 'other-encoding':
      return `the line has bytes of another encoding than most of the file: ${text}`;
    case 'too-few-cells':
      return `the row has fewer cells than the header: ${text}`;
    case 'set-aside':
      return `the line was said to be data, but it has no cells for the header's columns: ${text}`;
    case 'not-a-number':
      return `"${text}" is not a number.`;
    case 'not-a-version':
      return `"${text}" is not a version like the others of the column.`;
    case 'empty-key':
      return 'the key is empty.';
    default:
      return assertNever(reason);
  }
}
