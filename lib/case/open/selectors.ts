import { assertNever } from '@/lib/core/assert-never';
import type { Findings } from '@/lib/core/findings/findings';
import type { IntakeFile } from '@/lib/core/intake/intake';
import type { Source } from '@/lib/engine/investigator';
import type { CaseNotes } from './notes';
import type { CaseState, OpenCase } from './state';

/** What people added to the case; null while none is open. */
export function notesOf(state: CaseState): CaseNotes | null {
  return state.status === 'idle' ? null : state.notes;
}

/** The files that were read; null while none are. */
export function openedCase(state: CaseState): OpenCase | null {
  switch (state.status) {
    case 'idle':
      return null;
    case 'reading':
      return state.previous;
    case 'unsettled':
    case 'investigating':
    case 'ready':
    case 'failed':
      return state.opened;
    default:
      return assertNever(state);
  }
}

/** The findings on the screen: the present ones, or the ones before while new ones are sought. */
export function shownFindings(state: CaseState): Findings | null {
  if (state.status === 'ready') return state.findings;
  return state.status === 'investigating' ? state.shown : null;
}

/** Everything that was dropped and not taken back. */
export function droppedSources(state: CaseState): readonly Source[] {
  switch (state.status) {
    case 'idle':
      return [];
    case 'reading':
    case 'failed':
      return state.sources;
    case 'unsettled':
    case 'investigating':
    case 'ready':
      return state.opened.sources;
    default:
      return assertNever(state);
  }
}

/** Files by the role that the set-up gives them; deltas in arrival order. */
interface FilesByRole {
  readonly deltas: readonly IntakeFile[];
  readonly ours: readonly IntakeFile[];
  readonly theirs: readonly IntakeFile[];
  readonly ignored: readonly IntakeFile[];
}

export function filesByRole({ intake, setup }: OpenCase): FilesByRole {
  const having = (role: string) => intake.files.filter((file) => setup.roles[file.id] === role);
  const place = new Map(setup.order.map((id, index) => [id, index]));
  const rank = (file: IntakeFile) => place.get(file.id) ?? Number.POSITIVE_INFINITY;
  return {
    deltas: having('delta').toSorted((a, b) => rank(a) - rank(b) || a.id - b.id),
    ours: having('ours'),
    theirs: having('theirs'),
    ignored: intake.files.filter((file) => (setup.roles[file.id] ?? 'ignored') === 'ignored'),
  };
}

/** Case-wide column names in the order in which the files give them, mapped ones included. */
export function columnNames({ intake, setup }: OpenCase): readonly string[] {
  const { key, measure, version, attributes, ignored } = setup.mapping;
  const names = new Set<string>();
  const mapped = new Set([...key, measure, ...(version === null ? [] : [version]), ...attributes, ...ignored]);
  const first = intake.files.find((file) => setup.roles[file.id] === 'delta') ?? intake.files[0];
  for (const column of first?.columns ?? []) names.add(column.name);
  for (const name of mapped) names.add(name);
  return [...names].filter((name) => name !== '');
}
