import type { Intake } from '@/lib/core/intake/intake';
import type { FileRole, Setup } from '@/lib/core/setup';
import { withGiven, withPremise } from './edit-premises';
import { orderUnder } from './edit-setup';
import { choicesOf } from './file-choices';
import { withLabels } from './side-labels';
import type { FileChoices, OpenCase } from './state';

type Ids = ReadonlyMap<string, number>;

/**
 * The set-up for files that were read again, with every choice that the person had made and that still has an object:
 * roles, labels and order by file name, of files that were gone meanwhile too; the case's name and the mapping where they
 * differed from what was proposed.
 */
export function carryOver(previous: OpenCase, intake: Intake): Setup {
  const { setup: chosen } = previous;
  const kept = choicesOf(previous);
  const idOf: Ids = new Map(intake.files.map((file) => [file.file, file.id]));
  const roles: Record<string, FileRole> = { ...intake.setup.roles, ...byId(kept.roles, idOf) };
  const labels = byId(kept.labels, idOf);
  const headerLines = byId(kept.headerLines, idOf);
  const encodings = byId(kept.encodings, idOf);
  const dataLines = byId(kept.dataLines, idOf);
  const setup: Setup = {
    name: chosen.name === previous.intake.setup.name ? intake.setup.name : chosen.name,
    labels: intake.setup.labels,
    ...(isEmpty(labels) ? {} : { fileLabels: labels }),
    roles,
    order: orderUnder(roles, carriedOrder(kept, intake, idOf)),
    mapping: carriedMapping(previous, kept, intake, idOf),
    ...(chosen.premises && { premises: chosen.premises }),
  };
  const read = withPremise(setup, 'headerLines', isEmpty(headerLines) ? undefined : headerLines);
  const encoded = withPremise(read, 'encodings', isEmpty(encodings) ? undefined : encodings);
  const said = withPremise(encoded, 'dataLines', isEmpty(dataLines) ? undefined : dataLines);
  return withLabels(withGivenColumns(said, chosen), intake.files);
}

/** What was given of columns counts no longer where these were proposed anew. */
export function withGivenColumns(setup: Setup, chosen: Setup): Setup {
  return (['key', 'version', 'unit'] as const)
    .filter((use) => !same(setup.mapping[use], chosen.mapping[use]))
    .reduce((held, use) => withGiven(held, use, false), setup);
}

/** Deltas known before keep their order; new ones follow as proposed. Without a choice the proposal holds. */
function carriedOrder({ order, ordered }: FileChoices, intake: Intake, idOf: Ids): number[] {
  if (!ordered) return intake.setup.order;
  const known = order.flatMap((file) => idOf.get(file) ?? []);
  return [...known, ...intake.setup.order.filter((id) => !known.includes(id))];
}

/** A unit that was chosen stays with its measure, whatever else is proposed anew. */
function carriedMapping(previous: OpenCase, kept: FileChoices, intake: Intake, idOf: Ids): Setup['mapping'] {
  const { mapping, premises } = previous.setup;
  const proposed = previous.intake.setup.mapping;
  const carried = carriedColumns(previous, kept, intake, idOf);
  const chosen = mapping.unit !== proposed.unit || (premises?.given?.includes('unit') ?? false);
  return chosen && carried.measure === mapping.measure ? { ...carried, unit: mapping.unit } : carried;
}

function carriedColumns(previous: OpenCase, kept: FileChoices, intake: Intake, idOf: Ids): Setup['mapping'] {
  const { mapping } = previous.setup;
  const proposed = previous.intake.setup.mapping;
  if (same({ ...mapping, unit: null }, { ...proposed, unit: null })) return intake.setup.mapping;
  const known = new Set(intake.files.flatMap((file) => file.columns.map((column) => column.name)));
  const needed = [...mapping.key, mapping.measure, mapping.version ?? ''].filter((name) => name !== '');
  // Nothing is compared while a file cannot be read, and the columns may come back with it.
  if (!needed.every((name) => known.has(name)) && !lacksFileOf(previous, intake)) return intake.setup.mapping;
  return { ...mapping, headers: { ...intake.setup.mapping.headers, ...byId(kept.headers, idOf) } };
}

/** A file that the case had is not read now: it is told among the problems. */
function lacksFileOf(previous: OpenCase, intake: Intake): boolean {
  return previous.intake.files.some(({ file }) =>
    intake.problems.some((problem) => problem.code === 'file-changed' && problem.file === file),
  );
}

function byId<T>(byName: ReadonlyMap<string, T>, idOf: Ids): Record<string, T> {
  return Object.fromEntries(
    [...byName].flatMap(([name, value]) => {
      const id = idOf.get(name);
      return id === undefined ? [] : [[String(id), value] as const];
    }),
  );
}

function isEmpty(record: object): boolean {
  return Object.keys(record).length === 0;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
