import type { Fault } from '@/lib/core/findings/fault';
import type { Pattern } from '@/lib/core/findings/pattern';
import { fromAmount, toAmount } from './amount';
import { differingKeys, type PlainCase, type PlainTable } from './plain-case';
import { takeAsGiven } from './slow-pipeline';

/** What a pattern claims, counted key by key. */
export interface CountedPattern {
  readonly support: number;
  readonly of: number;
  readonly precision: number;
}

/** A key of the files or the table with all that a pattern may look at. */
interface PlainKey {
  readonly key: string;
  /** Every row of the deltas. */
  readonly arrived: readonly { readonly file: string; readonly cells: readonly string[] }[];
  /** The row that the files should give, and where it stands; null: none has the key. */
  readonly expected: {
    readonly file: string;
    readonly row: number;
    readonly version: string;
    readonly cells: readonly string[];
  } | null;
  /** The single row of the table and that of the replay; null where either has none, or several. */
  readonly rows: { readonly held: readonly string[]; readonly given: readonly string[] } | null;
  readonly unexplained: boolean;
}

/** How many unexplained keys meet the pattern's condition, of how many, and which share of those that meet it they are. */
export function countPattern(
  source: PlainCase,
  held: PlainTable,
  causes: readonly Fault[],
  pattern: Pattern,
): CountedPattern {
  const replayed = takeAsGiven(source, causes, held).table;
  const unexplained = new Set(differingKeys(replayed, held));
  const expected = expectedRows(source);
  const keys = [...new Set([...source.deltas.flatMap(({ rows }) => rows.map(({ key }) => key)), ...held.keys()])];
  const all = keys.map((key): PlainKey => {
    const [own, given] = [held.get(key) ?? [], replayed.get(key) ?? []];
    const single = own.length === 1 && given.length === 1 && own[0] && given[0];
    return {
      key,
      arrived: source.deltas.flatMap(({ name, rows }) =>
        rows.flatMap((row) => (row.key === key ? [{ file: name, cells: row.cells }] : [])),
      ),
      expected: expected.get(key) ?? null,
      rows: single ? { held: own[0] as string[], given: given[0] as string[] } : null,
      unexplained: unexplained.has(key),
    };
  });
  const meeting = all.filter(conditionOf(pattern, source));
  const support = meeting.filter((key) => key.unexplained).length;
  return { support, of: unexplained.size, precision: Math.round((support / meeting.length) * 1e6) / 1e6 };
}

/** Of each key its rows of the largest version, the last to arrive. */
function expectedRows(source: PlainCase): Map<string, NonNullable<PlainKey['expected']>> {
  const kept = new Map<string, NonNullable<PlainKey['expected']>>();
  for (const { name, rows } of source.deltas)
    rows.forEach(({ key, cells }, at) => {
      const own = { file: name, row: at + 1, version: cells.at(-1) ?? '', cells };
      const known = kept.get(key);
      if (!known || versionOrder(own.version) >= versionOrder(known.version)) kept.set(key, own);
    });
  return kept;
}

/** Versions are numbers or ISO dates. */
function versionOrder(text: string): bigint {
  return /^-?\d+$/.test(text) ? BigInt(text) : BigInt(Date.parse(text));
}

function conditionOf(pattern: Pattern, source: PlainCase): (key: PlainKey) => boolean {
  const measure = ({ rows }: PlainKey) => {
    if (!rows) return null;
    const [held, given] = [toAmount(rows.held[0] ?? ''), toAmount(rows.given[0] ?? '')];
    return held === given ? null : { held, given };
  };
  const columnAt = 'column' in pattern ? source.columns.findIndex(({ name }) => name === pattern.column) : -1;
  const textOf = ({ key, expected }: PlainKey) => (columnAt === -1 ? key : (expected?.cells[columnAt] ?? null));
  const plain = (text: string) => (source.columns[columnAt]?.type === 'number' ? fromAmount(toAmount(text)) : text);
  switch (pattern.kind) {
    case 'values':
      return (key) => {
        const text = textOf(key);
        return text !== null && text !== '' && pattern.values.map(plain).includes(plain(text));
      };
    case 'column-range':
      return (key) => {
        const text = textOf(key);
        if (text === null || text === '') return false;
        if (source.columns[columnAt]?.type !== 'number') return text >= pattern.from && text <= pattern.to;
        return toAmount(text) >= toAmount(pattern.from) && toAmount(text) <= toAmount(pattern.to);
      };
    case 'trait':
      return (key) => {
        const text = textOf(key) ?? '';
        if (pattern.trait === 'line-break') return text.includes('\n') || text.includes('\r');
        if (pattern.trait === 'quote') return text.includes('"');
        if (pattern.trait === 'delimiter') return text.includes(',');
        return Array.from(text).some((sign) => (sign.codePointAt(0) ?? 0) > 127);
      };
    case 'longer-than':
      return (key) => Array.from(textOf(key) ?? '').length > pattern.length;
    case 'key-remainder':
      return ({ key }) => {
        const digits = /^\D*(\d+)$/.exec(key)?.[1];
        return digits !== undefined && BigInt(digits) % BigInt(pattern.by) === BigInt(pattern.leaves);
      };
    case 'absent-from':
      return ({ arrived }) => arrived.length > 0 && arrived.every(({ file }) => file !== pattern.file);
    case 'relation':
      return ({ rows, arrived }) => {
        if (!rows) return false;
        const [seen, should] = [rows.held[columnAt] ?? '', rows.given[columnAt] ?? ''];
        if (same(source, columnAt, seen, should)) return false;
        if (pattern.is === 'emptied') return seen === '';
        if (pattern.is === 'filled') return should === '';
        if (seen === '' || should === '') return false;
        if (pattern.is === 'older')
          return arrived.some(({ cells }) => same(source, columnAt, cells[columnAt] ?? '', seen));
        if (source.columns[columnAt]?.type === 'number')
          return pattern.is === 'minus-lost' && toAmount(should) < 0n && toAmount(seen) === -toAmount(should);
        return pattern.is === 'beginning' && should.startsWith(seen);
      };
    case 'file':
      return ({ expected }) => expected?.file === pattern.file;
    case 'version-range': {
      const { from, to } = pattern;
      return ({ expected }) =>
        expected !== null &&
        versionOrder(expected.version) >= versionOrder(from) &&
        versionOrder(expected.version) <= versionOrder(to);
    }
    case 'row-range': {
      const { from, to, file } = pattern;
      return ({ expected }) => expected !== null && expected.file === file && expected.row > from && expected.row <= to;
    }
    case 'key-range': {
      const { range } = pattern;
      return ({ key }) =>
        range !== null && /^\d{1,15}$/.test(key) && Number(key) >= range.from && Number(key) <= range.to;
    }
    case 'sign': {
      return (key) => {
        const own = measure(key);
        return own !== null && (pattern.is === 'larger' ? own.held > own.given : own.held < own.given);
      };
    }
    case 'constant-difference': {
      return (key) => {
        const own = measure(key);
        return own !== null && own.held - own.given === toAmount(pattern.difference);
      };
    }
    case 'constant-ratio': {
      return (key) => {
        const own = measure(key);
        return (
          own !== null &&
          own.given !== 0n &&
          Number((Number(own.held) / Number(own.given)).toPrecision(9)) === pattern.ratio
        );
      };
    }
    case 'one-column': {
      const only = source.columns.findIndex((column) => column.name === pattern.column);
      return ({ rows }) =>
        rows !== null &&
        source.columns.every(({ type }, c) => {
          const [a = '', b = ''] = [rows.held[c], rows.given[c]];
          const same = type === 'number' ? fromAmount(toAmount(a)) === fromAmount(toAmount(b)) : a === b;
          return same === (c !== only);
        });
    }
  }
}

function same(source: PlainCase, c: number, a: string, b: string): boolean {
  if (source.columns[c]?.type !== 'number' || a === '' || b === '') return a === b;
  return toAmount(a) === toAmount(b);
}
