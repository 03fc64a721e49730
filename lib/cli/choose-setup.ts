import { named } from '@/lib/core/by-name';
import { detectMapping } from '@/lib/core/intake/detect-mapping';
import { labelOf, type ReadFile } from '@/lib/core/intake/detect-roles';
import { proposeUnit } from '@/lib/core/intake/measure-unit';
import { proposeIntake } from '@/lib/core/intake/propose-setup';
import { SIDE_LABELS, toldApart } from '@/lib/core/intake/side-labels';
import { compareNatural } from '@/lib/core/natural-order';
import type { Problem } from '@/lib/core/problem';
import { fail, ok, type Result } from '@/lib/core/result';
import type { FileRole, MappingChoice, PremiseChoices, Setup } from '@/lib/core/setup';
import { parseUnit } from '@/lib/core/unit';
import type { InvestigateCall } from './call';

/** A file that was read, with the role that the call gives it; null where it names no table. */
export interface GivenFile extends ReadFile {
  readonly role: Extract<FileRole, 'delta' | 'ours' | 'theirs'> | null;
}

/** The set-up under which a call's files are investigated. What the call leaves open is found from names and content. */
export function chooseSetup(files: readonly GivenFile[], call: InvestigateCall): Result<Setup> {
  const chosen = call.ours === null && call.theirs === null ? proposedSetup(files, call) : forcedSetup(files, call);
  if (!chosen.ok) return chosen;
  return ok({
    ...chosen.value,
    mapping: withUnit(withColumns(chosen.value.mapping, call), files, call),
    premises: premisesOf(files, call),
  });
}

function proposedSetup(files: readonly GivenFile[], call: InvestigateCall): Result<Setup> {
  const { setup, problems } = proposeIntake(files, 0);
  const stopping = problems.find((problem) => stops(problem, call));
  return stopping ? fail(stopping) : ok(setup);
}

function forcedSetup(files: readonly GivenFile[], call: InvestigateCall): Result<Setup> {
  const withRole = (role: FileRole) => files.filter((file) => file.role === role);
  const deltas = withRole('delta').sort((a, b) => compareNatural(a.table.file, b.table.file) || a.id - b.id);
  const [ours] = withRole('ours');
  const [theirs] = withRole('theirs');
  const detected = detectMapping(
    deltas,
    [ours, theirs].filter((file) => file !== undefined),
  );
  const stopping = detected.problems.find((problem) => stops(problem, call));
  if (stopping) return fail(stopping);
  return ok({
    name: '',
    labels: toldApart({ ours: labelOf(ours, SIDE_LABELS.ours), theirs: labelOf(theirs, SIDE_LABELS.theirs) }),
    roles: Object.fromEntries(files.map(({ id, role }) => [String(id), role ?? 'delta'])),
    order: deltas.map(({ id }) => id),
    mapping: detected.mapping,
  });
}

/** A column that was not found stops nothing where the call names it. */
function stops(problem: Problem, call: InvestigateCall): boolean {
  return !(problem.code === 'no-mapping' && call[problem.role] !== null);
}

/** The columns that the call names in their roles; all others become attributes. */
function withColumns(mapping: MappingChoice, call: InvestigateCall): MappingChoice {
  const key = call.key ? [...call.key] : mapping.key;
  const measure = call.measure ?? mapping.measure;
  const version = call.version ?? mapping.version;
  const used = [...key, measure, ...(version === null ? [] : [version])];
  const freed = [...mapping.key, mapping.measure, mapping.version ?? ''].filter((name) => name !== '');
  const attributes = [...freed, ...mapping.attributes].filter((name) => !used.includes(name));
  return {
    ...mapping,
    key,
    measure,
    version,
    attributes,
    ignored: mapping.ignored.filter((name) => !used.includes(name)),
  };
}

/** The unit that the call names; else the one that follows from the measure, which the call may have named. */
function withUnit(mapping: MappingChoice, files: readonly GivenFile[], call: InvestigateCall): MappingChoice {
  if (call.unit !== null) return { ...mapping, unit: parseUnit(call.unit) ?? null };
  const read = files.map(({ id, table }) => ({ id, columns: table.columns }));
  return call.measure === null ? mapping : { ...mapping, unit: proposeUnit(read, mapping).unit };
}

/** The call's premises by file id; what it names itself counts as given. */
function premisesOf(files: readonly GivenFile[], { premises, key, version, unit }: InvestigateCall): PremiseChoices {
  const { headerLines, encodings, ...choices } = premises;
  const lines = files.flatMap(({ id, table }) => {
    const line = named(headerLines, table.file) ?? headerLines[''];
    return line === undefined ? [] : [[String(id), line] as const];
  });
  const read = files.flatMap(({ id, table }) => {
    const encoding = named(encodings, table.file) ?? encodings[''];
    return encoding === undefined ? [] : [[String(id), encoding] as const];
  });
  const given = [
    ...(key ? (['key'] as const) : []),
    ...(version === null ? [] : (['version'] as const)),
    ...(unit === null ? [] : (['unit'] as const)),
  ];
  return {
    ...choices,
    ...(lines.length > 0 ? { headerLines: Object.fromEntries(lines) } : {}),
    ...(read.length > 0 ? { encodings: Object.fromEntries(read) } : {}),
    ...(given.length > 0 ? { given } : {}),
  };
}
