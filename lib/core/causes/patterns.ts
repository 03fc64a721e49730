import { formatUnits, MISSING } from '../decimal';
import { cutTo, losesMinus } from '../faults/cell-relations';
import type { CellRelation, Pattern, PatternCondition } from '../findings/pattern';
import { keyId } from '../key';
import { type Replayed, replayedValue } from '../pipeline/replayed';
import { type CaseColumn, MEASURE } from '../table/case-tables';
import type { Dataset, GroupedRows } from '../table/dataset';
import { sameCell } from '../table/equal';
import { plainText } from '../table/plain-text';
import { densestRange, type MarkedPoints } from './densest-range';
import type { ExplainedSide } from './explain-side';
import { type Trait, traitsOfUnexplained } from './trait-patterns';

/** Share of the unexplained keys that a pattern must hold, and how much denser than by chance it must be. */
const LEAST_SUPPORT = 0.3;
const LEAST_KEYS = 3;
const LEAST_LIFT = 2;
const MOST_PATTERNS = 6;

/** Patterns, and which unexplained keys meet each. */
export interface FoundPatterns {
  readonly patterns: readonly Pattern[];
  /** By key id, a bit for each pattern, by its place; null: there are none. */
  readonly keys: Uint8Array | null;
}

/** A pattern, and which keys meet it; only unexplained ones are asked. */
interface Candidate {
  readonly pattern: Pattern;
  readonly meets: (k: number) => boolean;
}

/** The few conditions that hold most of the unexplained keys and few others; the best first. */
export function findPatterns(dataset: Dataset, observed: GroupedRows, explained: ExplainedSide): FoundPatterns {
  const residual = explained.unexplained.keys;
  if (residual < LEAST_KEYS) return { patterns: [], keys: null };
  const found = [
    ...filePatterns(dataset, explained),
    ...rangePatterns(dataset, explained),
    ...differencePatterns(dataset, observed, explained),
    ...traitsOfUnexplained(dataset, explained).map((trait) => counted(trait, dataset, explained)),
  ]
    .filter(
      ({ pattern }) =>
        pattern.support >= Math.max(LEAST_KEYS, LEAST_SUPPORT * residual) &&
        pattern.precision * dataset.keys.count >= Math.min(LEAST_LIFT * residual, 0.95 * dataset.keys.count),
    )
    .sort((a, b) => b.pattern.support * b.pattern.precision - a.pattern.support * a.pattern.precision)
    .slice(0, MOST_PATTERNS);
  if (found.length === 0) return { patterns: [], keys: null };
  const keys = explained.residual.map((open, k) =>
    open === 0 ? 0 : found.reduce((bits, { meets }, at) => bits | (meets(k) ? 1 << at : 0), 0),
  );
  return { patterns: found.map(({ pattern }) => pattern), keys };
}

function candidate(
  condition: PatternCondition,
  support: number,
  of: number,
  precision: number,
  meets: (k: number) => boolean,
): Candidate {
  return { pattern: { ...condition, support, of, precision: Math.round(precision * 1e6) / 1e6 }, meets };
}

function counted({ condition, meets }: Trait, { keys }: Dataset, { residual, unexplained }: ExplainedSide): Candidate {
  let [support, all] = [0, 0];
  for (let k = 0; k < keys.count; k++) {
    if (!meets(k)) continue;
    all += 1;
    support += residual[k] as number;
  }
  return candidate(condition, support, unexplained.keys, all === 0 ? 0 : support / all, meets);
}

function filePatterns(dataset: Dataset, { residual, expected, unexplained }: ExplainedSide): Candidate[] {
  const inside = new Int32Array(dataset.files.length);
  const all = new Int32Array(dataset.files.length);
  for (let k = 0; k < residual.length; k++) {
    const w = expected.winner[k] as number;
    if (w === -1) continue;
    const f = expected.rows.file[w] as number;
    all[f] = (all[f] as number) + 1;
    inside[f] = (inside[f] as number) + (residual[k] as number);
  }
  return dataset.files.flatMap(({ name }, f) =>
    (inside[f] as number) === 0
      ? []
      : [
          candidate(
            { kind: 'file', file: name },
            inside[f] as number,
            unexplained.keys,
            (inside[f] as number) / (all[f] as number),
            (k) => fileOf(expected, k) === f,
          ),
        ],
  );
}

function fileOf({ rows, winner }: ExplainedSide['expected'], k: number): number {
  const w = winner[k] ?? -1;
  return w === -1 ? -1 : (rows.file[w] as number);
}

function rangePatterns(dataset: Dataset, explained: ExplainedSide): Candidate[] {
  const { expected, residual, unexplained } = explained;
  const patterns: Candidate[] = [];
  const version = dataset.columns[dataset.version];
  const labelled = (read: (k: number) => number | null): MarkedPoints => {
    const values = new Float64Array(residual.length);
    const inside = new Uint8Array(residual.length);
    let points = 0;
    for (let k = 0; k < residual.length; k++) {
      const value = read(k);
      if (value === null || !Number.isFinite(value)) continue;
      values[points] = value + 0;
      inside[points++] = residual[k] as number;
    }
    return { values: values.subarray(0, points), inside: inside.subarray(0, points) };
  };
  if (version) {
    const at = (k: number) => ((expected.winner[k] ?? -1) === -1 ? null : replayedValue(expected, dataset.version, k));
    const range = densestRange(labelled(at));
    if (range) {
      const [from, to] = [plainText(version, range.from), plainText(version, range.to)];
      patterns.push(
        candidate(
          { kind: 'version-range', column: version.name, from, to },
          range.support,
          unexplained.keys,
          range.precision,
          within(at, range),
        ),
      );
    }
  }
  pointsByFile(dataset, explained).forEach((points, f) => {
    const range = densestRange(points);
    if (range)
      patterns.push(
        candidate(
          { kind: 'row-range', file: dataset.files[f]?.name ?? '', from: range.from, to: range.to + 1 },
          range.support,
          unexplained.keys,
          range.precision,
          within(
            (k) => (fileOf(expected, k) === f ? (expected.rows.at[expected.winner[k] as number] as number) : null),
            range,
          ),
        ),
      );
  });
  const numberOf = (k: number) => (k < dataset.keys.count ? numericKey(keyId(dataset.keys.parts(k))) : null);
  const keys = densestRange(labelled(numberOf));
  if (keys)
    patterns.push(
      candidate(
        { kind: 'key-range', range: { from: keys.from, to: keys.to } },
        keys.support,
        unexplained.keys,
        keys.precision,
        within(numberOf, keys),
      ),
    );
  return patterns;
}

/** The places of the expected rows in each file. */
function pointsByFile({ files }: Dataset, { expected, residual }: ExplainedSide): MarkedPoints[] {
  const counts = new Int32Array(files.length);
  for (let k = 0; k < residual.length; k++) {
    const f = fileOf(expected, k);
    if (f !== -1) counts[f] = (counts[f] as number) + 1;
  }
  const points = Array.from(counts, (count) => ({ values: new Float64Array(count), inside: new Uint8Array(count) }));
  counts.fill(0);
  for (let k = 0; k < residual.length; k++) {
    const f = fileOf(expected, k);
    const of = points[f];
    if (!of) continue;
    const at = counts[f] as number;
    of.values[at] = expected.rows.at[expected.winner[k] as number] as number;
    of.inside[at] = residual[k] as number;
    counts[f] = at + 1;
  }
  return points;
}

function within(
  at: (k: number) => number | null,
  { from, to }: { readonly from: number; readonly to: number },
): (k: number) => boolean {
  return (k) => {
    const value = at(k);
    return value !== null && value >= from && value <= to;
  };
}

function numericKey(text: string): number | null {
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/** What the cells of a key that has one row on both sides have to do with what should stand there. */
interface CellFacts {
  /** Null: the measure agrees, or cannot be reckoned with. */
  readonly larger: boolean | null;
  readonly difference: number | null;
  readonly ratio: number | null;
  /** The only column that differs; null: there are several. */
  readonly only: number | null;
  readonly relations: readonly string[];
}

function differencePatterns(dataset: Dataset, observed: GroupedRows, explained: ExplainedSide): Candidate[] {
  const { residual, unexplained } = explained;
  const facts = ofOneKey((k) => cellFacts(dataset, observed, explained, k));
  const differences = new Map<number, number>();
  const ratios = new Map<number, number>();
  const onlyColumn = new Map<number, number>();
  const relations = new Map<string, number>();
  let [larger, smaller] = [0, 0];
  for (let k = 0; k < residual.length; k++) {
    const found = residual[k] === 1 ? facts(k) : null;
    if (!found) continue;
    if (found.larger === true) larger += 1;
    if (found.larger === false) smaller += 1;
    if (found.difference !== null) count(differences, found.difference);
    if (found.ratio !== null) count(ratios, found.ratio);
    if (found.only !== null) count(onlyColumn, found.only);
    for (const relation of found.relations) count(relations, relation);
  }
  const patterns: Candidate[] = [];
  const add = (condition: PatternCondition, support: number, meets: (found: CellFacts) => boolean) => {
    const test = (k: number) => {
      const found = facts(k);
      return found !== null && meets(found);
    };
    patterns.push(candidate(condition, support, unexplained.keys, 1, test));
  };
  const rises = larger >= smaller;
  if (larger + smaller > 0)
    add(
      { kind: 'sign', is: rises ? 'larger' : 'smaller' },
      Math.max(larger, smaller),
      (found) => found.larger === rises,
    );
  const difference = commonest(differences);
  if (difference && difference.count > 1) {
    const told = formatUnits(BigInt(difference.value), dataset.measure.scale);
    add(
      { kind: 'constant-difference', difference: told },
      difference.count,
      (found) => found.difference === difference.value,
    );
  }
  const ratio = commonest(ratios);
  // To nine digits, as it is told.
  const times = ratio && Number(ratio.value.toPrecision(9));
  if (ratio && ratio.count > 1 && times !== null && times !== 1)
    add({ kind: 'constant-ratio', ratio: times }, ratio.count, (found) => found.ratio === ratio.value);
  const column = commonest(onlyColumn);
  if (column) {
    const only = dataset.columns[column.value]?.name ?? '';
    add({ kind: 'one-column', column: only }, column.count, (found) => found.only === column.value);
  }
  for (const [relation, support] of relations) {
    const [is, c] = relation.split(' ') as [CellRelation, string];
    const name = dataset.columns[Number(c)]?.name ?? '';
    add({ kind: 'relation', column: name, is }, support, (found) => found.relations.includes(relation));
  }
  return patterns;
}

/** What is asked of the same key again and again, pattern by pattern. */
function ofOneKey<T>(read: (k: number) => T): (k: number) => T {
  let last: { readonly k: number; readonly found: T } | null = null;
  return (k) => {
    if (last?.k !== k) last = { k, found: read(k) };
    return last.found;
  };
}

/** Null where the key has not one row on each side. */
function cellFacts(dataset: Dataset, observed: GroupedRows, { replayed }: ExplainedSide, k: number): CellFacts | null {
  const { measure, columns } = dataset;
  const o = observed.start[k] as number;
  if (observed.start[k + 1] !== o + 1) return null;
  const row = onlyRow(replayed, k);
  if (row === -1) return null;
  const relations: string[] = [];
  let [changed, first] = [0, -1];
  for (let c = 0; c < columns.length; c++) {
    const cells = observed.columns[c];
    if (!cells || !replayed.values[c]) continue;
    const [seen, should] = [cells[o] as number, shouldBe(replayed, c, k, row)];
    if (sameCell(columns[c] as CaseColumn, seen, should)) continue;
    if (changed++ === 0) first = c;
    relations.push(...relationsOfCell(dataset, replayed, k, c, seen, should));
  }
  return {
    only: changed === 1 ? first : null,
    relations,
    ...differenceOf(measure, observed.columns[MEASURE]?.[o], shouldBe(replayed, MEASURE, k, row)),
  };
}

/** A column's cell of the only row that stands for key k. */
function shouldBe(replayed: Replayed, c: number, k: number, row: number): number {
  return replayed.standing === null ? replayedValue(replayed, c, k) : (replayed.values[c]?.[row] ?? MISSING);
}

/** The row that stands for key k; -1: none, or not one alone. */
function onlyRow({ winner, standing, rows }: Replayed, k: number): number {
  if (standing === null) return winner[k] as number;
  let only = -1;
  for (let r = rows.start[k] as number; r < (rows.start[k + 1] as number); r++) {
    if (standing[r] === 0) continue;
    if (only !== -1 || standing[r] !== 1) return -1;
    only = r;
  }
  return only;
}

function differenceOf(
  measure: CaseColumn,
  seen: number | undefined,
  should: number,
): Pick<CellFacts, 'larger' | 'difference' | 'ratio'> {
  const none = { larger: null, difference: null, ratio: null };
  if (seen === undefined || measure.wide || sameCell(measure, seen, should)) return none;
  if (!Number.isFinite(seen) || !Number.isFinite(should)) return none;
  const whole = Number.isInteger(should);
  return {
    larger: seen > should,
    difference: whole ? seen - should : null,
    ratio: whole && should !== 0 ? seen / should : null,
  };
}

/** Each as its code and the column. */
function relationsOfCell(
  { columns }: Dataset,
  { rows, values }: Replayed,
  k: number,
  c: number,
  seen: number,
  should: number,
): string[] {
  const column = columns[c];
  const found: CellRelation[] = [];
  if (seen === MISSING) found.push('emptied');
  else if (should === MISSING) found.push('filled');
  else {
    if (column?.type === 'number' && !column.wide && losesMinus(should, seen)) found.push('minus-lost');
    if (cutTo(column?.texts?.[should], column?.texts?.[seen]) > 0) found.push('beginning');
    const own = values[c];
    for (let r = rows.start[k] as number; own && r < (rows.start[k + 1] as number); r++)
      if (own[r] === seen) {
        found.push('older');
        break;
      }
  }
  return found.map((is) => `${is} ${c}`);
}

function count<T>(counts: Map<T, number>, value: T): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

function commonest<T>(counts: ReadonlyMap<T, number>): { value: T; count: number } | null {
  let best: { value: T; count: number } | null = null;
  for (const [value, number] of counts) if (best === null || number > best.count) best = { value, count: number };
  return best;
}
