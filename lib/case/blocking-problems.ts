import { assertNever } from '@/lib/core/assert-never';
import type { Intake, Setup } from '@/lib/core/intake/intake';
import type { Problem } from '@/lib/core/problem';

/**
 * The problems that a person must settle before anything is compared, under the set-up as it now stands. A file that
 * could not be read stays one until it is left out: a verdict without it would blame the pipeline for the reader.
 */
export function blockingProblems(intake: Intake, setup: Setup): readonly Problem[] {
  const roleOf = (name: string) => {
    const file = intake.files.find((candidate) => candidate.file === name);
    return file ? (setup.roles[file.id] ?? 'ignored') : null;
  };
  const used = (name: string) => roleOf(name) !== 'ignored';
  const roles = intake.files.map((file) => setup.roles[file.id]);

  const kept = intake.problems.filter((problem) => {
    switch (problem.code) {
      case 'role-taken':
      case 'no-deltas':
      case 'no-table':
      case 'no-mapping':
        return false;
      case 'same-file':
        return used(problem.file) && used(problem.other);
      case 'not-a-measure':
        return used(problem.file) && setup.mapping.measure === intake.setup.mapping.measure;
      case 'column-missing':
        return used(problem.file) && setup.mapping === intake.setup.mapping;
      case 'file-empty':
      case 'header-only':
      case 'not-csv':
      case 'file-changed':
      case 'file-unreadable':
      case 'column-duplicate':
      case 'quote-open':
      case 'no-header':
      case 'mostly-unread':
        return used(problem.file);
      case 'cancelled':
      case 'engine-stopped':
        return true;
      default:
        return assertNever(problem);
    }
  });

  return [...kept, ...roleConflicts(intake, setup), ...missingRoles(roles), ...missingMapping(setup)];
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
