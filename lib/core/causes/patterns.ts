import { replayedRows } from '../compare/table-view';
import { formatUnits } from '../decimal';
import type { Pattern, PatternCondition } from '../findings/pattern';
import { keyId } from '../key';
import { replayedValue } from '../pipeline/replayed';
import { MEASURE } from '../table/case-tables';
import type { Dataset, GroupedRows } from '../table/dataset';
import { sameCell } from '../table/equal';
import { plainText } from '../table/plain-text';
import { densestRange, type MarkedPoints } from './densest-range';
import type { ExplainedSide } from './explain-side';

/** Share of the unexplained keys that a pattern must hold, and how much denser than by chance it must be. */
const LEAST_SUPPORT = 0.3;
const LEAST_KEYS = 3;
const LEAST_LIFT = 2;
const MOST_PATTERNS = 6;

/** The few conditions that hold most of the unexplained keys and few others; the best first. */
export function findPatterns(dataset: Dataset, observed: GroupedRows, explained: ExplainedSide): Pattern[] {
  const residual = explained.unexplained.keys;
  if (residual < LEAST_KEYS) return [];
  const found = [
    ...filePatterns(dataset, explained),
    ...rangePatterns(dataset, explained),
    ...differencePatterns(dataset, observed, explained),
  ];
  return found
    .filter(
      (pattern) =>
        pattern.support >= Math.max(LEAST_KEYS, LEAST_SUPPORT * residual) &&
        pattern.precision * dataset.keys.count >= Math.min(LEAST_LIFT * residual, 0.95 * dataset.keys.count),
    )
    .sort((a, b) => b.support * b.precision - a.support * a.precision)
    .slice(0, MOST_PATTERNS);
}

function pattern(condition: PatternCondition, support: number, of: number, precision: number): Pattern {
  return { ...condition, support, of, precision: Math.round(precision * 1e6) / 1e6 };
}

function filePatterns(dataset: Dataset, { residual, expected, unexplained }: ExplainedSide): Pattern[] {
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
          pattern(
            { kind: 'file', file: name },
            inside[f] as number,
            unexplained.keys,
            (inside[f] as number) / (all[f] as number),
          ),
        ],
  );
}

function rangePatterns(dataset: Dataset, explained: ExplainedSide): Pattern[] {
  const { expected, residual, unexplained } = explained;
  const patterns: Pattern[] = [];
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
    const range = densestRange(
      labelled((k) => (expected.winner[k] === -1 ? null : replayedValue(expected, dataset.version, k))),
    );
    if (range) {
      const [from, to] = [plainText(version, range.from), plainText(version, range.to)];
      patterns.push(
        pattern(
          { kind: 'version-range', column: version.name, from, to },
          range.support,
          unexplained.keys,
          range.precision,
        ),
      );
    }
  }
  dataset.files.forEach(({ name }, f) => {
    const at = (k: number): number | null => {
      const w = expected.winner[k] as number;
      return w !== -1 && expected.rows.file[w] === f ? (expected.rows.at[w] as number) : null;
    };
    const range = densestRange(labelled(at));
    if (range)
      patterns.push(
        pattern(
          { kind: 'row-range', file: name, from: range.from, to: range.to + 1 },
          range.support,
          unexplained.keys,
          range.precision,
        ),
      );
  });
  const keys = densestRange(labelled((k) => numericKey(keyId(dataset.keys.parts(k)))));
  if (keys)
    patterns.push(
      pattern(
        { kind: 'key-range', range: { from: keys.from, to: keys.to } },
        keys.support,
        unexplained.keys,
        keys.precision,
      ),
    );
  return patterns;
}

function numericKey(text: string): number | null {
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}

function differencePatterns(
  dataset: Dataset,
  observed: GroupedRows,
  { residual, replayed, unexplained }: ExplainedSide,
): Pattern[] {
  const measure = dataset.measure;
  const differences = new Map<number, number>();
  const ratios = new Map<string, number>();
  const onlyColumn = new Map<number, number>();
  let larger = 0;
  let smaller = 0;
  for (let k = 0; k < residual.length; k++) {
    const o = observed.start[k] as number;
    if (residual[k] === 0 || observed.start[k + 1] !== o + 1) continue;
    const [row, another] = replayedRows(dataset.columns.length, replayed, k);
    if (!row || another) continue;
    const changed = dataset.columns.flatMap((column, c) => {
      const cells = observed.columns[c];
      return cells && replayed.values[c] && !sameCell(column, cells[o] as number, row[c] as number) ? [c] : [];
    });
    if (changed.length === 1) count(onlyColumn, changed[0] as number);
    const seen = observed.columns[MEASURE]?.[o];
    const should = row[0] as number;
    if (seen === undefined || measure.wide || sameCell(measure, seen, should)) continue;
    if (!Number.isFinite(seen) || !Number.isFinite(should)) continue;
    if (seen > should) larger += 1;
    else smaller += 1;
    if (!Number.isInteger(should)) continue;
    count(differences, seen - should);
    if (should !== 0) count(ratios, fractionOf(seen, should));
  }
  const patterns: Pattern[] = [];
  if (larger + smaller > 0) {
    const most = Math.max(larger, smaller);
    patterns.push(pattern({ kind: 'sign', is: larger >= smaller ? 'larger' : 'smaller' }, most, unexplained.keys, 1));
  }
  const difference = commonest(differences);
  if (difference && difference.count > 1) {
    patterns.push(
      pattern(
        { kind: 'constant-difference', difference: formatUnits(BigInt(difference.value), measure.scale) },
        difference.count,
        unexplained.keys,
        1,
      ),
    );
  }
  const ratio = commonest(ratios);
  const times = ratio && quotientOf(ratio.value);
  if (ratio && ratio.count > 1 && times !== null && times !== 1)
    patterns.push(pattern({ kind: 'constant-ratio', ratio: times }, ratio.count, unexplained.keys, 1));
  const column = commonest(onlyColumn);
  if (column) {
    const only = dataset.columns[column.value]?.name ?? '';
    patterns.push(pattern({ kind: 'one-column', column: only }, column.count, unexplained.keys, 1));
  }
  return patterns;
}

/** a / b in lowest terms, of integers. */
function fractionOf(a: number, b: number): string {
  let [divisor, rest] = [Math.abs(a), Math.abs(b)];
  while (rest !== 0) [divisor, rest] = [rest, divisor % rest];
  const sign = b < 0 ? -1 : 1;
  return `${(sign * a) / divisor}/${(sign * b) / divisor}`;
}

/** To nine digits, as it is told. */
function quotientOf(fraction: string): number {
  const [a, b] = fraction.split('/').map(Number) as [number, number];
  return Number((a / b).toPrecision(9));
}

function count<T>(counts: Map<T, number>, value: T): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

function commonest<T>(counts: ReadonlyMap<T, number>): { value: T; count: number } | null {
  let best: { value: T; count: number } | null = null;
  for (const [value, number] of counts) if (best === null || number > best.count) best = { value, count: number };
  return best;
}
