import type { DateOrder } from '../csv/date-text';
import type { DecimalSign, DecimalVotes, NumberText } from '../csv/number-text';
import type { SettledBy } from '../findings/settled-by';
import type { ColumnRole } from './case-tables';
import type { Decided } from './cell-forms';
import type { FileTexts } from './column-texts';

/** A column of the case before its cells are valued. */
export interface ColumnSpec {
  readonly name: string;
  readonly role: ColumnRole;
  /** By file; null where the file lacks the column. */
  readonly files: readonly (FileTexts | null)[];
  /** Largest difference that counts as equal, a decimal. */
  readonly tolerance: string;
  /** What a number is shown in; undefined: the sign in its cells. */
  readonly unit?: string | null | undefined;
}

/** How cells are read that admit two readings, and what counts as empty. */
export interface CellReading {
  readonly decimal: DecimalSign;
  readonly dateOrder: DateOrder;
  /** What settled the two where the cells do not. */
  readonly decimalBy: SettledBy;
  readonly dateOrderBy: SettledBy;
  /** Words for an empty cell as a person gave them; null: by convention and evidence. */
  readonly empty: readonly string[] | null;
}

/** How one column is written, file by file. */
export interface Forms {
  readonly names: readonly string[];
  readonly reading: CellReading;
  /** Texts that are empty in a column of numbers or dates. */
  readonly words: ReadonlySet<string>;
  readonly votes: readonly (DecimalVotes | null)[];
  readonly signs: readonly Decided<DecimalSign>[];
  /** By file and code, null where the text is no number. */
  readonly numbers: readonly (readonly (NumberText | null)[] | null)[];
  /** Cells that are neither empty nor numbers. */
  readonly refusedNumbers: number;
  readonly orders: readonly Decided<DateOrder>[];
}
