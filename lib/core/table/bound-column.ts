import type { DateOrder } from '../csv/date-text';
import type { Premise } from '../findings/premise';
import type { AmountWriting } from './amount-writing';
import type { BoundCells, CaseColumn } from './case-tables';

/** A column's cells over all files of the case, with one type and one scale. */
export interface BoundColumn {
  readonly column: CaseColumn;
  /** For each file its values by row, NaN where the type refuses the cell; null: the file lacks the column. */
  readonly values: readonly (BoundCells | null)[];
  /** Cells of each file that the type refuses. */
  readonly refused: readonly number[];
  readonly premises: readonly Premise[];
  /** Of dates: by file, see `BoundTable`. */
  readonly written?: {
    readonly offsets: readonly (Float64Array | null)[] | null;
    readonly orders: readonly (DateOrder | null)[];
  };
  /** Of the measure: by file, see `BoundTable`. */
  readonly amounts?: readonly (AmountWriting | null)[];
  /** Cells for which the other decimal sign, or the other order of day and month, would give other values. */
  readonly open: { readonly decimal: number; readonly dateOrder: number };
}
