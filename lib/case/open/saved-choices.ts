import type { Intake } from '@/lib/core/intake/intake';
import type { FileRole, Setup } from '@/lib/core/setup';
import { carriedIds, carriedPremises } from './carried-ids';
import { withGivenColumns } from './carry-over';
import { orderUnder } from './edit-setup';
import { withLabels, withLabelsKept } from './side-labels';

/** A set-up as it was saved, and what its file ids mean. */
export interface SavedChoices {
  readonly setup: Setup;
  /** By file id, the name of each file. */
  readonly readAs: readonly string[];
}

/**
 * The set-up for the files of a saved case, read again. The very one that was saved where the files are the same ones.
 * Where they are not (some were added before they had been read), every choice that still has an object: the case's
 * name; labels, roles, order and premises by file name; a unit with its measure; the columns are proposed anew.
 */
export function savedSetup({ setup, readAs }: SavedChoices, intake: Intake): Setup {
  const names = intake.files.map(({ file }) => file);
  if (intake.files.every(({ id, file }) => readAs[id] === file) && names.length === readAs.length) return setup;
  const roles: Record<string, FileRole> = { ...intake.setup.roles };
  for (const { id, file } of intake.files) {
    const role = setup.roles[readAs.indexOf(file)];
    if (role !== undefined) roles[id] = role;
  }
  const fileOf = new Map(intake.files.map((file) => [file.file, file]));
  const known = setup.order.flatMap((id) => fileOf.get(readAs[id] ?? '')?.id ?? []);
  const order = [...known, ...intake.setup.order.filter((id) => !known.includes(id))];
  const carried = carriedIds(readAs.map((file, id) => [id, fileOf.get(file)?.id] as const));
  const { fileLabels, premises } = withLabelsKept(
    setup,
    readAs.map((file, id) => ({ id, label: fileOf.get(file)?.label ?? null })),
  );
  const { mapping } = intake.setup;
  const sameMeasure = setup.premises?.given?.includes('unit') === true && setup.mapping.measure === mapping.measure;
  const kept: Setup = {
    ...intake.setup,
    mapping: sameMeasure ? { ...mapping, unit: setup.mapping.unit } : mapping,
    name: setup.name,
    ...(fileLabels && { fileLabels: carried(fileLabels) }),
    roles,
    order: orderUnder(roles, order),
    ...(premises && { premises: carriedPremises(premises, carried) }),
  };
  return withLabels(withGivenColumns(kept, setup), intake.files);
}
