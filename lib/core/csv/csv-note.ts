/** What reading a file did that is worth knowing and stops nothing. */
export type CsvNote =
  /** The first line only names the delimiter ("sep=;") and is no row. */
  | { readonly code: 'delimiter-line' }
  /** The first column has no name and counts the rows; it is left out. */
  | { readonly code: 'row-numbers' }
  /** A column without a name is kept under one; `at` is its 0-based place. */
  | { readonly code: 'column-unnamed'; readonly at: number; readonly called: string };
