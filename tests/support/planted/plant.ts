import type { Fault, FaultCode } from '@/lib/core/findings/fault';
import { fromAmount, toAmount } from './amount';
import { drawFault, placeOf } from './draw-fault';
import { drawFiles } from './draw-files';
import { differingKeys, type PlainCase, type PlainRow, type PlainTable, sameTable, tableRows } from './plain-case';
import { type Random, seededRandom } from './random';
import { drawShape, type Shape } from './shape';
import { runPipeline, takeAsGiven } from './slow-pipeline';

/** What a case is to be: everything else follows from the seed. */
export interface CaseSpec {
  readonly seed: number;
  readonly size: 'clean' | 'single' | 'pair' | 'triple' | 'noise';
  /** The faults to plant, as far as they are set; with noise: none or one. */
  readonly codes: readonly FaultCode[];
  readonly faulty: 'ours' | 'theirs' | 'both';
  /** Most keys of the case. */
  readonly largest: number;
}

export interface PlantedSide {
  /** In pipeline order. Empty: the table is what the files give, but for noise. */
  readonly faults: readonly Fault[];
  /** The table without noise. */
  readonly clean: PlainTable;
  /** The table as given to the search; `rows` in an order of its own. */
  readonly table: PlainTable;
  readonly rows: readonly PlainRow[];
  /** Keys of the rows that no delta holds. */
  readonly invented: readonly string[];
  /** Keys whose row was changed at random. */
  readonly noise: readonly string[];
}

export interface PlantedCase extends PlantedTables {
  readonly spec: CaseSpec;
  readonly shape: Shape;
}

/** The files with both tables and the truth about them. */
export interface PlantedTables {
  readonly source: PlainCase;
  readonly expected: PlainTable;
  /** `theirs` is null where only the vendor's table is at hand. */
  readonly ours: PlantedSide;
  readonly theirs: PlantedSide | null;
}

/** Each fault of a set changes at least so many keys: with fewer, a set is an accident rather than a finding. */
const LEAST_EFFECT = { clean: 0, single: 3, pair: 3, triple: 3, noise: 8 } as const;

const ATTEMPTS = 60;

/** In no drawing did every planted fault show: one may leave another nothing to do. */
export class CannotPlant extends Error {}

/** Draws until every planted fault shows: with any one of them left out the table is another. Deterministic. */
export function plantCase(spec: CaseSpec): PlantedCase {
  const random = seededRandom(spec.seed);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const shape = drawShape(random, spec.seed + attempt, spec.codes, spec.largest);
    const source = drawFiles(shape, random);
    const expected = runPipeline(source, []);
    const draw = (faulty: boolean) => drawSide(spec, faulty, shape, source, expected, random);
    const ours = draw(spec.faulty !== 'theirs');
    const theirs = draw(spec.faulty !== 'ours');
    if (!ours || !theirs) continue;
    const alone = spec.faulty === 'ours' && spec.seed % 9 === 0;
    return { spec, shape, source, expected, ours, theirs: alone ? null : theirs };
  }
  throw new CannotPlant(`seed ${spec.seed}: ${spec.codes.join(', ')} could not be planted in ${ATTEMPTS} attempts`);
}

function drawSide(
  spec: CaseSpec,
  faulty: boolean,
  shape: Shape,
  source: PlainCase,
  expected: PlainTable,
  random: Random,
): PlantedSide | null {
  const codes = faulty ? spec.codes : [];
  const faults: Fault[] = [];
  for (const code of [...codes].sort((a, b) => placeOf(a) - placeOf(b))) {
    const fault = drawFault(code, source, shape, random);
    if (!fault) return null;
    faults.push(fault);
  }
  const replayed = runPipeline(source, faults);
  const {
    table: once,
    fault: notExported,
    keys: invented,
  } = codes.includes('rows-not-exported')
    ? inventRows(source, replayed, random)
    : { table: replayed, fault: null, keys: [] };
  const repeated = codes.includes('rows-repeated') ? repeatRows(once, invented, random) : { table: once, keys: [] };
  const clean = repeated.table;
  if (clean.size < expected.size / 20) return null;
  const without = (left: Fault) =>
    left.fault === 'rows-not-exported'
      ? replayed
      : left.fault === 'rows-repeated'
        ? once
        : repeated.keys.length > 0
          ? takeAsGiven(
              source,
              faults.filter((fault) => fault !== left),
              clean,
            ).table
          : withRows(
              runPipeline(
                source,
                faults.filter((fault) => fault !== left),
              ),
              clean,
              invented,
            );
  if (faults.some((fault) => differingKeys(clean, without(fault)).length < LEAST_EFFECT[spec.size])) return null;
  const told = faults.map((fault) => (notExported && fault.fault === 'rows-not-exported' ? notExported : fault));
  if (invented.length > 0 && !sameTable(takeAsGiven(source, told, clean).table, clean)) return null;
  const noisy =
    spec.size === 'noise' && faulty
      ? disturb(spec, source, expected, clean, [...invented, ...repeated.keys], random)
      : { table: clean, keys: [] };
  return {
    faults: told,
    clean,
    table: noisy.table,
    rows: random.shuffle(tableRows(noisy.table)),
    invented,
    noise: noisy.keys,
  };
}

/** Some rows stand two or three times. */
function repeatRows(
  table: PlainTable,
  spared: readonly string[],
  random: Random,
): { table: PlainTable; keys: string[] } {
  const result = new Map(table);
  const count = Math.max(3, Math.floor(table.size * (0.01 + random.next() * 0.05)));
  const keys = random
    .shuffle([...table].flatMap(([key, rows]) => (rows.length === 1 && !spared.includes(key) ? [key] : [])))
    .slice(0, count);
  for (const key of keys) {
    const rows = table.get(key) ?? [];
    result.set(key, Array.from({ length: random.whole(2, 3) }, () => rows).flat());
  }
  return { table: result, keys };
}

/** The table with the rows that `held` has under these keys. */
function withRows(table: PlainTable, held: PlainTable, keys: readonly string[]): PlainTable {
  const result = new Map(table);
  for (const key of keys) result.set(key, held.get(key) ?? []);
  return result;
}

/** Rows newer than every delta row, some under keys that no delta has: they came by a way that was never exported. */
function inventRows(
  source: PlainCase,
  table: PlainTable,
  random: Random,
): { table: PlainTable; fault: Fault; keys: string[] } {
  const result = new Map(table);
  const count = Math.max(3, Math.floor(table.size * (0.01 + random.next() * 0.04)));
  const known = random.shuffle([...table.keys()]).slice(0, count);
  const fresh = random.chance(0.5) ? known.slice(0, Math.ceil(count / 4)).map((key) => nextKey(key, source)) : [];
  const keys = [...known, ...new Set(fresh)];
  const ahead = random.chance(0.7);
  const versions = keys.map((key) => versionAbove(source, ahead || !table.has(key) ? null : key, random));
  keys.forEach((key, n) => {
    const like = table.get(key)?.[0] ?? table.values().next().value?.[0] ?? [];
    const cells = source.columns.map((column, c) => {
      if (column.role === 'version') return versions[n] ?? '';
      return column.type === 'number'
        ? fromAmount(toAmount(like[c] || '0') + toAmount(String(random.whole(1, 400))))
        : (like[c] ?? '');
    });
    result.set(key, [cells]);
  });
  const inOrder = [...versions].sort((a, b) =>
    source.columns.at(-1)?.type === 'number' ? Number(a) - Number(b) : a < b ? -1 : 1,
  );
  return {
    table: result,
    fault: { fault: 'rows-not-exported', versions: { min: inOrder[0] ?? '', max: inOrder.at(-1) ?? '' } },
    keys,
  };
}

/** A key like this one that stands in no file. */
function nextKey(key: string, source: PlainCase): string {
  const taken = new Set(source.deltas.flatMap((delta) => delta.rows.map((row) => row.key)));
  for (let n = 1; ; n++) {
    const other = source.keyColumns
      ? key.replace(/ · .*$/, (rest) => `${n} · ${rest.slice(3)}`)
      : key.includes('@')
        ? `new${n}.${key}`
        : !/^\s*\d+(\.0)?\s*$/.test(key)
          ? `${key}${n}`
          : String(BigInt(key.replace(/\.0$/, '').trim()) + 500000n + BigInt(n)).padStart(key.length, '0');
    if (!taken.has(other)) return other;
  }
}

/** Newer than every row of the files, or than every row of the key where one is given; keys differ in how they are written. */
function versionAbove(source: PlainCase, key: string | null, random: Random): string {
  const rows = source.deltas.flatMap((delta) => delta.rows);
  const own = key === null ? [] : rows.filter((row) => row.key === key);
  const versions = (own.length > 0 ? own : rows).map((row) => row.cells.at(-1) ?? '');
  if (source.columns.at(-1)?.type === 'number') return String(Math.max(...versions.map(Number)) + random.whole(1, 300));
  const newest = versions.reduce((so, next) => (next > so ? next : so));
  return new Date(Date.parse(newest) + random.whole(1, 20) * 86_400_000).toISOString().slice(0, 10);
}

/** Some rows changed at random; of some cases the rows of some keys exchanged, and of some that have no fault every row another. */
function disturb(
  { seed, codes }: CaseSpec,
  source: PlainCase,
  expected: PlainTable,
  clean: PlainTable,
  spared: readonly string[],
  random: Random,
): { table: PlainTable; keys: string[] } {
  if (seed % 5 === 3) return exchangeRows(clean, [...spared, ...differingKeys(expected, clean)], random);
  return seed % 5 === 4 && codes.length === 0
    ? replaceRows(source, clean, random)
    : addNoise(source, clean, spared, random);
}

/** The rows of 2 to 10 % of the keys that nothing else touches stand each under another of them. */
function exchangeRows(
  clean: PlainTable,
  spared: readonly string[],
  random: Random,
): { table: PlainTable; keys: string[] } {
  const count = Math.max(4, Math.round(clean.size * (0.02 + random.next() * 0.08)));
  const keys = random.shuffle([...clean.keys()].filter((key) => !spared.includes(key))).slice(0, count);
  const table = new Map(clean);
  for (const [at, key] of keys.entries()) table.set(key, clean.get(keys[(at + 1) % keys.length] ?? key) ?? []);
  return { table, keys: differingKeys(clean, table) };
}

/** Numbers that have nothing to do with the files, under the keys and versions of the table. */
function replaceRows(source: PlainCase, clean: PlainTable, random: Random): { table: PlainTable; keys: string[] } {
  const other = (cell: string, c: number) => {
    const { type, role } = source.columns[c] ?? {};
    return type === 'number' && role !== 'version' ? String(random.whole(1_000_000, 9_000_000)) : cell;
  };
  const table = new Map([...clean].map(([key, rows]) => [key, rows.map((cells) => cells.map(other))]));
  return { table, keys: differingKeys(clean, table) };
}

/** Changes a measure or an attribute of 1 to 5 % of the rows, so that they equal no row of the key. Spares rows that are given. */
function addNoise(
  source: PlainCase,
  clean: PlainTable,
  spared: readonly string[],
  random: Random,
): { table: PlainTable; keys: string[] } {
  const table = new Map(clean);
  const count = Math.max(2, Math.round(clean.size * (0.01 + random.next() * 0.04)));
  const keys = random.shuffle([...clean.keys()].filter((key) => !spared.includes(key))).slice(0, count);
  const numbers = source.columns.flatMap((column, c) =>
    column.type === 'number' && column.role !== 'version' ? [c] : [],
  );
  for (const key of keys) {
    const rows = clean.get(key) ?? [];
    const c = random.chance(0.5) ? 0 : random.pick(numbers);
    const changed = rows.map((cells, r) =>
      r > 0
        ? cells
        : cells.map((cell, own) =>
            own === c
              ? fromAmount(
                  toAmount(cell || '0') +
                    toAmount(random.pick(['0.5', '-3', '17', '4001', '-812', `${random.whole(1, 9999)}`])),
                )
              : cell,
          ),
    );
    table.set(key, changed);
  }
  return { table, keys };
}
