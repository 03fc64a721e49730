import { assertNever } from '@/lib/core/assert-never';
import type { Intake } from '@/lib/core/intake/intake';
import type { Setup } from '@/lib/core/setup';
import { blockingProblems } from './blocking-problems';
import { carryOver } from './carry-over';
import { openedCase, shownFindings } from './selectors';
import type { CaseEvent, CaseState, OpenCase } from './state';

/** The next state. An event that has no meaning in a state leaves it as it is: answers may arrive late. */
export function reduce(state: CaseState, event: CaseEvent): CaseState {
  switch (event.type) {
    case 'sources-opened':
      return { status: 'reading', sources: event.sources, previous: null, progress: null };
    case 'sources-changed':
      return { status: 'reading', sources: event.sources, previous: openedCase(state), progress: null };
    case 'progressed':
      return state.status === 'reading' || state.status === 'investigating'
        ? { ...state, progress: event.progress }
        : state;
    case 'read': {
      if (state.status !== 'reading') return state;
      const setup = event.setup ?? setupRead(state, event.intake);
      return settle({ sources: state.sources, intake: event.intake, setup }, state);
    }
    case 'found':
      if (state.status !== 'investigating') return state;
      return {
        status: 'ready',
        opened: state.opened,
        findings: { ...event.findings, labels: state.opened.setup.labels },
      };
    case 'failed':
      return failedState(state, event);
    case 'setup-changed': {
      const opened = openedCase(state);
      return opened ? settle({ ...opened, setup: event.setup }, state) : state;
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

function settle(opened: OpenCase, before: CaseState): CaseState {
  const problems = blockingProblems(opened.intake, opened.setup);
  if (problems.length > 0) return { status: 'unsettled', opened, problems };
  return {
    status: 'investigating',
    opened,
    progress: null,
    shown: before.status === 'reading' ? null : shownFindings(before),
  };
}

function failedState(state: CaseState, event: Extract<CaseEvent, { type: 'failed' }>): CaseState {
  switch (state.status) {
    case 'reading':
      return { status: 'failed', sources: state.sources, opened: null, problem: event.problem };
    case 'investigating':
      return { status: 'failed', sources: state.opened.sources, opened: state.opened, problem: event.problem };
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
