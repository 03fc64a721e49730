import type { CsvNote } from '../csv/csv-note';

/** Something about the files that is worth knowing and stops nothing. */
export type IntakeNote =
  | (CsvNote & { readonly file: string })
  /** Its bytes are not valid UTF-8, and were read as windows-1252. */
  | { readonly code: 'not-utf-8'; readonly file: string }
  /** Read as this encoding, which nothing in the file says. */
  | { readonly code: 'encoding-unsaid'; readonly file: string; readonly encoding: string }
  | { readonly code: 'newlines-mixed'; readonly file: string }
  /** A delta with a header and no rows. */
  | { readonly code: 'delta-empty'; readonly file: string }
  /** The measure's cells have signs or codes of what they are in, or separators of thousands. */
  | {
      readonly code: 'amounts-written';
      readonly column: string;
      readonly units: readonly string[];
      readonly separators: boolean;
    }
  /** The two tables. */
  | { readonly code: 'same-content'; readonly file: string; readonly other: string }
  /** No column says which row of a key is newest. */
  | { readonly code: 'no-version' };
