import type { Findings } from '@/lib/core/findings/findings';
import type { CaseSummary } from './case-shelf';
import type { SavedProblem } from './saved-problem';

/** What the page knows of the cases that are kept. */
export interface SavedState {
  /** False until it is known what is kept. */
  readonly started: boolean;
  /** Why nothing is kept beyond this window; null: it is. */
  readonly closed: string | null;
  /** The last changed first. */
  readonly cases: readonly CaseSummary[];
  readonly open: OpenSaved | null;
  /** A saved case whose files are being read again, with what had been found. */
  readonly reopening: { readonly name: string; readonly findings: Findings | null } | null;
  /** The address means a case that is not here. */
  readonly missing: MissingCase | null;
  /** Why something that was asked for was not done; it stands until it is dismissed. */
  readonly refused: SavedProblem | null;
  /** The case that was deleted last, as long as it can be brought back. */
  readonly deleted: CaseSummary | null;
}

/** How far the open case is saved. What it is stands in the state of the case. */
export interface OpenSaved {
  readonly id: string;
  /** `kept`: everything that is on the screen. */
  readonly keeping: 'kept' | 'pending' | SavedProblem;
  /** Another tab has the case open too. */
  readonly elsewhere: boolean;
  /** The files, read again, gave other findings than those that were saved. */
  readonly foundAnew: boolean;
}

export interface MissingCase {
  readonly id: string;
  /** A case here that has the same files. */
  readonly alike: CaseSummary | null;
  /** What was opened instead of it: another case, by its name. */
  readonly other: { readonly id: string; readonly name: string } | null;
}

export const NOTHING_KNOWN: SavedState = {
  started: false,
  closed: null,
  cases: [],
  open: null,
  reopening: null,
  missing: null,
  refused: null,
  deleted: null,
};
