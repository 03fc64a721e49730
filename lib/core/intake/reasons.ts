/** Why a file is taken for what it is. */
export type RoleReason =
  /** A delta: its name says so. */
  | { readonly code: 'name-says'; readonly word: string }
  /** A delta: one of so many files whose names differ in their number only. */
  | { readonly code: 'numbered'; readonly files: number }
  /** A delta: its name says nothing, and others look more like whole tables. */
  | { readonly code: 'others-are-tables' }
  /** Ignored: its name is not that of data, and no other file has its columns. */
  | { readonly code: 'unlike-data' }
  /** Ignored: it has the same content. */
  | { readonly code: 'same-content'; readonly other: string }
  /** Ignored: a table, and both sides have theirs. */
  | { readonly code: 'third-table'; readonly table: TableReason }
  /** A side's table. */
  | {
      readonly code: 'side';
      readonly side: 'ours' | 'theirs';
      readonly table: TableReason;
      /** By its own name, by the other table's, as the only table, or by the natural order of the names. */
      readonly by: 'own-name' | 'other-name' | 'only-table' | 'name-order';
      /** The file that claims the same side; null: none does. */
      readonly rival: string | null;
    };

/** Why a file is taken for a table: a word of its name, or a name unlike the deltas' and the most different values. */
export type TableReason = { readonly code: 'name-says'; readonly word: string } | { readonly code: 'most-values' };

/** One of the reasons for which a column is used as it is. */
export type ColumnReason =
  /** Its name says whom a row is about. */
  | { readonly code: 'name-says-whom' }
  | { readonly code: 'name-identifies' }
  /** Every row has its own. */
  | { readonly code: 'unique' }
  /** Of the columns that there are it comes nearest to a key. */
  | { readonly code: 'nearest-to-key' }
  /** Only with the other columns of the key does it name one row of a table. */
  | { readonly code: 'unique-together' }
  | { readonly code: 'name-says'; readonly word: string }
  /** What all, or nearly all, of its cells are. */
  | { readonly code: 'cells'; readonly type: 'number' | 'date' | 'text'; readonly all: boolean }
  /** A currency's sign or code, or "%". */
  | { readonly code: 'cells-carry'; readonly unit: string }
  /** Its values rise from delta to delta. */
  | { readonly code: 'rises' }
  /** A table holds its largest value for nearly every key. */
  | { readonly code: 'newest-held' }
  /** The deltas and a table have it, so that it can be compared. */
  | { readonly code: 'shared' }
  | { readonly code: 'not-shared' }
  | UnitReason;

/** Why amounts are shown in a unit, or in none. */
export type UnitReason =
  /** The column's name says so, and no cell carries one. */
  | { readonly code: 'unit-named'; readonly unit: string }
  /** The cells carry several. */
  | { readonly code: 'several-units-carried'; readonly units: readonly string[] }
  /** The column's names say several. */
  | { readonly code: 'several-units-named'; readonly units: readonly string[] };
