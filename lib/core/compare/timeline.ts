import type { Side } from '../findings/findings';
import type { RowSide } from './rows/row-query';

export interface Timeline {
  readonly key: string;
  /** Every delta row of the key in version order. */
  readonly versions: readonly {
    readonly file: string;
    readonly fileIndex: number;
    /** 1-based physical line in that file. */
    readonly line: number;
    readonly version: string;
    readonly measure: string;
    readonly attributes: readonly (string | null)[];
    /** Names of the columns, the version's too, whose value differs from the row above; none in the first row. */
    readonly changed: readonly string[];
    readonly tookBy: readonly ('expected' | 'ours' | 'theirs')[];
  }[];
  /** What each table holds where no delta row equals it; a key that a table has twice may stand here twice. */
  readonly unmatched: readonly { readonly side: Side; readonly row: RowSide }[];
  readonly causes: readonly { readonly side: Side; readonly cause: number }[];
}
