import type { FileRole, Intake, Setup } from '@/lib/core/intake/intake';

/** A set-up as it was saved, and what its file ids mean. */
export interface KeptChoices {
  readonly setup: Setup;
  /** By file id, the name of each file. */
  readonly readAs: readonly string[];
}

/**
 * The set-up for the files of a saved case, read again. The very one that was saved where the files are the same ones.
 * Where they are not (some were added before they had been read), every choice that still has an object: names and
 * labels, roles and order by file name; the columns are proposed anew.
 */
export function keptSetup({ setup, readAs }: KeptChoices, intake: Intake): Setup {
  const names = intake.files.map(({ file }) => file);
  if (intake.files.every(({ id, file }) => readAs[id] === file) && names.length === readAs.length) return setup;
  const roles: Record<string, FileRole> = { ...intake.setup.roles };
  for (const { id, file } of intake.files) {
    const role = setup.roles[readAs.indexOf(file)];
    if (role !== undefined) roles[id] = role;
  }
  const idOf = new Map(intake.files.map(({ id, file }) => [file, id]));
  const known = setup.order.flatMap((id) => idOf.get(readAs[id] ?? '') ?? []);
  const order = [...known, ...intake.setup.order.filter((id) => !known.includes(id))];
  return {
    ...intake.setup,
    name: setup.name,
    labels: setup.labels,
    roles,
    order: order.filter((id) => roles[id] === 'delta'),
  };
}
