/** A line that was left out, with the reason; none is ever dropped without one. */
export interface Rejection {
  /** 1-based physical line. */
  readonly line: number;
  readonly column: string | null;
  readonly reason: RejectionReason;
  /** The cell or the line's beginning, at most 80 characters. */
  readonly text: string;
  /** Physical lines that it takes, where a cell has line breaks; left out: one. */
  readonly lines?: number;
  /** Of a line that is no row for its number of cells: the cells, so that its key may be known. */
  readonly cells?: readonly string[];
}

export type RejectionReason =
  | 'quote-out-of-place'
  | 'other-encoding'
  | 'too-few-cells'
  | 'set-aside'
  | 'not-a-number'
  | 'not-a-version'
  | 'empty-key';

export const MAX_LISTED_REJECTIONS = 1000;

const LONGEST = 80;

/** The beginning of a cell or line, at most 80 characters, never half a character. */
export function clip(text: string): string {
  if (text.length <= LONGEST) return text;
  return text.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '');
}

/** The rejection without the text of a whole line, which holds the key: for a reader from whom keys are masked. */
export function withoutKey(rejection: Rejection): Rejection {
  if (rejection.column !== null) return rejection;
  const { line, lines, column, reason } = rejection;
  return { line, ...(lines === undefined ? {} : { lines }), column, reason, text: '…' };
}
