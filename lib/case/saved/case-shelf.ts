import type { Result } from '@/lib/core/result';
import type { Verdict } from '@/lib/core/words/verdict';
import type { CaseRecord, SavedScreen } from './case-record';
import type { SavedProblem } from './saved-problem';

/** Where cases are kept. Every failure of the place is a problem; nothing rejects. */
export interface CaseShelf {
  /** `memory`: until the page is closed. */
  readonly kind: 'browser' | 'memory';
  /** The last changed first. */
  list(): Promise<Result<readonly CaseSummary[], SavedProblem>>;
  /** Problems: case-absent, and those of reading a record. */
  get(id: string): Promise<Result<ShelvedCase, SavedProblem>>;
  /**
   * Keeps a record, and the files it names of which nothing is kept yet; all or nothing.
   * @param files by SHA-256; those that are kept already may be left out
   * @param expected the revision that the change was made to; null: the case is new
   * @returns the new revision. Problems: changed-elsewhere, deleted-elsewhere, no-room.
   */
  put(
    record: CaseRecord,
    files: ReadonlyMap<string, Blob>,
    expected: number | null,
  ): Promise<Result<number, SavedProblem>>;
  /** The bytes of a file of the case. Problem: case-damaged where they are gone. */
  file(name: string, sha256: string): Promise<Result<Blob, SavedProblem>>;
  /** How the case was last looked at: the last one wins, whatever its revision. */
  putScreen(id: string, screen: SavedScreen): Promise<Result<null, SavedProblem>>;
  /** Out of the list, but not gone before `purge`. */
  bury(id: string): Promise<Result<null, SavedProblem>>;
  /** Back into the list. */
  unbury(id: string): Promise<Result<null, SavedProblem>>;
  /** Ends every buried case but `spare`, and every file that no case has. */
  purge(spare: string | null): Promise<Result<null, SavedProblem>>;
}

export interface ShelvedCase {
  readonly record: CaseRecord;
  readonly revision: number;
  readonly screen: SavedScreen | null;
}

/** A case in the list. */
export interface CaseSummary {
  readonly id: string;
  readonly name: string;
  readonly updated: string;
  /** Null while nothing was found. */
  readonly verdict: { readonly state: Verdict['state']; readonly label: string; readonly headline: string } | null;
  readonly files: number;
  /** Of the files that are kept with it; those of the site count for nothing. */
  readonly bytes: number;
  readonly comments: number;
  /** What stands for each file's content; see `fingerprintOf`. */
  readonly contents: readonly string[];
}
