import { describe, expect, test } from 'vitest';
import { withRole, withSidesSwapped, withUnit } from '@/lib/case/open/edit-setup';
import { freshNotes } from '@/lib/case/open/notes';
import { reduce } from '@/lib/case/open/reducer';
import { droppedSources, openedCase, shownFindings } from '@/lib/case/open/selectors';
import { withLabel } from '@/lib/case/open/side-labels';
import { type CaseEvent, type CaseState, IDLE } from '@/lib/case/open/state';
import type { Intake } from '@/lib/core/intake/intake';
import type { Setup } from '@/lib/core/setup';
import type { Source } from '@/lib/engine/investigator';
import { johnnyIntake } from '../../../support/fake-investigator';
import { sampleFindings } from '../../../support/sample-findings';

const SOURCES: readonly Source[] = johnnyIntake.files.map(({ file }) => ({ kind: 'url', name: file, url: `/${file}` }));
const CANCELLED: CaseEvent = { type: 'failed', problem: { code: 'cancelled' } };

function stateAfter(...events: readonly CaseEvent[]): CaseState {
  return events.reduce(reduce, IDLE);
}

const opened: CaseEvent = { type: 'sources-opened', sources: SOURCES, notes: freshNotes('salt') };
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
    const state = stateAfter(opened, read, found, { type: 'reworded', setup: { ...johnnyIntake.setup, labels } });
    expect(state.status).toBe('ready');
    expect(shownFindings(state)).toEqual({ ...sampleFindings, labels });
  });

  test('a side renamed during the comparison keeps its new name in what is found', () => {
    const labels = { ours: 'Vendor', theirs: 'Shop' };
    const state = stateAfter(opened, read, { type: 'reworded', setup: { ...johnnyIntake.setup, labels } }, found);
    expect(shownFindings(state)?.labels).toEqual(labels);
  });

  test('renaming the case changes nothing else', () => {
    const state = stateAfter(opened, read, found, {
      type: 'reworded',
      setup: { ...johnnyIntake.setup, name: 'November' },
    });
    expect(openedCase(state)?.setup).toEqual({ ...johnnyIntake.setup, name: 'November' });
    expect(state.status).toBe('ready');
  });
});

describe('adding files', () => {
  const setupAfter = (setup: Setup, intake: Intake = johnnyIntake) =>
    openedCase(
      stateAfter(
        opened,
        read,
        found,
        { type: 'setup-changed', setup },
        { type: 'sources-changed', sources: SOURCES },
        {
          type: 'read',
          intake,
        },
      ),
    )?.setup;

  test('carries labels, roles and premises over to the files as they are read again', () => {
    const { files, setup } = johnnyIntake;
    const [delta0] = files;
    if (!delta0) throw new Error('there are no files');
    const shifted: Intake = {
      ...johnnyIntake,
      files: [...files.map((file) => ({ ...file, id: file.id + 1 })), { ...delta0, id: 0, file: 'delta00.csv' }],
      setup: {
        ...setup,
        roles: Object.fromEntries([['0', 'delta'], ...files.map(({ id, role }) => [String(id + 1), role] as const)]),
        order: [0, 1, 2, 3, 4, 5],
      },
    };
    const chosen = withRole(withLabel(setup, files, 'ours', 'Northwind'), files, 2, 'ignored');
    const premises = { dataLines: { 4: [7] }, dateOrder: 'day-first' as const };
    const carried = setupAfter({ ...withSidesSwapped(chosen, files), premises }, shifted);
    expect(carried?.labels).toEqual({ ours: "Johnny's Jeans", theirs: 'Northwind' });
    expect(carried?.roles).toMatchObject({ 3: 'ignored', 6: 'theirs', 7: 'ours' });
    expect(carried?.order).toEqual([1, 2, 4, 5, 0]);
    expect(carried?.premises).toEqual({ dataLines: { 5: [7] }, dateOrder: 'day-first' });
  });

  test('keeps a unit that was chosen, and takes what else is proposed anew', () => {
    const { setup } = johnnyIntake;
    const mapping = { ...setup.mapping, unit: null, attributes: ['tier'] };
    const carried = setupAfter(withUnit(setup, '€'), { ...johnnyIntake, setup: { ...setup, mapping } });
    expect(carried?.mapping).toEqual({ ...mapping, unit: '€' });
    expect(carried?.premises).toEqual({ given: ['unit'] });
    expect(setupAfter(setup, { ...johnnyIntake, setup: { ...setup, mapping } })?.mapping.unit).toBeNull();
  });
});

describe('what people add', () => {
  const commented: CaseEvent = {
    type: 'commented',
    comment: { id: 'a', on: null, author: 'Ada', text: 'Asked.', at: '2026-11-22T12:00:00.000Z' },
  };
  const draft = { subject: 'News', edits: [] };

  test('stays through everything that happens to the files, and ends with the case', () => {
    const after = stateAfter(
      opened,
      commented,
      read,
      found,
      { type: 'sources-changed', sources: SOURCES },
      read,
      CANCELLED,
    );
    expect(after).toMatchObject({ status: 'failed', notes: { comments: [{ id: 'a' }] } });
    expect(stateAfter(opened, commented, { type: 'started-over' })).toEqual(IDLE);
    expect(stateAfter(opened, commented, opened)).toMatchObject({ notes: { comments: [] } });
  });

  test('is nothing while no case is open', () => {
    expect(stateAfter(commented)).toBe(IDLE);
    expect(stateAfter({ type: 'looked', screen: { search: '59' } })).toBe(IDLE);
  });

  test('is what was said last of a comment, a letter, the mask and the people', () => {
    const changed = stateAfter(
      opened,
      commented,
      { type: 'comment-changed', id: 'a', text: 'Answered.', at: '2026-11-23T12:00:00.000Z' },
      { type: 'letter-edited', letter: 'engineer', draft },
      { type: 'masked', on: true },
    );
    expect(changed).toMatchObject({
      notes: { comments: [{ text: 'Answered.' }], letters: { engineer: draft }, mask: { on: true, salt: 'salt' } },
    });
    const back = reduce(reduce(changed, { type: 'comment-removed', id: 'a' }), {
      type: 'letter-edited',
      letter: 'engineer',
      draft: { subject: null, edits: [] },
    });
    expect(back).toMatchObject({ notes: { comments: [], letters: {} } });
  });

  test('does not touch how the case is looked at, nor the other way round', () => {
    const looked = stateAfter(opened, { type: 'looked', screen: { search: '59' } }, commented);
    expect(looked).toMatchObject({ screen: { search: '59', openKey: null }, notes: { comments: [{ id: 'a' }] } });
  });
});
