import fc from 'fast-check';
import { expect, test } from 'vitest';
import { carryOver } from '@/lib/case/open/carry-over';
import { columnUses, withDeltaAt, withRole, withSidesSwapped, withUse } from '@/lib/case/open/edit-setup';
import { choicesOf } from '@/lib/case/open/file-choices';
import { withLabel } from '@/lib/case/open/side-labels';
import type { OpenCase } from '@/lib/case/open/state';
import type { Intake } from '@/lib/core/intake/intake';
import { fileRoles, type Setup } from '@/lib/core/setup';
import { johnnyIntake } from '../../../support/fake-investigator';

const NAMES = johnnyIntake.files.map(({ file }) => file);

/** What reading these files alone proposes, numbered as they come; the others are told as changed on disk where they should be there. */
function intakeOf(names: readonly string[], unreadable: readonly string[]): Intake {
  const files = names.flatMap((name, id) => {
    const file = johnnyIntake.files.find((one) => one.file === name);
    return file ? [{ ...file, id }] : [];
  });
  const deltas = files.filter(({ role }) => role === 'delta').toSorted((a, b) => (a.file < b.file ? -1 : 1));
  return {
    ...johnnyIntake,
    files,
    setup: {
      ...johnnyIntake.setup,
      roles: Object.fromEntries(files.map(({ id, role }) => [id, role])),
      order: deltas.map(({ id }) => id),
    },
    problems: unreadable.map((file) => ({ code: 'file-changed', file })),
  };
}

function readAgain(previous: OpenCase, intake: Intake): OpenCase {
  return { sources: [], intake, setup: carryOver(previous, intake), chosen: choicesOf(previous) };
}

/** The set-up by names: ids are another reading's. */
function byName({ intake, setup }: OpenCase) {
  const name = (id: number | string) => intake.files.find((file) => file.id === Number(id))?.file ?? '';
  return {
    ...setup,
    roles: Object.fromEntries(Object.entries(setup.roles).map(([id, role]) => [name(id), role])),
    fileLabels: Object.fromEntries(Object.entries(setup.fileLabels ?? {}).map(([id, label]) => [name(id), label])),
    order: setup.order.map(name),
  };
}

const change = fc.oneof(
  fc.record({ id: fc.nat(6), role: fc.constantFrom(...fileRoles) }),
  fc.record({ delta: fc.nat(4), position: fc.nat(4) }),
  fc.record({
    column: fc.constantFrom('total_spend', 'batch_id', 'loyalty_credits'),
    use: fc.constantFrom(...columnUses),
  }),
  fc.record({ side: fc.constantFrom('ours' as const, 'theirs' as const), label: fc.constantFrom('Shop', 'Warehouse') }),
  fc.constant('swap' as const),
);

function changed(setup: Setup, changes: readonly (typeof change extends fc.Arbitrary<infer T> ? T : never)[]): Setup {
  return changes.reduce<Setup>((now, one) => {
    if (one === 'swap') return withSidesSwapped(now, johnnyIntake.files);
    if ('role' in one) return withRole(now, johnnyIntake.files, one.id, one.role);
    if ('delta' in one) return now.order.includes(one.delta) ? withDeltaAt(now, one.delta, one.position) : now;
    if ('side' in one) return withLabel(now, johnnyIntake.files, one.side, one.label);
    return withUse(now, one.column, one.use);
  }, setup);
}

test('whatever was chosen, files that are gone and come back leave the set-up as it was', () => {
  fc.assert(
    fc.property(
      fc.array(change, { maxLength: 6 }),
      fc.subarray(NAMES, { minLength: 1, maxLength: NAMES.length - 1 }),
      fc.boolean(),
      (changes, gone, removed) => {
        const before: OpenCase = { sources: [], intake: johnnyIntake, setup: changed(johnnyIntake.setup, changes) };
        const here = NAMES.filter((name) => !gone.includes(name));
        const without = readAgain(before, intakeOf(here, removed ? [] : gone));
        const back = readAgain(without, intakeOf([...here, ...gone], []));
        expect(byName(back)).toEqual({ ...byName(before), labels: byName(back).labels });
        expect(back.setup.labels).toEqual(before.setup.labels);
      },
    ),
    { numRuns: 300 },
  );
});

test('a delta that is gone comes back to its place, whatever was moved meanwhile', () => {
  const before = withDeltaAt(johnnyIntake.setup, 3, 0);
  const here = NAMES.filter((name) => name !== 'delta3.csv' && name !== 'delta1.csv');
  const without = readAgain({ sources: [], intake: johnnyIntake, setup: before }, intakeOf(here, ['delta3.csv']));
  const moved = { ...without, setup: withDeltaAt(without.setup, here.indexOf('delta4.csv'), 0) };
  const back = readAgain(moved, intakeOf(NAMES, []));
  expect(byName(back).order).toEqual(['delta3.csv', 'delta4.csv', 'delta0.csv', 'delta1.csv', 'delta2.csv']);
});
