import type { RowQuery, RowWindow } from '@/lib/core/compare/rows/row-query';
import type { Timeline } from '@/lib/core/compare/timeline';
import type { Fault } from '@/lib/core/findings/fault';
import type { Findings, Side } from '@/lib/core/findings/findings';
import type { Intake } from '@/lib/core/intake/intake';
import type { Key } from '@/lib/core/key';
import type { NamedInTexts } from '@/lib/core/mask/named-in';
import type { MaskSetting } from '@/lib/core/mask/pseudonym';
import type { Rejection } from '@/lib/core/rejection';
import type { Result } from '@/lib/core/result';
import type { GivenEncoding, Setup } from '@/lib/core/setup';

export type { RowCells, RowFilter, RowQuery, RowSide, RowWindow } from '@/lib/core/compare/rows/row-query';
export type { Timeline } from '@/lib/core/compare/timeline';

/**
 * Where an investigation runs. Everything that crosses is plain, structured-cloneable data; no implementation detail of
 * a worker, a browser or a cluster shows here. Row-sized data stays behind it: the page asks for windows.
 * Expected failures come back as problems; an aborted call answers at once with the problem `cancelled`, and what was
 * read or found before it stands. A reading stops at its next slice; a search may run on unseen, and calls made meanwhile
 * wait for it. Rows, timelines and the like are of the last investigation that was not cancelled.
 */
export interface Investigator {
  /** Gets ready for a first call, which may come or not. */
  prepare(): void;
  /** Reads the sources and proposes a set-up. Replaces whatever was read before. */
  read(sources: readonly Source[], options: ReadOptions): Promise<Result<Intake>>;
  /** Compares, explains and proves under a set-up of what was last read. */
  investigate(setup: Setup, options: CallOptions): Promise<Result<Findings>>;
  /**
   * By file name, of every file that was compared: the lines that take no part, those refused in reading and those whose
   * key, measure or version cannot be used. In line order; at most `MAX_LISTED_REJECTIONS` a file.
   */
  rejections(options?: CallOptions): Promise<Result<Readonly<Record<string, readonly Rejection[]>>>>;
  rows(query: RowQuery, options?: CallOptions): Promise<Result<RowWindow>>;
  /** Null when no file has the key. */
  timeline(key: Key, options?: CallOptions): Promise<Result<Timeline | null>>;
  /** Runs the pipeline with given faults on both sides' behalf. */
  replay(faults: readonly Fault[], options?: CallOptions): Promise<Result<ReplayOutcome>>;
  /** Breaks one side's table on purpose, in memory, and investigates it. Nothing that was read is changed. */
  plant(side: Side, faults: readonly Fault[], options?: CallOptions): Promise<Result<Findings>>;
  /**
   * Streams the rows that a query selects, in its order, as CSV chunks to `sink`; `from` and `count` are ignored. With a
   * mask no key is among them: each stands as its pseudonym.
   */
  exportRows(
    query: RowQuery,
    sink: (chunk: Uint8Array<ArrayBuffer>) => void,
    options?: ExportOptions,
  ): Promise<Result<{ readonly rows: number }>>;
  /** The repair's rows in the deltas' own format. */
  repairRows(side: Side, options?: CallOptions): Promise<Result<RowsFile>>;
  /** The keys, and the values of these columns, that texts of people name. */
  namedIn(texts: readonly string[], columns: readonly string[], options?: CallOptions): Promise<Result<NamedInTexts>>;
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

/** How files are to be read where a person said it. */
export interface ReadAs {
  /** By file name, as the intake tells files apart: the 1-based physical line of a header that a person pointed at. */
  readonly headerLines?: Readonly<Record<string, number>>;
  /** By file name: what a person says that its bytes are. */
  readonly encodings?: Readonly<Record<string, GivenEncoding>>;
}

export interface ReadOptions extends CallOptions {
  readonly as?: ReadAs;
}

export interface ExportOptions extends CallOptions {
  /** Null or left out: keys as they are. */
  readonly mask?: MaskSetting | null;
}

/** Rows as a file to load: `name` is safe on any disk. */
export interface RowsFile {
  readonly name: string;
  /** Every cell exactly as it was written: what is to be loaded. */
  readonly csv: Uint8Array<ArrayBuffer>;
  readonly rows: number;
  /** Cells that a spreadsheet might run as formulas. */
  readonly formulas: number;
  /** The same with an apostrophe before each of these; null where there is none. */
  readonly defused: Uint8Array<ArrayBuffer> | null;
}

export type Progress =
  | {
      readonly stage: 'reading';
      readonly file: string;
      readonly bytes: number;
      readonly totalBytes: number;
      readonly rows: number;
    }
  /** `of` is 0 while nobody can say how much there is to do. */
  | { readonly stage: 'comparing' | 'searching'; readonly done: number; readonly of: number };

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
