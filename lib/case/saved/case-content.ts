import type { Findings } from '@/lib/core/findings/findings';
import type { Setup } from '@/lib/core/setup';
import { type CaseNotes, freshNotes } from '../open/notes';
import { droppedSources, openedCase } from '../open/selectors';
import type { CaseState, Source } from '../open/state';
import { canonical } from './canonical';
import type { CaseRecord, SavedFile } from './case-record';

/** What the open case gives to keep. */
export interface CaseContent {
  readonly sources: readonly Source[];
  readonly setup: Setup | null;
  readonly readAs: readonly string[];
  /** Of this set-up over these sources; null until there are. */
  readonly findings: Findings | null;
  /** What people added to it. */
  readonly notes: CaseNotes;
}

export const NO_CONTENT: CaseContent = {
  sources: [],
  setup: null,
  readAs: [],
  findings: null,
  notes: freshNotes(''),
};

/** The content that a record holds, over the sources that its files are. */
export function contentOfRecord(record: CaseRecord, sources: readonly Source[]): CaseContent {
  const { setup, readAs, findings, comments, mask, letters, people } = record;
  return { sources, setup, readAs, findings, notes: { comments, mask, letters, people } };
}

/**
 * The content after a change of the open case. What a state does not know (no set-up while files are read, no findings
 * while they are sought) stays as it was, findings only while sources and set-up do. An idle case has given up nothing.
 */
export function contentOf(state: CaseState, before: CaseContent): CaseContent {
  if (state.status === 'idle') return before;
  const sources = droppedSources(state);
  const opened = openedCase(state);
  const setup = opened?.setup ?? before.setup;
  const readAs = opened ? opened.intake.files.map(({ file }) => file) : before.readAs;
  const same = sources === before.sources && JSON.stringify(setup) === JSON.stringify(before.setup);
  const findings = state.status === 'ready' ? state.findings : same ? before.findings : null;
  return { sources, setup, readAs, findings, notes: state.notes };
}

/** @param identity what stays of a case as long as it lives, with the moment of the last change */
export function recordOf(
  identity: Pick<CaseRecord, 'id' | 'created' | 'updated'>,
  files: readonly SavedFile[],
  { setup, readAs, findings, notes }: CaseContent,
): CaseRecord {
  return {
    schema: 'tieout.case/2',
    ...identity,
    name: setup?.name ?? 'A case that was not read yet',
    files: [...files],
    setup,
    readAs: [...readAs],
    findings,
    comments: [...notes.comments],
    mask: notes.mask,
    letters: notes.letters,
    people: notes.people,
  };
}

/** Equal for two records that differ in no more than when they were last changed. */
export function substanceOf(record: CaseRecord): string {
  return canonical({ ...record, updated: '' });
}
