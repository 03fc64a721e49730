import { gather } from '../pipeline/regroup';
import type { SourceFile } from '../table/dataset';
import { ABSENT, SEEN } from './clues';
import { absentConditions, type FoundCondition, LEAST_ROWS } from './conditions';
import type { Facet } from './facets';

/** A condition that sets absent rows apart in some files only. */
export interface FileCondition extends FoundCondition {
  readonly files: string[];
}

/** Share of a file's absent rows that the condition must hold. */
const LEAST_SHARE = 1 / 3;

/** What holds in some files and not in all: each file by itself, those of one condition together. O(rows) @param among see `absentConditions` */
export function inSomeFiles(
  facet: Facet,
  effect: Uint8Array,
  file: Uint16Array,
  files: readonly SourceFile[],
  among?: readonly FileCondition[],
): FileCondition[] {
  if (files.length < 2) return [];
  const merged: FileCondition[] = [];
  for (const [f, { name }] of files.entries()) {
    const known = among?.filter((condition) => condition.files.includes(name));
    if (known?.length === 0) continue;
    const rows = rowsOf(file, f);
    if (rows === null) continue;
    const own = effectOf(rows, effect);
    if (own === null) continue;
    const found = absentConditions(rowsOnly(facet, rows), own.effect, known);
    for (const condition of found)
      if (condition.support >= LEAST_SHARE * own.absent) mergeMutable(merged, condition, name);
  }
  return merged.filter((condition) => condition.files.length < files.length);
}

function rowsOf(file: Uint16Array, f: number): Int32Array | null {
  let count = 0;
  for (const own of file) if (own === f) count += 1;
  if (count < 2 * LEAST_ROWS) return null;
  const rows = new Int32Array(count);
  for (let r = 0, i = 0; r < file.length; r++) if (file[r] === f) rows[i++] = r;
  return rows;
}

/** Null where the file has too few rows of either kind to say what sets them apart. */
function effectOf(rows: Int32Array, effect: Uint8Array): { effect: Uint8Array; absent: number } | null {
  const own = gather(effect, rows);
  let [seen, absent] = [0, 0];
  for (const one of own) {
    if (one === SEEN) seen += 1;
    if (one === ABSENT) absent += 1;
  }
  return seen < LEAST_ROWS || absent < LEAST_ROWS ? null : { effect: own, absent };
}

function rowsOnly(facet: Facet, rows: Int32Array): Facet {
  const of = (values: Float64Array | null) => values && gather(values, rows);
  return {
    ...facet,
    order: of(facet.order),
    codes: of(facet.codes),
    serials: of(facet.serials),
    lengths: of(facet.lengths),
    traits: of(facet.traits),
  };
}

/** Joins the condition to one of another file that it is, or whose open range it shares. */
function mergeMutable(merged: FileCondition[], condition: FoundCondition, file: string): void {
  const at = merged.findIndex(
    (other) => other.operator === condition.operator && sharedBound(other, condition) !== null,
  );
  const other = merged[at];
  if (!other) {
    merged.push({ ...condition, files: [file] });
    return;
  }
  merged[at] = {
    ...other,
    ...sharedBound(other, condition),
    support: other.support + condition.support,
    files: [...other.files, file],
  };
}

function sharedBound(a: FoundCondition, b: FoundCondition): Pick<FoundCondition, 'value' | 'equivalentRange'> | null {
  if (a.value === b.value && !a.equivalentRange && !b.equivalentRange) return { value: a.value };
  if (!a.equivalentRange || !b.equivalentRange) return null;
  const least = [a.equivalentRange.min, b.equivalentRange.min];
  const most = [a.equivalentRange.max, b.equivalentRange.max];
  if (![...least, ...most].every((text) => /^-?\d+(\.\d+)?$/.test(text))) return null;
  const min = least.reduce((so, next) => (Number(next) > Number(so) ? next : so));
  const max = most.reduce((so, next) => (Number(next) < Number(so) ? next : so));
  if (Number(min) > Number(max)) return null;
  const within = [a.value, b.value].find((value) => Number(value) >= Number(min) && Number(value) <= Number(max));
  return { value: within ?? min, equivalentRange: { min, max } };
}
