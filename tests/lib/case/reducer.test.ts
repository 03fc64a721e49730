import { describe, expect, test } from 'vitest';
import { reduce } from '@/lib/case/reducer';
import { droppedSources, openedCase, shownFindings } from '@/lib/case/selectors';
import { type CaseEvent, type CaseState, IDLE } from '@/lib/case/state';
import type { Intake } from '@/lib/core/intake/intake';
import { retell } from '@/lib/core/words/retell';
import type { Source } from '@/lib/engine/investigator';
import { johnnyIntake } from '../../support/fake-investigator';
import { sampleFindings } from '../../support/sample-findings';

const SOURCES: readonly Source[] = johnnyIntake.files.map(({ file }) => ({ kind: 'url', name: file, url: `/${file}` }));
const CANCELLED: CaseEvent = { type: 'failed', problem: { code: 'cancelled' } };

function stateAfter(...events: readonly CaseEvent[]): CaseState {
  return events.reduce(reduce, IDLE);
}

const opened: CaseEvent = { type: 'sources-opened', sources: SOURCES };
const read: CaseEvent = { type: 'read', intake: johnnyIntake };
const found: CaseEvent = { type: 'found', findings: sampleFindings };

describe('opening files', () => {
  test('goes from idle through reading and investigating to ready', () => {
    expect(stateAfter().status).toBe('idle');
    expect(stateAfter(opened).status).toBe('reading');
    expect(stateAfter(opened, read).status).toBe('investigating');
    expect(stateAfter(opened, read, found).status).toBe('ready');
  });

  test('stops before comparing while a problem is to be settled', () => {
    const intake: Intake = { ...johnnyIntake, problems: [{ code: 'file-empty', file: 'delta5.csv' }] };
    const state = stateAfter(opened, { type: 'read', intake });
    expect(state).toMatchObject({ status: 'unsettled', problems: [{ code: 'file-empty', file: 'delta5.csv' }] });
  });

  test('keeps what was dropped when the reading fails', () => {
    const state = stateAfter(opened, CANCELLED);
    expect(state.status).toBe('failed');
    expect(droppedSources(state)).toEqual(SOURCES);
  });

  test('keeps what was read when the investigation fails', () => {
    const state = stateAfter(opened, read, CANCELLED);
    expect(openedCase(state)?.intake).toBe(johnnyIntake);
    expect(droppedSources(state)).toEqual(SOURCES);
  });

  test('ignores findings that come after the case was closed', () => {
    expect(stateAfter(opened, read, { type: 'started-over' }, found)).toEqual(IDLE);
  });
});

describe('changing the set-up of a case', () => {
  const setup = { ...johnnyIntake.setup, order: [4, 3, 2, 1, 0] };

  test('compares again and shows the earlier findings meanwhile', () => {
    const state = stateAfter(opened, read, found, { type: 'setup-changed', setup });
    expect(state.status).toBe('investigating');
    expect(shownFindings(state)).toEqual(sampleFindings);
    expect(openedCase(state)?.setup.order).toEqual([4, 3, 2, 1, 0]);
  });

  test('asks to settle two tables on one side', () => {
    const roles = { ...johnnyIntake.setup.roles, 5: 'theirs' as const };
    const state = stateAfter(opened, read, found, { type: 'setup-changed', setup: { ...johnnyIntake.setup, roles } });
    expect(state).toMatchObject({ status: 'unsettled', problems: [{ code: 'role-taken', role: 'theirs' }] });
  });

  test('renaming a side tells the same findings in other words, without comparing', () => {
    const labels = { ours: 'Vendor', theirs: 'Shop' };
    const state = stateAfter(opened, read, found, { type: 'relabelled', labels });
    expect(state.status).toBe('ready');
    expect(shownFindings(state)).toEqual(retell(sampleFindings, labels));
  });

  test('a side renamed during the comparison keeps its new name in what is found', () => {
    const labels = { ours: 'Vendor', theirs: 'Shop' };
    const state = stateAfter(opened, read, { type: 'relabelled', labels }, found);
    expect(shownFindings(state)?.labels).toEqual(labels);
  });

  test('renaming the case changes nothing else', () => {
    const state = stateAfter(opened, read, found, { type: 'renamed', name: 'November' });
    expect(openedCase(state)?.setup).toEqual({ ...johnnyIntake.setup, name: 'November' });
    expect(state.status).toBe('ready');
  });
});

test('adding files carries the choices of the case over', () => {
  const labels = { ours: 'Vendor', theirs: 'Shop' };
  const state = stateAfter(
    opened,
    read,
    found,
    { type: 'relabelled', labels },
    { type: 'sources-changed', sources: SOURCES },
    read,
  );
  expect(openedCase(state)?.setup.labels).toEqual(labels);
});
