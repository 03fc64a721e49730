import { MISSING } from '../decimal';
import type { DedupeRule } from '../findings/dedupe-rule';
import type { Repair, Side } from '../findings/findings';
import type { Replayed } from '../pipeline/replayed';
import { replayedValue } from '../pipeline/replayed';
import type { CaseColumn } from '../table/case-tables';
import type { Dataset, GroupedRows } from '../table/dataset';
import { plainText } from '../table/plain-text';
import type { ExplainedSide } from './explain-side';

/**
 * The smallest set of delta rows which, loaded now, makes the table right: the expected row of every key whose row is
 * absent or wrong. Ascending indices into `dataset.deltas`.
 */
export function repairRows(dataset: Dataset, observed: GroupedRows, expected: Replayed): Int32Array {
  const rows: number[] = [];
  const right = rightKeys(dataset, observed, expected);
  for (let k = 0; k < right.length; k++) {
    const w = expected.winner[k] as number;
    if (w !== -1 && right[k] === 0) rows.push(w);
  }
  return Int32Array.from(rows).sort();
}

/** 1 by key id where the table holds exactly one row and it equals the expected delta row. O(rows × columns). */
function rightKeys(dataset: Dataset, observed: GroupedRows, expected: Replayed): Uint8Array {
  const right = new Uint8Array(dataset.keys.count).fill(1);
  for (let k = 0; k < right.length; k++) {
    if (expected.winner[k] === -1 || observed.start[k + 1] !== (observed.start[k] as number) + 1) right[k] = 0;
  }
  dataset.columns.forEach((column, c) => {
    const seen = observed.columns[c];
    const held = dataset.deltas.columns[c];
    if (!seen || !held) return;
    for (let k = 0; k < right.length; k++) {
      if (right[k] === 0) continue;
      const a = seen[observed.start[k] as number] as number;
      const b = held[expected.winner[k] as number] as number;
      if (a !== b && !(Math.abs(a - b) <= column.tolerance)) right[k] = 0;
    }
  });
  return right;
}

/** What the repair is and does, for a side whose table is not the expected one; null when it is. */
export function planRepair(
  dataset: Dataset,
  side: Side,
  observed: GroupedRows,
  expected: Replayed,
  explained: ExplainedSide,
  rules: readonly DedupeRule[],
): Repair | null {
  const rows = repairRows(dataset, observed, expected);
  const beyond = beyondRepair(dataset, observed, expected);
  if (rows.length === 0 && beyond === 0) return null;
  const files = explained.faults.flatMap((fault) => ('files' in fault && fault.files ? fault.files : []));
  const sound = rules.length > 0 ? rules : soundRules(dataset);
  const whole = filesRows(dataset, files);
  return {
    side,
    rows: rows.length,
    beyond,
    outcomes: sound.flatMap((rule) => [
      loadOutcome(dataset, observed, expected, rule, 'repair', files, rows),
      ...(whole.length > 0 ? [loadOutcome(dataset, observed, expected, rule, 'whole-files', files, whole)] : []),
    ]),
  };
}

function soundRules(dataset: Dataset): DedupeRule[] {
  return dataset.version === -1 ? ['last-arrival'] : ['largest-version', 'last-arrival'];
}

/** Keys that the table holds and no delta has, or holds more than once: loading rows cannot mend these. */
function beyondRepair(dataset: Dataset, observed: GroupedRows, expected: Replayed): number {
  let beyond = 0;
  for (let k = 0; k < dataset.keys.count; k++) {
    const held = (observed.start[k + 1] as number) - (observed.start[k] as number);
    if (held > 1 || (held === 1 && expected.winner[k] === -1)) beyond += 1;
  }
  return beyond;
}

function filesRows(dataset: Dataset, files: readonly string[]): Int32Array {
  const chosen = dataset.files.map(({ name }) => files.includes(name));
  const rows: number[] = [];
  for (let r = 0; r < dataset.deltas.rows; r++) if (chosen[dataset.deltas.file[r] as number]) rows.push(r);
  return Int32Array.from(rows);
}

/** Loads the rows on top of the table, each key once, under a rule, and counts what is right and what was overwritten. */
function loadOutcome(
  dataset: Dataset,
  observed: GroupedRows,
  expected: Replayed,
  rule: DedupeRule,
  load: 'repair' | 'whole-files',
  files: readonly string[],
  rows: Int32Array,
): Repair['outcomes'][number] {
  const loaded = new Int32Array(dataset.keys.count).fill(-1);
  for (const r of rows) {
    const k = dataset.deltas.key[r] as number;
    const other = loaded[k] as number;
    if (other === -1 || replaces(dataset, dataset.deltas, other, dataset.deltas, r, rule)) loaded[k] = r;
  }
  const before = rightKeys(dataset, observed, expected);
  let right = 0;
  let of = 0;
  let overwritten = 0;
  for (let k = 0; k < loaded.length; k++) {
    const w = expected.winner[k] as number;
    if (w === -1) continue;
    of += 1;
    const r = loaded[k] as number;
    const o = observed.start[k] as number;
    const held = (observed.start[k + 1] as number) - o;
    const was = before[k] === 1;
    const takes = r !== -1 && (held === 0 || (held === 1 && replaces(dataset, observed, o, dataset.deltas, r, rule)));
    const isRight = takes ? sameValues(dataset, r, expected, k) : was;
    if (isRight) right += 1;
    else if (takes && was) overwritten += 1;
  }
  return { rule, load, files: load === 'repair' ? [] : [...files], right, of, overwritten };
}

function sameValues(dataset: Dataset, r: number, expected: Replayed, k: number): boolean {
  return dataset.columns.every((_, c) => (dataset.deltas.columns[c]?.[r] ?? MISSING) === replayedValue(expected, c, k));
}

/** Whether an arriving row replaces the standing one under a rule. The arriving one is the later. */
function replaces(
  dataset: Dataset,
  standing: GroupedRows,
  s: number,
  arriving: GroupedRows,
  r: number,
  rule: DedupeRule,
): boolean {
  const column = rule === 'largest-measure' ? 0 : dataset.version;
  const a = standing.columns[column]?.[s] ?? MISSING;
  const b = arriving.columns[column]?.[r] ?? MISSING;
  switch (rule) {
    case 'last-arrival':
      return true;
    case 'first-arrival':
      return false;
    case 'largest-version':
    case 'largest-measure':
      return b >= a;
    case 'smallest-version':
      return b <= a;
    case 'largest-version-as-text':
      return asText(dataset, b) >= asText(dataset, a);
  }
}

function asText(dataset: Dataset, version: number): string {
  return plainText(dataset.columns[dataset.version] as CaseColumn, version);
}
