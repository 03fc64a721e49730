import { named } from '../by-name';
import type { Findings } from '../findings/findings';
import type { CaseTables } from '../table/case-tables';

/** Lines of a file that are listed. */
const MAX_UNREAD_LINES = 20;

/**
 * The files with lines that could not be read, in the order of the case.
 * @param rejected by file name, how many
 * @param lines by file name, the first of them
 */
export function unreadLines(
  tables: CaseTables,
  rejected: Readonly<Record<string, number>>,
  lines: Readonly<Record<string, readonly number[]>>,
  uncertain: readonly string[],
): Findings['unread'] {
  const files = [...tables.deltas, ...[tables.ours, tables.theirs].filter((table) => table !== null)];
  return files.flatMap(({ file }) => {
    const count = named(rejected, file) ?? 0;
    if (count === 0) return [];
    return [
      {
        file,
        count,
        lines: [...(named(lines, file) ?? [])].slice(0, MAX_UNREAD_LINES),
        keysKnown: !uncertain.includes(file),
      },
    ];
  });
}
