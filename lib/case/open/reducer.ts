import { assertNever } from '@/lib/core/assert-never';
import type { Intake } from '@/lib/core/intake/intake';
import type { Setup } from '@/lib/core/setup';
import { blockingProblems } from './blocking-problems';
import { carryOver } from './carry-over';
import { choicesOf } from './file-choices';
import { EMPTY_SCREEN, reduceNotes } from './notes';
import { openedCase, shownFindings } from './selectors';
import type { CaseEvent, CaseState, OpenCase } from './state';

/**
 * The next state of the one state that the open case is: see `CaseState` for the states, `CaseEvent` for what happens.
 * An event that has no meaning in a state leaves it as it is, the same object: answers may arrive late. Notes and screen
 * of a case stay through every event but those that are about them, and end with the case. Pure.
 */
export function reduce(state: CaseState, event: CaseEvent): CaseState {
  switch (event.type) {
    case 'commented':
    case 'comment-changed':
    case 'comment-removed':
    case 'masked':
    case 'column-masked':
    case 'letter-edited':
    case 'people-named':
      return state.status === 'idle' ? state : { ...state, notes: reduceNotes(state.notes, event) };
    case 'looked':
      return state.status === 'idle' ? state : { ...state, screen: { ...state.screen, ...event.screen } };
    case 'sources-opened': {
      const { sources, notes, screen = EMPTY_SCREEN } = event;
      return { status: 'reading', sources, previous: null, progress: null, notes, screen };
    }
    case 'sources-changed':
      if (state.status === 'idle') return state;
      return {
        status: 'reading',
        sources: event.sources,
        previous: openedCase(state) ?? (state.status === 'failed' ? state.previous : null),
        progress: null,
        ...ownedBy(state),
      };
    case 'progressed':
      return state.status === 'reading' || state.status === 'investigating'
        ? { ...state, progress: event.progress }
        : state;
    case 'read': {
      if (state.status !== 'reading') return state;
      const { sources, previous } = state;
      const setup = event.setup ?? setupRead(state, event.intake);
      const chosen = previous && choicesOf(previous);
      return settle({ sources, intake: event.intake, setup, ...(chosen && { chosen }) }, state);
    }
    case 'found':
      if (state.status !== 'investigating') return state;
      return {
        status: 'ready',
        opened: state.opened,
        findings: { ...event.findings, labels: state.opened.setup.labels },
        ...ownedBy(state),
      };
    case 'failed':
      return failedState(state, event);
    case 'setup-changed': {
      const opened = openedCase(state);
      return opened && state.status !== 'idle' ? settle({ ...opened, setup: event.setup }, state) : state;
    }
    case 'reworded':
      return retold(withSetup(state, event.setup), event.setup.labels);
    case 'started-over':
      return { status: 'idle' };
    default:
      return assertNever(event);
  }
}

/** The set-up of files that were read: carried over from the case to which they were added, else as proposed. */
export function setupRead(state: CaseState, intake: Intake): Setup {
  return state.status === 'reading' && state.previous ? carryOver(state.previous, intake) : intake.setup;
}

type Open = Exclude<CaseState, { status: 'idle' }>;

function ownedBy({ notes, screen }: Open): Pick<Open, 'notes' | 'screen'> {
  return { notes, screen };
}

function settle(opened: OpenCase, before: Open): CaseState {
  const problems = blockingProblems(opened.intake, opened.setup);
  if (problems.length > 0) return { status: 'unsettled', opened, problems, ...ownedBy(before) };
  return {
    status: 'investigating',
    opened,
    progress: null,
    shown: before.status === 'reading' ? null : shownFindings(before),
    ...ownedBy(before),
  };
}

function failedState(state: CaseState, event: Extract<CaseEvent, { type: 'failed' }>): CaseState {
  switch (state.status) {
    case 'reading':
      return {
        status: 'failed',
        sources: state.sources,
        opened: null,
        previous: state.previous,
        problem: event.problem,
        ...ownedBy(state),
      };
    case 'investigating':
      return {
        status: 'failed',
        sources: state.opened.sources,
        opened: state.opened,
        previous: null,
        problem: event.problem,
        ...ownedBy(state),
      };
    case 'idle':
    case 'unsettled':
    case 'ready':
    case 'failed':
      return state;
    default:
      return assertNever(state);
  }
}

function withSetup(state: CaseState, setup: Setup): CaseState {
  switch (state.status) {
    case 'idle':
    case 'reading':
      return state;
    case 'unsettled':
    case 'investigating':
    case 'ready':
      return { ...state, opened: { ...state.opened, setup } };
    case 'failed':
      return state.opened ? { ...state, opened: { ...state.opened, setup } } : state;
    default:
      return assertNever(state);
  }
}

function retold(state: CaseState, labels: Setup['labels']): CaseState {
  if (state.status === 'ready') return { ...state, findings: { ...state.findings, labels } };
  if (state.status === 'investigating' && state.shown) return { ...state, shown: { ...state.shown, labels } };
  return state;
}
