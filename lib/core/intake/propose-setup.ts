import { named } from '../by-name';
import type { CsvTable } from '../csv/csv-table';
import { uniqueFileNames } from '../file-names';
import type { Problem } from '../problem';
import type { FileRole, Setup } from '../setup';
import { detectMapping } from './detect-mapping';
import { type DetectedRole, detectRoles, labelInName, type ReadFile } from './detect-roles';
import type { Intake } from './intake';
import type { IntakeNote } from './intake-note';

/**
 * What the files are taken for, and the set-up that follows; everything in it can be changed by a person.
 * @param problems of files that could not be read, passed through first
 * @param milliseconds that reading took, passed through
 */
export function proposeIntake(
  files: readonly ReadFile[],
  milliseconds: number,
  problems: readonly Problem[] = [],
): Intake {
  const names = uniqueFileNames(files.map(({ id, table }) => [id, table]));
  const named = files.map(({ id, table }) => ({ id, table: { ...table, file: names.get(id) as string } }));
  const detected = detectRoles(named);
  const repeated = withoutRepeats(named, detected.roles, detected.order);
  const found = (id: number) => repeated.roles.get(id) as DetectedRole;
  const role = (id: number): FileRole => found(id).role;
  const order = detected.order.filter((id) => role(id) === 'delta');
  const deltas = order.flatMap((id) => named.filter((file) => file.id === id));
  const tables = (['ours', 'theirs'] as const).flatMap((side) => named.filter((file) => role(file.id) === side));
  const mapping = detectMapping(deltas, tables);
  const setup: Setup = {
    name: caseName(
      detected.labels,
      tables.map(({ id }) => role(id)),
    ),
    labels: detected.labels,
    roles: Object.fromEntries(named.map(({ id }) => [String(id), role(id)])),
    order: [...order],
    mapping: mapping.mapping,
  };
  return {
    files: named.map(({ id, table }) => ({
      id,
      file: table.file,
      bytes: table.bytes,
      rows: table.rows,
      rejectedRows: table.rejectedRows,
      rejected: table.rejected,
      columns: table.columns.map(({ name, tally }) => ({ name, tally })),
      dialect: table.dialect,
      headerLine: table.headerLine,
      role: role(id),
      why: found(id).why,
      label: labelInName(table.file),
    })),
    setup,
    mappingWhy: mapping.why,
    problems: [
      ...problems,
      ...detected.problems,
      ...repeated.problems,
      ...named
        .filter(({ id, table }) => table.rows === 0 && role(id) !== 'delta')
        .map(({ table }): Problem => ({ code: 'header-only', file: table.file })),
      ...(files.length > 0 && deltas.length === 0 ? [{ code: 'no-deltas' } as const] : []),
      ...(files.length > 0 && tables.length === 0 ? [{ code: 'no-table' } as const] : []),
      ...mapping.problems,
    ],
    notes: notesOf(deltas, tables, setup),
    milliseconds,
  };
}

/** Takes a delta with the content of an earlier one out of the case and says so. */
function withoutRepeats(
  files: readonly ReadFile[],
  roles: ReadonlyMap<number, DetectedRole>,
  order: readonly number[],
): { readonly roles: ReadonlyMap<number, DetectedRole>; readonly problems: readonly Problem[] } {
  const kept: ReadFile[] = [];
  const changed = new Map(roles);
  const problems: Problem[] = [];
  for (const id of order) {
    const file = files.find((candidate) => candidate.id === id) as ReadFile;
    const same = kept.find(({ table }) => sameContent(table, file.table));
    if (!same) {
      kept.push(file);
      continue;
    }
    problems.push({ code: 'same-file', file: file.table.file, other: same.table.file });
    changed.set(id, { role: 'ignored', why: { code: 'same-content', other: same.table.file } });
  }
  return { roles: changed, problems };
}

/** Size first, cells last; files without rows are never the same. */
function sameContent(a: CsvTable, b: CsvTable): boolean {
  if (a.bytes !== b.bytes || a.rows !== b.rows || a.rows === 0 || a.columns.length !== b.columns.length) return false;
  return a.columns.every((column, c) => {
    const other = b.columns[c];
    return other !== undefined && column.name === other.name && column.cells.equals(other.cells);
  });
}

function caseName(labels: Setup['labels'], sides: readonly FileRole[]): string {
  const names = (['theirs', 'ours'] as const).filter((side) => sides.includes(side)).map((side) => labels[side]);
  return names.length === 0 ? 'New case' : names.join(' · ');
}

function notesOf(deltas: readonly ReadFile[], tables: readonly ReadFile[], setup: Setup): readonly IntakeNote[] {
  const notes: IntakeNote[] = [];
  for (const { table } of [...deltas, ...tables]) {
    const { file, dialect } = table;
    notes.push(...table.notes.map((note) => ({ ...note, file })));
    if (dialect.encoding === 'windows-1252') notes.push({ code: 'not-utf-8', file });
    if (dialect.encoding.startsWith('UTF-16') && !dialect.bom)
      notes.push({ code: 'encoding-unsaid', file, encoding: dialect.encoding });
    if (dialect.newline === 'mixed') notes.push({ code: 'newlines-mixed', file });
  }
  for (const { table } of deltas) if (table.rows === 0) notes.push({ code: 'delta-empty', file: table.file });
  notes.push(...amountNotes([...deltas, ...tables], setup));
  const [ours, theirs] = (['ours', 'theirs'] as const).map((side) => tables.find(({ id }) => setup.roles[id] === side));
  if (ours && theirs && sameContent(ours.table, theirs.table))
    notes.push({ code: 'same-content', file: ours.table.file, other: theirs.table.file });
  if (deltas.length > 0 && setup.mapping.version === null) {
    notes.push({ code: 'no-version' });
  }
  return notes;
}

function amountNotes(files: readonly ReadFile[], { mapping }: Setup): readonly IntakeNote[] {
  const tallies = files.flatMap(({ id, table }) =>
    table.columns
      .filter(({ name }) => name === (named(mapping.headers[String(id)], mapping.measure) ?? mapping.measure))
      .map((column) => column.tally),
  );
  const units = [...new Set(tallies.flatMap(({ unit }) => (unit === null ? [] : [unit])))];
  const separators = tallies.some((of) => of.separators > 0);
  return units.length === 0 && !separators
    ? []
    : [{ code: 'amounts-written', column: mapping.measure, units, separators }];
}
