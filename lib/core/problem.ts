import type { RejectionReason } from './rejection';

/** Why an archive, or something in it, cannot be trusted. */
export type ArchiveFlaw =
  /** It ends before it should. */
  | 'cut'
  /** Its packed bytes are none. */
  | 'data'
  /** What came out does not have the checksum that it names. */
  | 'checksum'
  /** What came out has another length than it names. */
  | 'length'
  /** Something that belongs to no part of it stands behind it. */
  | 'trailing'
  /** Its directory is damaged, or says something else than its parts. */
  | 'directory'
  /** Its parts share bytes. */
  | 'overlap'
  /** It is one volume of several. */
  | 'split';

interface EntriesOf<C extends string> {
  readonly code: C;
  readonly file: string;
  readonly entries: readonly string[];
  readonly count: number;
}

/** What can go wrong with an input, each with its place. Lines are physical and 1-based, columns are header names. */
export type Problem =
  | { readonly code: 'file-empty'; readonly file: string }
  | { readonly code: 'header-only'; readonly file: string }
  | {
      readonly code: 'not-csv';
      readonly file: string;
      readonly looksLike:
        | 'spreadsheet'
        | 'image'
        | 'pdf'
        | 'parquet'
        | 'tar'
        | 'bzip2'
        | 'xz'
        | 'zstd'
        | '7z'
        | 'rar'
        | 'archive'
        | 'binary'
        | 'text';
    }
  | { readonly code: 'file-changed'; readonly file: string }
  | {
      readonly code: 'file-unreadable';
      readonly file: string;
      /** As the machine says it. */
      readonly reason: string;
    }
  | {
      readonly code: 'archive-damaged';
      /** The archive. */
      readonly file: string;
      /** What in it, as named there; left out: the archive itself. */
      readonly entry?: string;
      /** Of a gzip of several members the 1-based one. */
      readonly member?: number;
      readonly flaw: ArchiveFlaw;
    }
  | { readonly code: 'archive-encrypted'; readonly file: string; readonly entry: string }
  /** Packed in a way that is not known here. */
  | { readonly code: 'archive-method'; readonly file: string; readonly entry: string; readonly method: string }
  /** More bytes come out than may, `most`. */
  | { readonly code: 'archive-too-large'; readonly file: string; readonly most: number }
  /** Archives within archives, more than `most`. */
  | { readonly code: 'archive-too-deep'; readonly file: string; readonly most: number }
  | { readonly code: 'archive-too-many'; readonly file: string; readonly most: number }
  /** It holds nothing but what was left out. */
  | { readonly code: 'archive-empty'; readonly file: string; readonly leftOut: number }
  /** Of an archive that was opened: what systems leave beside files; the first of `count`. */
  | EntriesOf<'entries-left-out'>
  /** Names that lead out of the archive, read under their last part. */
  | EntriesOf<'entries-renamed'>
  | { readonly code: 'column-duplicate'; readonly file: string; readonly line: number; readonly column: string }
  | {
      readonly code: 'column-missing';
      readonly file: string;
      readonly line: number;
      readonly column: string;
      readonly found: readonly string[];
    }
  | {
      readonly code: 'no-header';
      readonly file: string;
      readonly line: number;
      /** The beginning of that line. */
      readonly text: string;
      /** The line that looks most like a header; null: none does. */
      readonly likely: number | null;
    }
  | {
      readonly code: 'mostly-unread';
      readonly file: string;
      /** The first line that could not be read, and why: as its `Rejection` says. */
      readonly line: number;
      readonly column: string | null;
      readonly reason: RejectionReason;
      readonly text: string;
      /** Lines that could not be read, of all that should be rows. */
      readonly unread: number;
      readonly of: number;
    }
  /** Its byte order mark says an encoding, and its bytes are not all of it. */
  | { readonly code: 'encoding-broken'; readonly file: string; readonly encoding: string }
  /** Not every line that was counted, or not every record that was cut, became of something: an error of the reader. */
  | { readonly code: 'lines-lost'; readonly file: string; readonly counted: number; readonly read: number }
  | { readonly code: 'quote-open'; readonly file: string; readonly line: number }
  /** `most`: see `limits.ts`, here and below. */
  | {
      readonly code: 'record-too-long';
      readonly file: string;
      readonly line: number;
      readonly most: number;
      /** A cell of it is quoted, and no end of it was in sight. */
      readonly open: boolean;
    }
  | {
      readonly code: 'too-many-columns';
      readonly file: string;
      readonly line: number;
      /** As many as were counted, which may not be all. */
      readonly columns: number;
      readonly most: number;
    }
  | { readonly code: 'too-many-rows'; readonly rows: number; readonly most: number }
  | { readonly code: 'too-many-files'; readonly files: number; readonly most: number }
  | {
      readonly code: 'not-a-measure';
      readonly file: string;
      readonly line: number;
      readonly column: string;
      readonly cell: string;
      readonly refused: number;
    }
  | { readonly code: 'same-file'; readonly file: string; readonly other: string }
  | { readonly code: 'role-taken'; readonly file: string; readonly other: string; readonly role: 'ours' | 'theirs' }
  | { readonly code: 'no-deltas' }
  | { readonly code: 'no-table' }
  | { readonly code: 'no-mapping'; readonly role: 'key' | 'measure' | 'version' }
  /** In bytes of memory, about: what an investigation of the files takes, and what it may. */
  | { readonly code: 'too-large'; readonly needed: number; readonly available: number }
  /** The machine refused memory in the midst of the work. */
  | { readonly code: 'out-of-memory' }
  /** A part of the program that is loaded when it is first needed could not be. */
  | { readonly code: 'part-missing' }
  | { readonly code: 'cancelled' }
  | { readonly code: 'engine-stopped'; readonly reason: string };
