import type { Fault, FaultCode, FaultOf } from '@/lib/core/findings/fault';
import type { FilterOperator, TextForm } from '@/lib/core/findings/fault-parameters';
import { fromAmount, multiply, round, toAmount, wrap } from './amount';
import {
  keyNames,
  keyParts,
  type PlainCase,
  type PlainColumn,
  type PlainTable,
  toTable,
  writtenAmount,
  writtenVersion,
} from './plain-case';

/**
 * The vendor's pipeline with faults, run the slow and obvious way: arrive, read, dedupe, compose, value, load. It is the
 * judge of what the product claims, so it shares no code with it. `rows-not-exported` adds nothing here: the rows that
 * such a table holds are given, and so is what `rows-repeated` repeats: see `takeAsGiven`.
 */
export function runPipeline(source: PlainCase, faults: readonly Fault[]): PlainTable {
  const columns = source.columns;
  const arrived = arrive(source, faults);
  const read = collated(arrived, faults).map((row) => readRow(row, columns, faults));
  const composed = [...groupsOf(read, source, faults).values()].flatMap((rows) => compose(rows, columns, faults));
  const valued = composed.map((row) => value(row, source, faults));
  const kept = valued.filter((row) => !leftOut(row, source, faults, 'load'));
  const atLoad = all(faults, 'key-altered').filter(({ stage }) => stage === 'load');
  const named = (key: string) => atLoad.reduce((own, fault) => alterKey(own, fault), key);
  const held = (own: Value, c: number) => (columns[c]?.role === 'condition' ? '' : written(own));
  return toTable(kept.map((row) => ({ key: named(row.key), cells: row.values.map(held) })));
}

/** Numbers as exact amounts, dates and texts as they are written; an empty cell is an empty text. */
type Value = bigint | string;

interface Row {
  readonly file: string;
  /** 0-based data row in its file. */
  readonly at: number;
  /** Position among all rows of all files. */
  readonly arrival: number;
  readonly key: string;
  readonly values: readonly Value[];
  /** The version as written. */
  readonly versionText: string;
  readonly deleted: boolean;
}

/** `parts` are what the measure is the sum of: one, unless the key's rows are summed. */
interface Composed {
  readonly file: string;
  readonly key: string;
  readonly values: readonly Value[];
  /** The row that stands, as it was read. */
  readonly read: readonly Value[];
  readonly parts: readonly Part[];
}

interface Part {
  readonly file: string;
  readonly amount: bigint;
  /** The row that it is of, as it was read. */
  readonly of: readonly Value[];
}

function arrive(source: PlainCase, faults: readonly Fault[]): Row[] {
  const version = source.columns.length - 1;
  let arrival = 0;
  let files = source.deltas.map((delta) =>
    delta.rows.map((row, at): Row => {
      const values = row.cells.map((cell, c) =>
        source.columns[c]?.type === 'number' && cell !== '' ? toAmount(cell) : cell,
      );
      const versionText = writtenVersion(source, row.cells[version] ?? '');
      const deleted = row.deleted ?? false;
      return { file: delta.name, at, arrival: arrival++, key: row.key, values, versionText, deleted };
    }),
  );
  const keep = (test: (row: Row) => boolean) => {
    files = files.map((rows) => rows.filter(test));
  };

  for (const fault of all(faults, 'file-not-loaded')) keep((row) => !fault.files.includes(row.file));
  for (const fault of all(faults, 'file-partially-loaded')) {
    keep(
      (row) =>
        !fault.files.includes(row.file) || fault.loaded.some((range) => row.at >= range.from && row.at < range.to),
    );
  }
  for (const fault of all(faults, 'rows-capped')) keep((row) => row.at < fault.limit);
  for (const fault of all(faults, 'first-rows-skipped')) keep((row) => row.at >= fault.count);
  for (const { order } of all(faults, 'files-out-of-order')) {
    const inOrder = order.flatMap((name) => files.filter((rows) => rows[0]?.file === name));
    files = inOrder.map((rows) => rows.map((row) => ({ ...row, arrival: arrival++ })));
  }
  for (const fault of all(faults, 'file-loaded-again')) {
    const again = files.filter((rows) => fault.files.includes(rows[0]?.file ?? ''));
    files = [...files, ...again.map((rows) => rows.map((row) => ({ ...row, arrival: arrival++ })))];
  }
  for (const { column } of all(faults, 'partition-overwritten')) {
    const part = keyNames(source).indexOf(column);
    const c = source.columns.findIndex(({ name }) => name === column);
    if (part === -1 && c === -1) continue;
    const cellOf = (row: Row) => (part === -1 ? written(at(row.values, c)) : (keyParts(source, row.key)[part] ?? ''));
    const last = new Map(files.flatMap((rows, f) => rows.map((row) => [cellOf(row), f] as const)));
    files = files.map((rows, f) => rows.filter((row) => last.get(cellOf(row)) === f));
  }
  for (const fault of all(faults, 'deletes-ignored')) {
    if (fault.how === 'skipped') keep((row) => !row.deleted);
    files = files.map((rows) => rows.map((row) => ({ ...row, deleted: false })));
  }
  if (has(faults, 'late-rows-dropped')) {
    let mark: Value | null = null;
    files = files.map((rows) => {
      const before = mark;
      for (const row of rows)
        if (mark === null || compare(at(row.values, version), mark) > 0) mark = at(row.values, version);
      return rows.filter((row) => before === null || compare(at(row.values, version), before) > 0);
    });
  }
  for (const fault of all(faults, 'version-cutoff')) {
    const cutoff = parse(fault.version, source.columns[version]);
    keep((row) => compare(at(row.values, version), cutoff) <= 0);
  }
  if (has(faults, 'new-keys-ignored')) {
    const first = files.find((rows) => rows.length > 0) ?? [];
    const known = new Set(first.map((row) => row.key));
    keep((row) => known.has(row.key));
  }
  keep((row) => !leftOut(row, source, faults, 'arrival'));
  return files.flat();
}

/** Each row under the oldest of the spellings that are compared as its own. */
function collated(rows: readonly Row[], faults: readonly Fault[]): readonly Row[] {
  if (!all(faults, 'key-altered').some(({ how }) => how === 'collation')) return rows;
  const form = (key: string) => key.toLowerCase().replace(/ *$/, '');
  const inOrder = [...rows].sort(
    (a, b) => compare(a.values.at(-1) ?? '', b.values.at(-1) ?? '') || a.arrival - b.arrival,
  );
  const spelled = new Map<string, string>();
  for (const { key } of inOrder) if (!spelled.has(form(key))) spelled.set(form(key), key);
  return rows.map((row) => ({ ...row, key: spelled.get(form(row.key)) ?? row.key }));
}

function readRow(row: Row, columns: readonly PlainColumn[], faults: readonly Fault[]): Row {
  let { key, values, versionText } = row;
  for (const fault of all(faults, 'key-altered')) if (fault.stage !== 'load') key = alterKey(key, fault);
  for (const fault of all(faults, 'columns-swapped')) {
    if (fault.files && !fault.files.includes(row.file)) continue;
    const [a, b] = fault.columns.map((name) => indexOf(columns, name)) as [number, number];
    values = values.map((own, c) => (c === a ? at(values, b) : c === b ? at(values, a) : own));
    if (a === columns.length - 1 || b === columns.length - 1) versionText = written(at(values, columns.length - 1));
  }
  return { ...row, key, values, versionText };
}

/** The key as a pipeline writes it that alters keys so. */
export function alterKey(key: string, { how, width = 0, length = 0 }: TextForm): string {
  const whole = /^\d+$/.test(key);
  switch (how) {
    case 'leading-zeros':
      return key.replace(/^0+(?=.)/, '');
    case 'whitespace':
      return key.trim();
    case 'case':
      return key.toLowerCase();
    case 'upper-case':
      return key.toUpperCase();
    case 'float-precision':
      return whole ? BigInt(Number(key)).toString() : key;
    case 'fifteen-digits':
      return whole && key.length > 15 ? key.slice(0, 15).padEnd(key.length, '0') : key;
    case 'decimal-point':
      return whole ? `${key}.0` : key;
    case 'punctuation':
      return Array.from(key)
        .filter((sign) => !'-./'.includes(sign) && sign.trim() !== '')
        .join('');
    case 'accents':
      return Array.from(key.normalize('NFD'))
        .filter((sign) => !/\p{Mn}/u.test(sign))
        .join('')
        .normalize('NFC');
    case 'unicode-form':
      return key.normalize('NFC');
    case 'zero-padded':
      return whole ? '0'.repeat(Math.max(0, width - key.length)) + key : key;
    case 'cut':
      return Array.from(key)
        .filter((_, at) => at < length)
        .join('');
    case 'collation':
      return key;
  }
}

/** Rows that are de-duplicated together: those of a key, or of the part of it that a fault names. */
function groupsOf(rows: readonly Row[], source: PlainCase, faults: readonly Fault[]): Map<string, Row[]> {
  const [part] = all(faults, 'key-incomplete');
  const names = keyNames(source);
  const nameOf = (key: string) =>
    part
      ? keyParts(source, key)
          .filter((_, p) => part.columns.includes(names[p] ?? ''))
          .join(' · ')
      : key;
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(nameOf(row.key));
    if (group) group.push(row);
    else groups.set(nameOf(row.key), [row]);
  }
  return groups;
}

/** The key's rows as the dedupe rule ranks them, the winner last. */
function ranked(rows: readonly Row[], columns: readonly PlainColumn[], faults: readonly Fault[]): Row[] {
  const [misread] = all(faults, 'version-misread');
  const version = (row: Row) => {
    const own = at(row.values, columns.length - 1);
    return misread && typeof own === 'string' ? readAs(own, misread.form) : own;
  };
  const later = (a: Row, b: Row) => a.arrival - b.arrival;
  const earlierCounts = faults.some((fault) => fault.fault === 'ties-broken-differently' && fault.keep === 'earlier');
  const tied = (a: Row, b: Row) => (earlierCounts ? later(b, a) : later(a, b));
  const newer = (a: Row, b: Row) => compare(version(a), version(b)) || tied(a, b);
  const rule = (): ((a: Row, b: Row) => number) => {
    if (has(faults, 'version-compared-as-text')) return (a, b) => compare(a.versionText, b.versionText) || tied(a, b);
    if (has(faults, 'smallest-version-wins')) return (a, b) => compare(version(b), version(a)) || tied(a, b);
    if (has(faults, 'first-row-wins')) return (a, b) => later(b, a);
    if (has(faults, 'last-row-wins')) return later;
    if (has(faults, 'largest-measure-wins')) return (a, b) => compare(at(a.values, 0), at(b.values, 0)) || newer(a, b);
    return newer;
  };
  return [...rows].sort(rule());
}

/** The version as it is compared where it is read so. Only dates that are written otherwise are ever read month or day first. */
function readAs(date: string, form: FaultOf<'version-misread'>['form']): string {
  if (form === 'seconds') return date.slice(0, 19);
  const [year = '', month = '', day = ''] = date.split('-');
  return Number(day) <= 12 ? `${year}-${day}-${month}` : date;
}

/** What stands in the table for one key, from its arrived rows in arrival order. */
function compose(rows: readonly Row[], columns: readonly PlainColumn[], faults: readonly Fault[]): Composed[] {
  const asIs = (row: Row): Composed => ({
    file: row.file,
    key: row.key,
    values: row.values,
    read: row.values,
    parts: [{ file: row.file, amount: row.values[0] as bigint, of: row.values }],
  });
  if (has(faults, 'duplicates-kept')) return rows.map(asIs);
  const order = ranked(rows, columns, faults);
  const winner = at(order, order.length - 1);
  if (winner.deleted) return [];
  let composed = asIs(winner);
  const set = (change: (own: Value, column: number) => Value) => {
    const values = composed.values.map(change);
    composed = { ...composed, values, parts: [{ file: winner.file, amount: values[0] as bigint, of: winner.values }] };
  };
  if (has(faults, 'largest-of-each-column')) {
    set((_, c) =>
      rows.map((row) => at(row.values, c)).reduce((largest, other) => (compare(other, largest) > 0 ? other : largest)),
    );
  }
  if (has(faults, 'zeros-ignored')) {
    const byVersion = ranked(rows, columns, all(faults, 'version-misread'));
    set((own, c) => {
      if (own !== 0n || columns[c]?.role === 'version') return own;
      const standing = byVersion.map((row) => at(row.values, c)).filter((other) => other !== 0n && other !== '');
      return standing.at(-1) ?? own;
    });
  }
  for (const fault of all(faults, 'empties-ignored')) {
    const byVersion = ranked(rows, columns, all(faults, 'version-misread'));
    set((own, c) => {
      if (own !== '' || !fault.columns.includes(columns[c]?.name ?? '')) return own;
      return byVersion.map((row) => at(row.values, c)).findLast((other) => other !== '') ?? own;
    });
  }
  if (has(faults, 'versions-summed')) {
    composed = {
      ...composed,
      parts: rows.map((row) => ({ file: row.file, amount: row.values[0] as bigint, of: row.values })),
    };
  }
  for (const fault of all(faults, 'column-not-updated')) {
    const stale = fault.columns.map((name) => indexOf(columns, name));
    const values = composed.values.map((own, c) => (stale.includes(c) ? at(at(rows, 0).values, c) : own));
    composed = {
      ...composed,
      values,
      parts: stale.includes(0)
        ? [{ file: winner.file, amount: values[0] as bigint, of: winner.values }]
        : composed.parts,
    };
  }
  return [composed];
}

/** What a loader makes of an amount's text; null: nothing. */
function misread(text: string, how: FaultOf<'measure-misread'>['how'], { amounts }: PlainCase): bigint | null {
  const { decimal, separator } = amounts ?? { decimal: '.', separator: null };
  const plain = (digits: string) => toAmount(digits.replaceAll(separator ?? '', '').replace(decimal, '.'));
  if (how === 'thousands-cut') {
    const [first = text] = separator === null ? [text] : text.split(separator);
    return first === text ? plain(text) : toAmount(first);
  }
  const [taken, other] = how === 'comma-dropped' ? [',', '.'] : ['.', ','];
  if (decimal !== taken) return plain(text);
  const read = text.replaceAll(' ', '').replaceAll(taken, '').split(other);
  return read.length > 2 ? null : toAmount(read.join('.'));
}

function value(row: Composed, source: PlainCase, faults: readonly Fault[]): Composed {
  const { columns } = source;
  const concerns = (fault: { files?: string[] | undefined }, file: string) =>
    !fault.files || fault.files.includes(file);
  let parts = row.parts.filter(({ amount }) => (amount as Value) !== '');
  let values = row.values;
  for (const fault of all(faults, 'column-emptied')) {
    const emptied = fault.columns.map((name) => indexOf(columns, name));
    if (emptied.includes(0)) parts = parts.filter(({ file }) => !concerns(fault, file));
    if (concerns(fault, row.file)) values = values.map((own, c) => (emptied.includes(c) ? '' : own));
  }
  for (const fault of all(faults, 'empties-filled')) {
    const filled = fault.columns.map((name) => indexOf(columns, name));
    const fill = (c: number) => parse(fault.value, columns[c]);
    values = values.map((own, c) => (own === '' && filled.includes(c) ? fill(c) : own));
    if (parts.length === 0 && filled.includes(0)) parts = [{ file: row.file, amount: fill(0) as bigint, of: row.read }];
  }
  for (const fault of all(faults, 'text-cut')) {
    const cut = fault.columns.map((name) => indexOf(columns, name));
    values = values.map((own, c) =>
      typeof own === 'string' && cut.includes(c) ? Array.from(own).slice(0, fault.length).join('') : own,
    );
  }
  for (const fault of all(faults, 'measure-misread'))
    parts = parts.flatMap((part) => {
      if (!concerns(fault, part.file)) return [part];
      const amount = misread(writtenAmount(source, fromAmount(part.amount)), fault.how, source);
      return amount === null ? [] : [{ ...part, amount }];
    });
  const summed = has(faults, 'versions-summed');
  for (const { column, by } of all(faults, 'column-shifted')) {
    const shifted = columns.findIndex(({ name }) => name === column);
    values = values.map((own, c) => (c === shifted && c !== 0 ? shift(own, by) : own));
    if (shifted === 0 && !summed) parts = parts.map((part) => ({ ...part, amount: part.amount + toAmount(by) }));
  }
  for (const fault of all(faults, 'column-reformatted')) {
    const c = indexOf(columns, fault.column);
    values = values.map((own, v) => (v === c && typeof own === 'string' ? alterKey(own, fault) : own));
  }
  if (parts.length === 0) return { ...row, values: values.map((own, c) => (c === 0 ? '' : own)) };
  for (const fault of all(faults, 'sign-lost'))
    parts = parts.map((part) =>
      concerns(fault, part.file) && part.amount < 0n ? { ...part, amount: -part.amount } : part,
    );
  for (const fault of all(faults, 'measure-scaled')) {
    const factor = toAmount(fault.factor);
    const holds = ({ of }: Part) => {
      if (!fault.where) return true;
      const { column, value: wanted } = fault.where;
      const c = columns.findIndex(({ name }) => name === column);
      const own = c === -1 ? keyParts(source, row.key)[keyNames(source).indexOf(column)] : at(of, c);
      return own !== '' && own === (c === -1 ? wanted : parse(wanted, columns[c]));
    };
    parts = parts.map((part) =>
      concerns(fault, part.file) && holds(part) ? { ...part, amount: multiply(part.amount, factor) } : part,
    );
  }
  let measure = parts.reduce((sum, part) => sum + part.amount, 0n);
  for (const { column, by } of all(faults, 'column-shifted'))
    if (summed && column === columns[0]?.name) measure += toAmount(by);
  for (const fault of all(faults, 'measure-rounded'))
    if (concerns(fault, row.file)) measure = round(measure, fault.how, fault.digits);
  for (const fault of all(faults, 'measure-wrapped')) measure = wrap(measure, fault.bits, fault.digits);
  for (const fault of all(faults, 'measure-clipped')) {
    const max = toAmount(fault.max);
    if (concerns(fault, row.file) && measure > max) measure = max;
  }
  return { ...row, values: values.map((own, c) => (c === 0 ? measure : own)) };
}

/** A number and so much more, or a date so much later. */
function shift(own: Value, by: string): Value {
  if (own === '') return own;
  if (typeof own === 'bigint') return own + toAmount(by);
  const milliseconds: Readonly<Record<string, number>> = { D: 86_400_000, H: 3_600_000, M: 60_000, S: 1000 };
  const length = [...by.matchAll(/([\d.]+)([DHMS])/g)].reduce(
    (sum, [, amount = '', unit = '']) => sum + Number(amount) * (milliseconds[unit] ?? 0),
    0,
  );
  return new Date(Date.parse(own) + (by.startsWith('-') ? -length : length)).toISOString();
}

function leftOut(
  row: { readonly file: string; readonly key: string; readonly values: readonly Value[] },
  source: PlainCase,
  faults: readonly Fault[],
  stage: 'arrival' | 'load',
): boolean {
  const { columns } = source;
  return all(faults, 'rows-filtered')
    .filter((fault) => fault.stage === stage && (!fault.files || fault.files.includes(row.file)))
    .some(({ column, operator, value: bound }) => {
      const part = keyNames(source).indexOf(column);
      if (part !== -1) return meetsAsText(keyParts(source, row.key)[part] ?? '', operator, bound, true);
      const c = indexOf(columns, column);
      const own = at(row.values, c);
      if (own === '') return false;
      if (operator === 'in' || operator === 'not-in') {
        const among = cellsOf(bound).some((one) => compare(own, parse(one, columns[c])) === 0);
        return among === (operator === 'in');
      }
      if (isOrder(operator)) return holds(operator, compare(own, parse(bound, columns[c])));
      return meetsAsText(written(own), operator, bound, false);
    });
}

type Order = '=' | '!=' | '<' | '<=' | '>' | '>=';

function isOrder(operator: FilterOperator): operator is Order {
  return /[=<>]/.test(operator);
}

/** What a text meets by what it is; a key's order is that of its number. */
function meetsAsText(own: string, operator: FilterOperator, bound: string, isKey: boolean): boolean {
  switch (operator) {
    case 'in':
      return cellsOf(bound).includes(own);
    case 'not-in':
      return !cellsOf(bound).includes(own);
    case 'has':
      return (
        { 'line-break': /\n|\r/, quote: /"/, delimiter: /,/, 'non-ascii': /[\u0080-\uffff]/ }[bound]?.test(own) ?? false
      );
    case 'longer-than':
      return Array.from(own).length > Number(bound);
    case 'mod': {
      const [by = '', leaves = ''] = bound.split('=');
      const digits = own.match(/\d+/g) ?? [];
      return digits.length === 1 && own.endsWith(digits[0]) && BigInt(digits[0]) % BigInt(by) === BigInt(leaves);
    }
    default: {
      if (!isKey || operator === '=' || operator === '!=') return (own === bound) === (operator === '=');
      return /^\d{1,15}$/.test(own) && holds(operator, compare(BigInt(own), BigInt(bound)));
    }
  }
}

/** The cells of a CSV record, one character at a time. */
function cellsOf(record: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (const character of record) {
    if (character === '"') quoted = !quoted;
    else if (character === ',' && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += character;
  }
  return [...cells, cell];
}

/** @param order -1, 0 or 1: how the row's value compares with the condition's. */
function holds(operator: Order, order: number): boolean {
  switch (operator) {
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

/**
 * What `rows-not-exported` says of a table: its rows of versions min to max, newer than every delta row of their key,
 * are taken as given and stand in the replay in place of the key's own.
 */
export function takeAsGiven(
  source: PlainCase,
  faults: readonly Fault[],
  held: PlainTable,
): { table: PlainTable; given: string[] } {
  const table = new Map(runPipeline(source, faults));
  const given: string[] = [];
  const v = source.columns.length - 1;
  const version = (cells: readonly string[]) => parse(at(cells, v), source.columns[v]);
  const newest = new Map<string, Value>();
  for (const row of source.deltas.flatMap((delta) => delta.rows)) {
    const key = all(faults, 'key-altered').reduce((own, fault) => alterKey(own, fault), row.key);
    const known = newest.get(key);
    const loaded = all(faults, 'column-shifted')
      .filter(({ column }) => column === source.columns[v]?.name)
      .reduce((own, { by }) => shift(own, by), version(row.cells));
    if (known === undefined || compare(loaded, known) > 0) newest.set(key, loaded);
  }
  if (has(faults, 'rows-repeated'))
    for (const [key, rows] of held) {
      const own = table.get(key) ?? [];
      if (own.length === 1 && new Set(rows.map((cells) => JSON.stringify(cells))).size === 1)
        table.set(
          key,
          rows.map(() => own[0] ?? []),
        );
    }
  for (const fault of all(faults, 'rows-not-exported')) {
    const [min, max] = [parse(fault.versions.min, source.columns[v]), parse(fault.versions.max, source.columns[v])];
    for (const [key, rows] of held) {
      const known = newest.get(key);
      const newer = rows.filter((cells) => {
        const own = version(cells);
        return compare(own, min) >= 0 && compare(own, max) <= 0 && (known === undefined || compare(own, known) > 0);
      });
      if (newer.length === 0) continue;
      table.set(key, newer);
      given.push(key);
    }
  }
  return { table, given };
}

/** -1, 0 or 1. Numbers by value; dates and texts by code unit, which is their order. An empty cell is below all. */
function compare(a: Value, b: Value): number {
  if (a === '' || b === '') return Number(b === '') - Number(a === '');
  if (typeof a !== typeof b) throw new Error('a number is compared with a text');
  return a < b ? -1 : a > b ? 1 : 0;
}

function parse(text: string, column: PlainColumn | undefined): Value {
  return column?.type === 'number' ? toAmount(text) : text;
}

function written(own: Value): string {
  return typeof own === 'bigint' ? fromAmount(own) : own;
}

function all<C extends FaultCode>(faults: readonly Fault[], code: C): FaultOf<C>[] {
  return faults.filter((fault): fault is FaultOf<C> => fault.fault === code);
}

function has(faults: readonly Fault[], code: FaultCode): boolean {
  return all(faults, code).length > 0;
}

function indexOf(columns: readonly PlainColumn[], name: string): number {
  const index = columns.findIndex((column) => column.name === name);
  if (index === -1) throw new Error(`no column ${name}`);
  return index;
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new Error(`nothing at ${index}`);
  return item;
}
