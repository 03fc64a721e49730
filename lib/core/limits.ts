/**
 * What Tieout reads at most. Whatever is beyond is refused before it costs memory or is read wrong, with its place and
 * the way out; the README lists the same numbers.
 */

/** Files of one case, those within archives counted: a row holds the index of its file in 16 bits. */
export const MOST_FILES = 65_536;

/** Files of one archive, with all archives in it. */
export const MOST_ARCHIVED_FILES = 10_000;

/** Archives within archives that are opened. */
export const MOST_NESTED = 4;

/** Bytes that come out of one archive, whatever memory there is: what one array surely holds. */
export const MOST_UNPACKED = 2_147_483_647;

/** Rows and rejected lines of all files of a case together: keys are numbered below 2 ** 26, each part of one as well. */
export const MOST_ROWS = 67_000_000;

/** Columns of a file, as many as spreadsheets have. */
export const MOST_COLUMNS = 16_384;

/** Characters of a record, its quotes, delimiters and line breaks counted, but for the line break that ends it. */
export const LONGEST_RECORD = 8_388_608;

/** The same of a file's first record: what its delimiter is told from. */
export const LONGEST_FIRST_RECORD = 262_144;
