import type { Findings } from '@/lib/core/findings/findings';
import type { Intake } from '@/lib/core/intake/intake';
import type { Problem } from '@/lib/core/problem';
import type { FileRole, GivenEncoding, Setup } from '@/lib/core/setup';
import type { Progress, Source } from '@/lib/engine/investigator';

import type { CaseNotes, CaseScreen, NotesEvent } from './notes';

export type { Investigator, Progress, Source } from '@/lib/engine/investigator';

/** Files that were read, with the set-up under which they are compared. */
export interface OpenCase {
  readonly sources: readonly Source[];
  readonly intake: Intake;
  /** The proposed set-up with everything that the person changed. */
  readonly setup: Setup;
  /** What was chosen of files by their names, of those that are gone included; left out: nothing is remembered. */
  readonly chosen?: FileChoices;
}

/** What was chosen of files, by their names: of those that are gone too, for they may come back. */
export interface FileChoices {
  /** Roles other than the proposed ones. */
  readonly roles: ReadonlyMap<string, FileRole>;
  /** Deltas as they arrive. */
  readonly order: readonly string[];
  /** Somebody moved one of them: their order holds, whatever is proposed. */
  readonly ordered: boolean;
  readonly labels: ReadonlyMap<string, string>;
  /** As `MappingChoice.headers`. */
  readonly headers: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** As `PremiseChoices` has them. */
  readonly headerLines: ReadonlyMap<string, number>;
  readonly encodings: ReadonlyMap<string, GivenEncoding>;
  readonly dataLines: ReadonlyMap<string, number[]>;
}

/**
 * The case on the screen. Nothing that was dropped is ever lost by a failure: every state but `idle` holds the sources.
 * - `reading`: `previous` is the case to which files are being added, whose choices carry over.
 * - `unsettled`: read, but `problems` (never empty) must be settled before anything can be compared.
 * - `investigating`: `shown` are the findings of the set-up before, kept on the screen meanwhile.
 * - `failed`: `opened` is null when the reading failed, else the investigation did; `previous` is the case of which files
 *   were being read, whose choices carry over when they are read again.
 */
export type CaseState = { readonly status: 'idle' } | (Opened & WithNotes);

/** Every case that is open has what people added to it, and how it is looked at. */
interface WithNotes {
  readonly notes: CaseNotes;
  readonly screen: CaseScreen;
}

type Opened =
  | {
      readonly status: 'reading';
      readonly sources: readonly Source[];
      readonly previous: OpenCase | null;
      readonly progress: Progress | null;
    }
  | { readonly status: 'unsettled'; readonly opened: OpenCase; readonly problems: readonly Problem[] }
  | {
      readonly status: 'investigating';
      readonly opened: OpenCase;
      readonly progress: Progress | null;
      readonly shown: Findings | null;
    }
  | { readonly status: 'ready'; readonly opened: OpenCase; readonly findings: Findings }
  | {
      readonly status: 'failed';
      readonly sources: readonly Source[];
      readonly opened: OpenCase | null;
      readonly previous: OpenCase | null;
      readonly problem: Problem;
    };

export type CaseEvent =
  | NotesEvent
  /** `screen`: as it was last looked at; left out: nothing of it was yet. */
  | {
      readonly type: 'sources-opened';
      readonly sources: readonly Source[];
      readonly notes: CaseNotes;
      readonly screen?: CaseScreen;
    }
  /** A search, or another key's timeline. */
  | { readonly type: 'looked'; readonly screen: Partial<CaseScreen> }
  /** Files were added to or removed from the open case. */
  | { readonly type: 'sources-changed'; readonly sources: readonly Source[] }
  | { readonly type: 'progressed'; readonly progress: Progress }
  /** `setup`: the choices of a saved case; without it they are carried over or proposed. */
  | { readonly type: 'read'; readonly intake: Intake; readonly setup?: Setup }
  | { readonly type: 'found'; readonly findings: Findings }
  | { readonly type: 'failed'; readonly problem: Problem }
  /** The rows are to be compared under another set-up. */
  | { readonly type: 'setup-changed'; readonly setup: Setup }
  /** The same set-up in other words: the name of the case, those of the two sides. Nothing is compared again. */
  | { readonly type: 'reworded'; readonly setup: Setup }
  | { readonly type: 'started-over' };

export const IDLE: CaseState = { status: 'idle' };
