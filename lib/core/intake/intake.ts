import type { ColumnTally, CsvTable } from '../csv/csv-table';
import type { Problem } from '../problem';
import type { Rejection } from '../rejection';
import type { FileRole, Setup } from '../setup';
import type { IntakeNote } from './intake-note';
import type { ColumnReason, RoleReason } from './reasons';

/** What was dropped and what Tieout takes each file for, before anything is compared. Plain data; small. */

export interface IntakeFile {
  /** Stable within a case: the index at which the file was read. */
  readonly id: number;
  readonly file: string;
  readonly bytes: number;
  readonly rows: number;
  readonly rejectedRows: number;
  readonly rejected: readonly Rejection[];
  readonly columns: readonly { readonly name: string; readonly tally: ColumnTally }[];
  readonly dialect: CsvTable['dialect'];
  /** 1-based physical line of the header. */
  readonly headerLine: number;
  /** Role found from name and content. */
  readonly role: FileRole;
  readonly why: RoleReason;
  /** Whose table it is by its name ("AIQ"); null where the name does not say. */
  readonly label: string | null;
}

export interface Intake {
  readonly files: readonly IntakeFile[];
  /** What Tieout proposes; the person may change any of it. */
  readonly setup: Setup;
  /** Why each column is used as it is, by its name. */
  readonly mappingWhy: Readonly<Record<string, readonly ColumnReason[]>>;
  /** Files that could not be read, and conflicts that the person must settle. */
  readonly problems: readonly Problem[];
  readonly notes: readonly IntakeNote[];
  readonly milliseconds: number;
}
