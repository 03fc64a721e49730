import { named } from '../by-name';
import type { CsvColumn, CsvTable } from '../csv/csv-table';
import { uniqueFileNames } from '../file-names';
import { compareNatural } from '../natural-order';
import type { Problem } from '../problem';
import { fail, ok, type Result } from '../result';
import type { Setup } from '../setup';

/** A file that takes part, with its columns under their case-wide names. */
export interface BindSource {
  /** Its file id. */
  readonly id: number;
  readonly role: 'delta' | 'ours' | 'theirs';
  /** Unique within the case. */
  readonly file: string;
  readonly table: CsvTable;
  /** Null where the file lacks the column. */
  readonly column: (name: string) => CsvColumn | null;
}

/** The files that take part: deltas in arrival order, then ours, then theirs. Problems: no-deltas, no-table, role-taken, column-missing. */
export function bindSources(tables: ReadonlyMap<number, CsvTable>, setup: Setup): Result<readonly BindSource[]> {
  const names = uniqueFileNames(tables);
  const ids = [...tables.keys()].sort((a, b) => a - b);
  const withRole = (role: string) => ids.filter((id) => setup.roles[String(id)] === role);
  const deltas = arrivalOrder(withRole('delta'), setup.order, names);
  if (deltas.length === 0) return fail({ code: 'no-deltas' });
  const sources = deltas.map((id) => source('delta', id));
  for (const role of ['ours', 'theirs'] as const) {
    const [id, other] = withRole(role);
    if (id === undefined) continue;
    if (other !== undefined)
      return fail({ code: 'role-taken', file: names.get(other) as string, other: names.get(id) as string, role });
    sources.push(source(role, id));
  }
  if (sources.length === deltas.length) return fail({ code: 'no-table' });
  const missing = missingColumn(sources, setup);
  return missing ? fail(missing) : ok(sources);

  function source(role: BindSource['role'], id: number): BindSource {
    const table = tables.get(id) as CsvTable;
    const headers = setup.mapping.headers[String(id)];
    const column = (name: string) =>
      table.columns.find((candidate) => candidate.name === (named(headers, name) ?? name)) ?? null;
    return { id, role, file: names.get(id) as string, table, column };
  }
}

/** Deltas that the order leaves out come last, in natural order of their names. */
function arrivalOrder(
  deltas: readonly number[],
  order: readonly number[],
  names: ReadonlyMap<number, string>,
): readonly number[] {
  const ordered = [...new Set(order)].filter((id) => deltas.includes(id));
  const others = deltas.filter((id) => !ordered.includes(id));
  const name = (id: number) => names.get(id) as string;
  return [...ordered, ...others.sort((a, b) => compareNatural(name(a), name(b)))];
}

function missingColumn(sources: readonly BindSource[], setup: Setup): Problem | null {
  const { key, measure, version } = setup.mapping;
  for (const { role, file, table, column } of sources) {
    const needed = [...key, measure, ...(version !== null && role === 'delta' ? [version] : [])];
    const lacking = needed.find((name) => !column(name));
    if (lacking !== undefined) {
      return {
        code: 'column-missing',
        file,
        line: 1,
        column: lacking,
        found: table.columns.map((found) => found.name),
      };
    }
  }
  return null;
}
