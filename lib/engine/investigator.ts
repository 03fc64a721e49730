import type { Fault } from '@/lib/core/findings/fault';
import type { Findings, Side } from '@/lib/core/findings/findings';
import type { Intake, Setup } from '@/lib/core/intake/intake';
import type { Problem } from '@/lib/core/problem';
import type { Result } from '@/lib/core/result';

/**
 * Where an investigation runs. Everything that crosses is plain, structured-cloneable data; no implementation detail of
 * a worker, a browser or a cluster shows here. Row-sized data stays behind it: the page asks for windows.
 * Expected failures come back as problems; an aborted call answers with the problem `cancelled`.
 */
export interface Investigator {
  /** Reads the sources and proposes a set-up. Replaces whatever was read before. */
  read(sources: readonly Source[], options: CallOptions): Promise<Result<Intake>>;
  /** Compares, explains and proves under a set-up of what was last read. */
  investigate(setup: Setup, options: CallOptions): Promise<Result<Findings>>;
  rows(query: RowQuery, options?: CallOptions): Promise<Result<RowWindow>>;
  /** Null when no table has the key. */
  timeline(key: string, options?: CallOptions): Promise<Result<Timeline | null>>;
  /** Runs the pipeline with given faults on both sides' behalf. */
  replay(faults: readonly Fault[], options?: CallOptions): Promise<Result<ReplayOutcome>>;
  /** Breaks one side's table on purpose, in memory, and investigates it. Nothing that was read is changed. */
  plant(side: Side, faults: readonly Fault[], options?: CallOptions): Promise<Result<Findings>>;
  /** Streams the rows that a query selects, in its order, as CSV chunks to `sink`; `from` and `count` are ignored. */
  exportRows(query: RowQuery, sink: (chunk: Uint8Array) => void, options?: CallOptions): Promise<Result<{ readonly rows: number }>>;
  /** The repair's rows in the deltas' own format. */
  repairRows(side: Side, options?: CallOptions): Promise<Result<{ readonly name: string; readonly csv: Uint8Array; readonly rows: number }>>;
  /** Ends it; every pending call settles. */
  close(): void;
}

export type Source =
  | { readonly kind: 'file'; readonly name: string; readonly file: Blob; readonly lastModified: number }
  /** Bytes fetched by the engine itself from the page's own site: the sample. */
  | { readonly kind: 'url'; readonly name: string; readonly url: string };

export interface CallOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export type Progress =
  | { readonly stage: 'reading'; readonly file: string; readonly bytes: number; readonly totalBytes: number; readonly rows: number }
  | { readonly stage: 'comparing' | 'searching'; readonly done: number; readonly of: number };

export type RowFilter =
  | { readonly kind: 'expectedFile' | 'oursFile' | 'theirsFile'; readonly file: string }
  /** The expected row's version, both ends inclusive, as the findings write versions. */
  | { readonly kind: 'version'; readonly from: string; readonly to: string }
  /** theirs - ours, from inclusive, to exclusive unless `closed`. */
  | { readonly kind: 'difference'; readonly from: string; readonly to: string; readonly closed: boolean }
  | { readonly kind: 'cause'; readonly side: Side; readonly cause: number }
  | { readonly kind: 'unexplained'; readonly side: Side }
  | { readonly kind: 'presence'; readonly value: 'both' | 'onlyOurs' | 'onlyTheirs' }
  /** Keys whose values of this column differ between the tables. */
  | { readonly kind: 'column'; readonly column: string };

/**
 * Column ids of the row table: `key`, `theirs`, `ours`, `expected`, `difference`, `expectedVersion`, `theirsVersion`,
 * `oursVersion`, `expectedFile`, `theirsFile`, `oursFile`, `cause`, and `theirs:NAME`, `ours:NAME` for an attribute.
 */
export type RowColumn = string;

export interface RowQuery {
  /** `differing`: mismatched keys and keys on one side only. */
  readonly scope: 'differing' | 'all';
  /** Part of the key, case-insensitive; empty matches all. */
  readonly search: string;
  /** All must hold. */
  readonly filters: readonly RowFilter[];
  /** Ties keep the key order. Empty sorts by absolute difference, descending. */
  readonly sort: readonly { readonly column: RowColumn; readonly descending: boolean }[];
  /** 0-based position in the sorted, filtered rows. */
  readonly from: number;
  readonly count: number;
}

export interface RowWindow {
  readonly from: number;
  /** Rows that the query selects, and rows in its scope without filters. */
  readonly selected: number;
  readonly of: number;
  /** Sums over all selected rows, decimals. */
  readonly sums: { readonly theirs: string; readonly ours: string; readonly difference: string };
  readonly rows: readonly RowCells[];
}

/** One key. Values are as the findings write them; null: the table has no such row. Files by delta index; null: no delta has it. */
export interface RowCells {
  readonly key: string;
  readonly theirs: RowSide | null;
  readonly ours: RowSide | null;
  readonly expected: RowSide | null;
  /** theirs - ours of the measure; a missing row counts 0. */
  readonly difference: string;
  /** Causes that touch this key. */
  readonly causes: readonly { readonly side: Side; readonly cause: number }[];
  readonly unexplained: boolean;
}

export interface RowSide {
  readonly measure: string;
  readonly version: string | null;
  /** Aligned with the mapping's attributes. */
  readonly attributes: readonly (string | null)[];
  readonly file: number | null;
}

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
    /** Names of the columns whose value differs from the row above. */
    readonly changed: readonly string[];
    readonly tookBy: readonly ('expected' | 'ours' | 'theirs')[];
  }[];
  /** What each table holds where no delta row equals it. */
  readonly unmatched: readonly { readonly side: Side; readonly row: RowSide }[];
  readonly causes: readonly { readonly side: Side; readonly cause: number }[];
}

export interface ReplayOutcome {
  readonly faults: readonly Fault[];
  readonly keys: number;
  readonly total: string;
  /** Against each table: rows reproduced, and the table's total minus the replay's. */
  readonly ours: ReplayMatch | null;
  readonly theirs: ReplayMatch | null;
}

export interface ReplayMatch {
  readonly rows: number;
  readonly of: number;
  readonly difference: string;
}
