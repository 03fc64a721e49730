import { multiply, round } from '../planted/amount';
import { alterKey } from '../planted/slow-pipeline';
import type { PlainCode, PlainFault } from './faults';
import { KEY_JOINT, type Keep, type Row, type Source, type Table, type Value } from './model';

/** What the files mean, as far as a pipeline has to know it. */
export interface Reading {
  /** Which of a key's rows with the same largest version stands. */
  readonly ties: Keep;
  /** Whether a key whose newest row marks a delete is left out. */
  readonly deletes: boolean;
  /** A version as the files write it. */
  readonly versionText: (version: bigint) => string;
  /** The version under the other order of day and month; null where there is no other. */
  readonly misread: (version: bigint) => bigint | null;
}

interface Arrived extends Row {
  readonly file: string;
  readonly arrival: number;
}

/**
 * The pipeline with faults, run the slow and obvious way: arrive, dedupe, compose, value, load. Without a version column
 * the last arrival stands. It is the judge of what the product claims, and shares no code with it.
 */
export function runPipeline(source: Source, faults: readonly PlainFault[], reading: Reading): Table {
  const read = arrive(source, faults, reading).map((row) => readRow(row, faults));
  const groups = new Map<string, Arrived[]>();
  for (const row of read) groups.set(row.key, [...(groups.get(row.key) ?? []), row]);
  const table = new Map<string, Row[]>();
  for (const [key, rows] of groups) {
    const standing = compose(rows, source, faults, reading)
      .map((row) => valued(row, faults))
      .filter((row) => !leftOut(row, faults, 'load'));
    if (standing.length > 0) table.set(key, standing);
  }
  return table;
}

function arrive(source: Source, faults: readonly PlainFault[], reading: Reading): Arrived[] {
  let arrival = 0;
  let files = source.deltas.map(({ name, rows }) =>
    rows.map((row, at) => ({ ...row, file: name, at, arrival: arrival++ })),
  );
  const keep = (test: (row: Arrived & { at: number }) => boolean) => {
    files = files.map((rows) => rows.filter(test));
  };
  for (const fault of faults) {
    if (fault.fault === 'file-not-loaded') keep((row) => !fault.files.includes(row.file));
    if (fault.fault === 'file-partially-loaded')
      keep((row) => row.file !== fault.file || fault.loaded.some(({ from, to }) => row.at >= from && row.at < to));
    if (fault.fault === 'rows-capped') keep((row) => row.at < fault.limit);
    if (fault.fault === 'first-rows-skipped') keep((row) => row.at >= fault.count);
    if (fault.fault === 'version-cutoff') keep((row) => order(row.version, fault.version) <= 0);
    if (fault.fault === 'deletes-ignored' && fault.how === 'skipped') keep((row) => !row.deleted);
    if (fault.fault === 'new-keys-ignored') {
      const known = new Set((files.find((rows) => rows.length > 0) ?? []).map((row) => row.key));
      keep((row) => known.has(row.key));
    }
    if (fault.fault === 'late-rows-dropped') {
      let mark: Value = null;
      files = files.map((rows) => {
        const before = mark;
        for (const row of rows) if (order(row.version, mark) > 0) mark = row.version;
        return rows.filter((row) => before === null || order(row.version, before) > 0);
      });
    }
  }
  keep((row) => !leftOut(row, faults, 'arrival'));
  return files.flat().map((row) => {
    const version = row.version;
    if (!has(faults, 'version-misread') || typeof version !== 'bigint') return row;
    return { ...row, rank: reading.misread(version) };
  });
}

function readRow(row: Arrived, faults: readonly PlainFault[]): Arrived {
  let { key, values } = row;
  for (const fault of faults) {
    if (fault.fault === 'key-altered')
      key = key
        .split(KEY_JOINT)
        .map((part) => alterKey(part, fault))
        .join(KEY_JOINT);
    if (fault.fault === 'columns-swapped' && concerns(fault.files, row.file)) {
      const [a, b] = fault.columns;
      values = values.map((value, c) => (c === a ? at(values, b) : c === b ? at(values, a) : value));
    }
  }
  return { ...row, key, values };
}

/** The key's rows as the rule ranks them, the one that stands last. */
function ranked(rows: readonly Arrived[], faults: readonly PlainFault[], reading: Reading): Arrived[] {
  const ties = faults.reduce<Keep>(
    (keep, fault) => (fault.fault === 'ties-broken-differently' ? fault.keep : keep),
    reading.ties,
  );
  const later = (a: Arrived, b: Arrived) => a.arrival - b.arrival;
  const tied = (a: Arrived, b: Arrived) => (ties === 'later' ? later(a, b) : later(b, a));
  const newer = (a: Arrived, b: Arrived) => order(rankOf(a), rankOf(b)) || tied(a, b);
  const text = (row: Arrived) => {
    const version = row.version;
    return typeof version === 'bigint' ? reading.versionText(version) : '';
  };
  const rule = (): ((a: Arrived, b: Arrived) => number) => {
    if (rows.every((row) => row.version === null) || has(faults, 'last-row-wins'))
      return has(faults, 'first-row-wins') ? (a, b) => later(b, a) : later;
    if (has(faults, 'version-compared-as-text')) return (a, b) => order(text(a), text(b)) || tied(a, b);
    if (has(faults, 'smallest-version-wins')) return (a, b) => order(rankOf(b), rankOf(a)) || tied(a, b);
    if (has(faults, 'first-row-wins')) return (a, b) => later(b, a);
    if (has(faults, 'largest-measure-wins')) return (a, b) => order(at(a.values, 0), at(b.values, 0)) || newer(a, b);
    return newer;
  };
  return [...rows].sort(rule());
}

/** What stands in the table for one key, from its rows in arrival order. */
function compose(
  rows: readonly Arrived[],
  source: Source,
  faults: readonly PlainFault[],
  reading: Reading,
): (Arrived & { parts: readonly { file: string; amount: Value }[] })[] {
  const asIs = (row: Arrived) => ({ ...row, parts: [{ file: row.file, amount: at(row.values, 0) }] });
  if (has(faults, 'duplicates-kept')) return rows.map(asIs);
  const winner = at(ranked(rows, faults, reading), rows.length - 1);
  const ignoresDeletes = has(faults, 'deletes-ignored') || !reading.deletes;
  if (winner.deleted && !ignoresDeletes) return [];
  let values = winner.values;
  if (has(faults, 'largest-of-each-column'))
    values = values.map((_, c) =>
      rows.map((row) => at(row.values, c)).reduce((most, other) => (order(other, most) > 0 ? other : most)),
    );
  if (has(faults, 'zeros-ignored')) {
    const byVersion = ranked(rows, [], reading);
    values = values.map((value, c) => {
      if (value !== 0n || source.columns[c]?.role === 'version') return value;
      const standing = byVersion.map((row) => at(row.values, c)).filter((other) => other !== 0n && other !== null);
      return standing.at(-1) ?? value;
    });
  }
  for (const fault of faults)
    if (fault.fault === 'column-not-updated') {
      values = values.map((value, c) => (fault.columns.includes(c) ? at(at(rows, 0).values, c) : value));
    }
  const summed = has(faults, 'versions-summed') && !stale(faults);
  const parts = summed
    ? rows.map((row) => ({ file: row.file, amount: at(row.values, 0) }))
    : [{ file: winner.file, amount: at(values, 0) }];
  return [{ ...winner, values, parts }];
}

function stale(faults: readonly PlainFault[]): boolean {
  return faults.some((fault) => fault.fault === 'column-not-updated' && fault.columns.includes(0));
}

function valued(
  row: Arrived & { parts: readonly { file: string; amount: Value }[] },
  faults: readonly PlainFault[],
): Arrived {
  let parts = row.parts;
  for (const fault of faults) {
    if (fault.fault !== 'measure-scaled') continue;
    const [whole = '0', fraction = ''] = fault.factor.split('.');
    const factor = BigInt(whole + fraction.padEnd(9, '0'));
    parts = parts.map((part) =>
      typeof part.amount === 'bigint' && concerns(fault.files, part.file)
        ? { ...part, amount: multiply(part.amount, factor) }
        : part,
    );
  }
  let measure = parts.reduce<bigint | null>(
    (sum, { amount }) => (typeof amount === 'bigint' ? (sum ?? 0n) + amount : sum),
    null,
  );
  for (const fault of faults) {
    if (measure === null) break;
    if (fault.fault === 'measure-rounded' && concerns(fault.files, row.file))
      measure = round(measure, fault.how, fault.digits);
    if (fault.fault === 'measure-clipped' && concerns(fault.files, row.file) && measure > fault.max)
      measure = fault.max;
  }
  const first = parts.length === 1 && typeof parts[0]?.amount === 'string' ? parts[0].amount : measure;
  return { ...row, values: row.values.map((value, c) => (c === 0 ? first : value)) };
}

function leftOut(row: Row, faults: readonly PlainFault[], stage: 'arrival' | 'load'): boolean {
  return faults.some((fault) => {
    if (fault.fault !== 'rows-filtered' || fault.stage !== stage) return false;
    const value = at(row.values, fault.column);
    if (value === null || typeof value !== typeof fault.value) return false;
    const by = order(value, fault.value);
    const holds = { '=': by === 0, '!=': by !== 0, '<': by < 0, '<=': by <= 0, '>': by > 0, '>=': by >= 0 };
    return holds[fault.operator];
  });
}

/** The table with those rows of `held` taken as given that `rows-not-exported` names: newer than any of their key. */
export function takeAsGiven(source: Source, faults: readonly PlainFault[], reading: Reading, held: Table): Table {
  const table = new Map(runPipeline(source, faults, reading));
  const newest = new Map<string, Value>();
  for (const { rows } of source.deltas)
    for (const row of rows) if (order(row.version, newest.get(row.key) ?? null) > 0) newest.set(row.key, row.version);
  for (const fault of faults) {
    if (fault.fault !== 'rows-not-exported') continue;
    for (const [key, rows] of held) {
      const newer = rows.filter((row) => {
        const own = row.version;
        const within = order(own, fault.min) >= 0 && order(own, fault.max) <= 0;
        return own !== null && within && order(own, newest.get(key) ?? null) > 0;
      });
      if (newer.length > 0) table.set(key, newer);
    }
  }
  return table;
}

function rankOf(row: Arrived & { rank?: bigint | null }): Value {
  return row.rank ?? row.version;
}

/** -1, 0 or 1; empty comes first, then numbers, then texts. */
function order(a: Value, b: Value): number {
  const kind = (value: Value) => (value === null ? 0 : typeof value === 'bigint' ? 1 : 2);
  if (kind(a) !== kind(b)) return kind(a) - kind(b);
  return a === null || b === null || a === b ? 0 : a < b ? -1 : 1;
}

function concerns(files: readonly string[] | null, file: string): boolean {
  return files?.includes(file) ?? true;
}

function has(faults: readonly PlainFault[], code: PlainCode): boolean {
  return faults.some((fault) => fault.fault === code);
}

function at<T>(list: readonly T[], index: number): T {
  if (index < 0 || index >= list.length) throw new Error(`nothing at ${index}`);
  return list[index] as T;
}
