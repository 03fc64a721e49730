import { assertNever } from '@/lib/core/assert-never';
import type { Intake } from '@/lib/core/intake/intake';
import { isAside, isStray } from '@/lib/core/intake/stray-file';
import type { Problem } from '@/lib/core/problem';
import type { FileRole, Setup } from '@/lib/core/setup';

/** Files that came along and are no data; they are shown as set aside and stop nothing. */
export function strayFiles(intake: Intake): readonly Extract<Problem, { file: string }>[] {
  if (intake.files.length === 0) return [];
  return intake.problems.flatMap((problem) => (isStray(problem) && 'file' in problem ? [problem] : []));
}

/**
 * The problems that a person must settle before anything is compared, under the set-up as it now stands. A file that
 * could not be read stays one until it is left out: a verdict without it would blame the pipeline for the reader.
 */
export function blockingProblems(intake: Intake, setup: Setup): readonly Problem[] {
  const told = intake.problems.filter((problem) => !isAside(problem));
  if (intake.files.length === 0 && told.length > 0) return told;
  const stray: readonly Problem[] = strayFiles(intake);
  const roleOf = (name: string) => {
    const file = intake.files.find((candidate) => candidate.file === name);
    return file ? (setup.roles[file.id] ?? 'ignored') : null;
  };
  const used = (name: string) => roleOf(name) !== 'ignored';
  const roles = intake.files.map((file) => setup.roles[file.id]);

  const kept = told.filter((problem) => {
    if (stray.includes(problem)) return false;
    switch (problem.code) {
      case 'role-taken':
      case 'no-deltas':
      case 'no-table':
      case 'no-mapping':
      case 'header-only':
      case 'entries-left-out':
      case 'entries-renamed':
        return false;
      case 'same-file':
        return used(problem.file) && used(problem.other);
      case 'not-a-measure':
        return used(problem.file) && setup.mapping.measure === intake.setup.mapping.measure;
      case 'column-missing':
        return used(problem.file) && setup.mapping === intake.setup.mapping;
      case 'file-empty':
      case 'not-csv':
      case 'file-changed':
      case 'file-unreadable':
      case 'column-duplicate':
      case 'quote-open':
      case 'record-too-long':
      case 'too-many-columns':
      case 'lines-lost':
      case 'encoding-broken':
      case 'archive-damaged':
      case 'archive-encrypted':
      case 'archive-method':
      case 'archive-too-large':
      case 'archive-too-deep':
      case 'archive-too-many':
      case 'archive-empty':
      case 'no-header':
      case 'mostly-unread':
        return used(problem.file);
      case 'too-large':
      case 'too-many-rows':
      case 'too-many-files':
      case 'out-of-memory':
      case 'part-missing':
      case 'cancelled':
      case 'engine-stopped':
        return true;
      default:
        return assertNever(problem);
    }
  });

  return [
    ...kept,
    ...emptyTables(intake, setup),
    ...roleConflicts(intake, setup),
    ...missingRoles(roles),
    ...missingMapping(setup),
  ];
}

/** An export may come empty; a table that does says nothing to compare with. */
function emptyTables(intake: Intake, setup: Setup): Problem[] {
  return intake.files
    .filter(({ id, rows, rejectedRows }) => isTable(setup.roles[id]) && rows === 0 && rejectedRows === 0)
    .map(({ file }) => ({ code: 'header-only', file }));
}

function isTable(role: FileRole | undefined): boolean {
  return role === 'ours' || role === 'theirs';
}

/** Each further file that claims a side, against the first. */
function roleConflicts(intake: Intake, setup: Setup): Problem[] {
  return (['ours', 'theirs'] as const).flatMap((role) => {
    const [first, ...others] = intake.files.filter((file) => setup.roles[file.id] === role);
    return others.map(({ file }): Problem => ({ code: 'role-taken', file: first?.file ?? '', other: file, role }));
  });
}

function missingRoles(roles: readonly (string | undefined)[]): Problem[] {
  if (roles.length === 0) return [];
  return [
    ...(roles.includes('delta') ? [] : [{ code: 'no-deltas' } as const]),
    ...(roles.includes('ours') || roles.includes('theirs') ? [] : [{ code: 'no-table' } as const]),
  ];
}

function missingMapping({ mapping }: Setup): Problem[] {
  return [
    ...(mapping.key.some((name) => name === '') || mapping.key.length === 0
      ? [{ code: 'no-mapping', role: 'key' } as const]
      : []),
    ...(mapping.measure === '' ? [{ code: 'no-mapping', role: 'measure' } as const] : []),
  ];
}
