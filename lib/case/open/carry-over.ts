import type { Intake } from '@/lib/core/intake/intake';
import type { FileRole, Setup } from '@/lib/core/setup';
import { carriedIds, carriedPremises } from './carried-ids';
import { withGiven } from './edit-premises';
import { orderUnder } from './edit-setup';
import { withLabels, withLabelsKept } from './side-labels';
import type { OpenCase } from './state';

/**
 * The set-up for files that were read again, with every choice that the person had made and that still has an object:
 * roles, labels and order by file name, the case's name and the mapping where they differed from what was proposed.
 */
export function carryOver(previous: OpenCase, intake: Intake): Setup {
  const proposed = previous.intake.setup;
  const chosen = withLabelsKept(previous.setup, previous.intake.files);
  const roles: Record<string, FileRole> = { ...intake.setup.roles };
  const idOf = new Map(intake.files.map((file) => [file.file, file.id]));
  const carried = carriedIds(previous.intake.files.map(({ id, file }) => [id, idOf.get(file)] as const));
  for (const file of previous.intake.files) {
    const id = idOf.get(file.file);
    const role = chosen.roles[file.id];
    if (id !== undefined && role !== undefined && role !== proposed.roles[file.id]) roles[id] = role;
  }
  const setup: Setup = {
    name: chosen.name === proposed.name ? intake.setup.name : chosen.name,
    labels: intake.setup.labels,
    ...(chosen.fileLabels && { fileLabels: carried(chosen.fileLabels) }),
    roles,
    order: orderUnder(roles, carriedOrder(previous, intake, idOf)),
    mapping: carriedMapping(previous, intake, idOf),
    ...(chosen.premises && { premises: carriedPremises(chosen.premises, carried) }),
  };
  return withLabels(withGivenColumns(setup, chosen), intake.files);
}

/** What was given of columns counts no longer where these were proposed anew. */
export function withGivenColumns(setup: Setup, chosen: Setup): Setup {
  return (['key', 'version', 'unit'] as const)
    .filter((use) => !same(setup.mapping[use], chosen.mapping[use]))
    .reduce((held, use) => withGiven(held, use, false), setup);
}

/** Deltas known before keep their order; new ones follow as proposed. Without a choice the proposal holds. */
function carriedOrder(previous: OpenCase, intake: Intake, idOf: ReadonlyMap<string, number>): number[] {
  if (same(previous.setup.order, previous.intake.setup.order)) return intake.setup.order;
  const nameOf = new Map(previous.intake.files.map((file) => [file.id, file.file]));
  const known = previous.setup.order.flatMap((id) => idOf.get(nameOf.get(id) ?? '') ?? []);
  return [...known, ...intake.setup.order.filter((id) => !known.includes(id))];
}

/** A unit that was chosen stays with its measure, whatever else is proposed anew. */
function carriedMapping(previous: OpenCase, intake: Intake, idOf: ReadonlyMap<string, number>): Setup['mapping'] {
  const { mapping, premises } = previous.setup;
  const proposed = previous.intake.setup.mapping;
  const carried = carriedColumns(previous, intake, idOf);
  const chosen = mapping.unit !== proposed.unit || (premises?.given?.includes('unit') ?? false);
  return chosen && carried.measure === mapping.measure ? { ...carried, unit: mapping.unit } : carried;
}

function carriedColumns(previous: OpenCase, intake: Intake, idOf: ReadonlyMap<string, number>): Setup['mapping'] {
  const { mapping } = previous.setup;
  const proposed = previous.intake.setup.mapping;
  if (same({ ...mapping, unit: null }, { ...proposed, unit: null })) return intake.setup.mapping;
  const known = new Set(intake.files.flatMap((file) => file.columns.map((column) => column.name)));
  const needed = [...mapping.key, mapping.measure, ...(mapping.version === null ? [] : [mapping.version])];
  if (!needed.every((name) => known.has(name))) return intake.setup.mapping;
  const headers: Setup['mapping']['headers'] = { ...intake.setup.mapping.headers };
  for (const file of previous.intake.files) {
    const id = idOf.get(file.file);
    const names = mapping.headers[file.id];
    if (id !== undefined && names !== undefined) headers[id] = names;
  }
  return { ...mapping, headers };
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
