import type { DedupeRule } from '../findings/dedupe-rule';
import type { FilterOperator, Misreading, Rounding, TextForm, VersionForm } from '../findings/fault-parameters';

/**
 * What a fault does to a pipeline, as plain data. The right pipeline has no changes; changes take effect in the order in
 * which they stand, which is the catalogue's. Whatever runs a pipeline (typed arrays, SQL, pandas) reads these and nothing
 * else of a fault.
 */
export type PipelineChange =
  /** Only rows that pass arrive. */
  | { readonly change: 'keep-rows'; readonly where: RowTest | RowsTest }
  /** The files arrive after all others, in this order. `again`: having arrived in their own place as well. */
  | { readonly change: 'arrive-last'; readonly files: readonly string[]; readonly again: boolean }
  /** A row that deletes its key is one like any other, or does not arrive. */
  | { readonly change: 'ignore-deletes'; readonly how: 'kept' | 'skipped' }
  /** The key becomes another text. As it is read, rows whose keys become equal meet; at the load all of them stand. */
  | { readonly change: 'alter-key'; readonly form: TextForm; readonly at: 'arrival' | 'load' }
  /** Each of two columns of numbers is read as the other. `files`: only in rows from these; null: in all. */
  | {
      readonly change: 'exchange-columns';
      readonly columns: readonly [string, string];
      readonly files: readonly string[] | null;
    }
  /** Rows are compared by their version as it is when it is read so. */
  | { readonly change: 'misread-version'; readonly form: VersionForm }
  /** The row that stands for a key is chosen by this rule. */
  | { readonly change: 'rank'; readonly rule: DedupeRule }
  /** Which of several rows of the same rank and version stands. */
  | { readonly change: 'ties'; readonly keep: 'earlier' | 'later' }
  /** Rows whose keys are one in these of their columns are de-duplicated as one key's; the row that stands keeps its own. */
  | { readonly change: 'dedupe-by'; readonly columns: readonly string[] }
  /** The columns of a key's row are made of several of its arrived rows. */
  | { readonly change: 'compose'; readonly columns: ColumnSet; readonly from: Composition }
  /** Every arrived row stands in the table. */
  | { readonly change: 'keep-every-row' }
  /**
   * A value changes as it is loaded. `files`: only where the winning row is from these; null: everywhere. `where`: only
   * where that row, as it was read, meets a comparison; left out: everywhere. Where rows are summed, each by its own.
   */
  | {
      readonly change: 'load-value';
      readonly column: ColumnName;
      readonly to: ValueExpression;
      readonly files: readonly string[] | null;
      readonly where?: Comparison | null;
    }
  /**
   * Winning rows that meet a comparison, in their values as loaded, do not reach the table. `files`: only rows from these;
   * null: from all.
   */
  | { readonly change: 'leave-out'; readonly where: Comparison; readonly files: readonly string[] | null }
  /** A row stands as often as the table under judgement holds copies of its key's row; how often is taken as given. */
  | { readonly change: 'repeat-rows' }
  /** Rows of the table under judgement that are newer than every delta row of their key are taken as given. */
  | { readonly change: 'take-newer-rows'; readonly versions: { readonly min: string; readonly max: string } };

/** A column by its use in the case, or by its name. */
export type ColumnName = { readonly use: 'measure' | 'version' } | { readonly name: string };

/** `numbers`: columns of numbers but the version; `all`: every column, the version too. */
export type ColumnSet = { readonly use: 'measure' | 'numbers' | 'all' } | { readonly names: readonly string[] };

/**
 * `largest`, `first` and `sum` go over all arrived rows of the key, `first` in arrival order; a sum adds each row's value as
 * the load multiplies it and takes its sign (see `isRowWise`). `newest-not-zero` and `newest-not-empty`: where the winner's cell is 0 or
 * empty, that of the newest row whose cell is not; with equal versions, and without versions, of the later row.
 */
export type Composition = 'largest' | 'first' | 'sum' | 'newest-not-zero' | 'newest-not-empty';

/** What becomes of a cell, of a number where nothing else is said. An empty cell stays empty, unless it is filled. */
export type ValueExpression =
  /** A cell of any type is left empty. */
  | { readonly value: 'empty' }
  /** A cell of any type that is empty is filled. */
  | { readonly value: 'filled'; readonly with: string }
  /** A text becomes another; a cell of another type is left as it is. */
  | { readonly value: 'altered'; readonly form: TextForm }
  /** What another reading of its text gives, as its file writes amounts; as it is where that is not known. */
  | { readonly value: 'misread'; readonly how: Misreading }
  /** To a number a decimal is added, to a date an ISO 8601 duration; a cell of another type is left as it is. */
  | { readonly value: 'shifted'; readonly by: string }
  | { readonly value: 'times'; readonly factor: string }
  | { readonly value: 'rounded'; readonly how: Rounding /** Decimals kept; negative: tens. */; readonly digits: number }
  | { readonly value: 'at-most'; readonly max: string }
  | { readonly value: 'without-sign' }
  /** Held in an integer of so many bits that counts 10^-digits: what is beyond its range comes in again at the other end. */
  | { readonly value: 'wrapped'; readonly bits: number; readonly digits: number };

/** Whether it is done to each row before rows are added up; the rest is done to the sum. */
export function isRowWise({ value }: ValueExpression): boolean {
  return value === 'empty' || value === 'misread' || value === 'times' || value === 'without-sign';
}

/** Whether a row passes, by itself. */
export type RowTest =
  | { readonly test: 'from-files'; readonly files: readonly string[] }
  /** 0-based row of its file, end exclusive; `to` null: to the file's end. */
  | { readonly test: 'row-of-file'; readonly from: number; readonly to: number | null }
  | Comparison
  | { readonly test: 'not'; readonly of: RowTest }
  | { readonly test: 'any'; readonly of: readonly RowTest[] };

/**
 * An empty cell meets no comparison. A column of the key is compared as a number by `<` and `>`, else as a text; on arrival as
 * its file has it, at the load as it is then.
 */
export interface Comparison {
  readonly test: 'compares';
  readonly column: ColumnName;
  readonly operator: FilterOperator;
  readonly value: string;
}

/** Whether a row passes among all that have arrived so far. */
export type RowsTest =
  /** Its version is greater than every version that arrived in the files before its own: above the high-water mark. */
  | { readonly test: 'above-earlier-files' }
  /** Its key has a row in the first file of which any row arrives. */
  | { readonly test: 'key-of-first-file' }
  /** Its file is the last with a row of the same value in the column. */
  | { readonly test: 'last-file-of-value'; readonly column: string };

/**
 * Whether the rows that the changes leave a key depend on its own delta rows alone, so that a part of the keys, replayed by
 * itself, gives of them what the whole gives.
 */
export function isKeyByKey(changes: readonly PipelineChange[]): boolean {
  return changes.every((change) => {
    if (change.change === 'alter-key' || change.change === 'dedupe-by') return false;
    if (change.change !== 'keep-rows') return true;
    return !['above-earlier-files', 'key-of-first-file', 'last-file-of-value'].includes(change.where.test);
  });
}
