import { describe, expect, test } from 'vitest';
import { withDeltaAt, withRole } from '@/lib/case/open/edit-setup';
import { savedSetup } from '@/lib/case/open/saved-choices';
import { withLabel } from '@/lib/case/open/side-labels';
import { johnnyIntake } from '../../../support/fake-investigator';

const readAs = johnnyIntake.files.map(({ file }) => file);
const chosen = { ...withRole(withDeltaAt(johnnyIntake.setup, 0, 4), johnnyIntake.files, 1, 'ignored'), name: 'Chosen' };

describe('the choices of a saved case', () => {
  test('hold to the letter for the same files', () => {
    expect(savedSetup({ setup: chosen, readAs }, johnnyIntake)).toBe(chosen);
  });

  test('follow the files by name when another one came in front', () => {
    const files = [
      { ...johnnyIntake.files[0]!, id: 0, file: 'delta00.csv' },
      ...johnnyIntake.files.map((file) => ({ ...file, id: file.id + 1 })),
    ];
    const roles = Object.fromEntries(files.map(({ id, role }) => [id, role]));
    const intake = { ...johnnyIntake, files, setup: { ...johnnyIntake.setup, roles, order: [0, 1, 2, 3, 4, 5] } };
    const typed = withLabel(chosen, johnnyIntake.files, 'theirs', 'Shop');
    const premises = { headerLines: { 2: 4 }, ties: 'earlier' } as const;
    const setup = savedSetup({ setup: { ...typed, premises }, readAs }, intake);
    const nameOf = (id: number) => files.find((file) => file.id === id)?.file;
    expect(setup.roles[2]).toBe('ignored');
    expect(setup.order.map(nameOf)).toEqual(['delta2.csv', 'delta3.csv', 'delta4.csv', 'delta0.csv', 'delta00.csv']);
    expect(setup.name).toBe('Chosen');
    expect(setup.labels).toEqual({ ours: 'AIQ', theirs: 'Shop' });
    expect(setup.premises).toEqual({ headerLines: { 3: 4 }, ties: 'earlier' });
  });
});
