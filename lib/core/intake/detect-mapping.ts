import { named } from '../by-name';
import type { CsvColumn, CsvTable } from '../csv/csv-table';
import { parseDateText } from '../csv/date-text';
import { NumeralColumn } from '../csv/numeral-column';
import type { Problem } from '../problem';
import type { MappingChoice } from '../setup';
import { best, keyScore, measureScore, type Score, versionScore } from './column-scores';
import { onlyCurrency } from './currency-column';
import { detectKey } from './detect-key';
import type { ReadFile } from './detect-roles';
import { proposeUnit, unitInName } from './measure-unit';
import type { ColumnReason } from './reasons';
import { canBeVersion, newestShares } from './version-by-data';
import { SURE, versionClue } from './version-names';
import { sameName, symbolsAgree, wordsOf } from './words';

interface DetectedMapping {
  readonly mapping: MappingChoice;
  /** Column name -> why it is used as it is. */
  readonly why: Readonly<Record<string, readonly ColumnReason[]>>;
  readonly problems: readonly Problem[];
}

/**
 * How the columns of the files are used. Names are those of the first delta that has rows; where another file calls a
 * column otherwise, `headers` says how.
 * @param deltas in arrival order
 * @param tables ours and theirs, those that there are
 */
export function detectMapping(deltas: readonly ReadFile[], tables: readonly ReadFile[]): DetectedMapping {
  const files = [...deltas, ...tables];
  const reference = (deltas.find(({ table }) => table.rows > 0) ?? files[0])?.table;
  if (!reference) return { mapping: emptyMapping, why: {}, problems: [] };
  const key = detectKey(
    deltas.map(({ table }) => table),
    tables.map(({ table }) => table),
  );
  const free = reference.columns.filter((column) => !key.some((part) => part.column === column));
  const measured = best(free.map(measureScore));
  const version = detectVersion(
    free,
    deltas,
    tables,
    key.map(({ column }) => column.name),
    measured?.column.name ?? '',
  );
  const measure =
    measured?.column === version?.column
      ? best(free.filter((column) => column !== version?.column).map(measureScore))
      : measured;
  const used = [...key, measure, version].flatMap((score) => (score ? [score.column.name] : []));
  const rest = reference.columns.map((column) => column.name).filter((name) => !used.includes(name));
  const needed = {
    key: key.map(({ column }) => column.name),
    measure: measure?.column.name ?? null,
    version: version?.column.name ?? null,
  };
  const headers = Object.fromEntries(files.map(({ id, table }) => [String(id), matchHeaders(table, needed, rest)]));
  const later = deltas.flatMap(({ id, table }) =>
    table.columns
      .map(({ name }) => name)
      .filter((name) => !isMapped(name, headers[String(id)] ?? {}, [...used, ...rest])),
  );
  const others = [...rest, ...new Set(later)];
  const has = ({ id, table }: ReadFile, name: string) =>
    table.columns.some((column) => column.name === (named(headers[String(id)], name) ?? name));
  const attributes = others.filter(
    (name) => deltas.some((file) => has(file, name)) && (tables.length === 0 || tables.some((file) => has(file, name))),
  );
  const currency = onlyCurrency(files.map(({ table }) => table));
  const shown = proposeUnit(
    files.map(({ id, table }) => ({ id, columns: table.columns })),
    { measure: needed.measure ?? '', headers },
  );
  return {
    mapping: {
      key: needed.key,
      measure: needed.measure ?? '',
      version: needed.version,
      attributes,
      ignored: others.filter((name) => !attributes.includes(name)),
      unit: shown.unit ?? (currency === null ? null : (unitInName(currency) ?? currency)),
      headers: Object.fromEntries(Object.entries(headers).filter(([, names]) => Object.keys(names).length > 0)),
      tolerances: {},
    },
    why: Object.fromEntries<readonly ColumnReason[]>([
      ...[...key, version].flatMap((score) => (score ? [[score.column.name, score.why] as const] : [])),
      ...(measure
        ? [[measure.column.name, [...measure.why, ...(shown.why === null ? [] : [shown.why])]] as const]
        : []),
      ...others.map(
        (name) => [name, [{ code: attributes.includes(name) ? 'shared' : 'not-shared' } as const]] as const,
      ),
    ]),
    problems: measure ? [] : [{ code: 'no-mapping', role: 'measure' }],
  };
}

const emptyMapping: MappingChoice = {
  key: [''],
  measure: '',
  version: null,
  attributes: [],
  ignored: [],
  unit: null,
  headers: {},
  tolerances: {},
};

/** How sure the data must be of a column whose name says nothing, and how far ahead of one whose name does. */
const BORNE_OUT = 0.9;
const LIKELY = 0.7;
const LEAD = 0.15;
/** Of a column whose values rise from delta to delta. */
const HALF = 0.5;
const FEW = 20;
const CLEARLY = 0.3;

/**
 * By its name where that says it and nothing else does; else the column whose largest value the tables hold for nearly
 * every key; else none.
 */
function detectVersion(
  columns: readonly CsvColumn[],
  deltas: readonly ReadFile[],
  tables: readonly ReadFile[],
  key: readonly string[],
  measure: string,
): Score | null {
  const named = columns
    .map(versionScore)
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const [first, second] = named;
  const alone = first && first.score >= SURE && (second?.score ?? 0) < SURE ? first : null;
  if (alone && risesWith(alone.column, deltas)) return { ...alone, why: [...alone.why, { code: 'rises' }] };
  const candidates = columns.filter(
    (column) => column.name !== measure && (named.some((score) => score.column === column) || canBeVersion(column)),
  );
  const shares = newestShares(
    deltas.map(({ table }) => table),
    tables.map(({ table }) => table),
    { key, measure, candidates: candidates.map(({ name }) => name) },
    (table, name) => table.columns.find((column) => sameName(column.name, name)) ?? null,
  );
  const share = (column: CsvColumn) => shares.get(column.name) ?? null;
  const sure = named.filter(({ score }) => score >= SURE);
  const bestNamed = sure.reduce<Score | null>(
    (top, score) => (top === null || (share(score.column) ?? 0) > (share(top.column) ?? 0) + 0.05 ? score : top),
    null,
  );
  const [byData, next] = [...candidates].sort(
    (a, b) => (share(b) ?? 0) - (share(a) ?? 0) || nameScore(b) - nameScore(a) || b.tally.distinct - a.tally.distinct,
  );
  const most = byData ? (share(byData) ?? 0) : 0;
  const ahead = most - (next ? (share(next) ?? 0) : 0);
  const borne = byData && (most >= BORNE_OUT || (most >= LIKELY && ahead >= LEAD)) ? byData : null;
  if (
    bestNamed &&
    !(borne && borne !== bestNamed.column && (share(borne) ?? 0) - (share(bestNamed.column) ?? 1) > CLEARLY)
  )
    return {
      ...bestNamed,
      why: risesWith(bestNamed.column, deltas) ? [...bestNamed.why, { code: 'rises' }] : bestNamed.why,
    };
  if (borne) return { column: borne, score: 1, why: [{ code: 'newest-held' }] };
  const rising = candidates.find(
    (column) =>
      risesWith(column, deltas) &&
      (wordsOf(column.name).includes('id') || (share(column) ?? 1) >= HALF) &&
      column.tally.distinct > FEW,
  );
  return rising ? { column: rising, score: 1, why: [{ code: 'rises' }] } : null;
}

function nameScore(column: CsvColumn): number {
  return versionClue(column.name).score;
}

/** Whether the smallest and the largest value of each delta lie above those of the delta before. */
function risesWith({ name }: CsvColumn, deltas: readonly ReadFile[]): boolean {
  const ranges = deltas.flatMap(({ table }) => {
    const column = table.columns.find((candidate) => sameName(candidate.name, name));
    return column && table.rows > 0 ? [rangeOf(column)] : [];
  });
  return ranges.length > 1 && ranges.every(({ min, max }, i) => i === 0 || (min > at(i).min && max > at(i).max));

  function at(i: number): { readonly min: number; readonly max: number } {
    return ranges[i - 1] ?? { min: Number.NaN, max: Number.NaN };
  }
}

/** Nearest doubles are enough to see whether ranges rise. */
function rangeOf({ cells }: CsvColumn): { readonly min: number; readonly max: number } {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  if (cells instanceof NumeralColumn) {
    for (let r = 0; r < cells.rows; r++) {
      const units = cells.units[r] as number;
      if (units === cells.empty) continue;
      const value = units / 10 ** cells.scaleAt(r);
      if (value < min) min = value;
      if (value > max) max = value;
    }
    return { min, max };
  }
  for (const text of cells.texts()) {
    const value = /^\s*-?\d+(\.\d+)?\s*$/.test(text) ? Number(text) : (parseDateText(text)?.seconds ?? Number.NaN);
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { min, max };
}

/** Case-wide name -> this file's header, where they differ. */
function matchHeaders(
  table: CsvTable,
  needed: { readonly key: readonly string[]; readonly measure: string | null; readonly version: string | null },
  rest: readonly string[],
): Record<string, string> {
  const headers = new Map<string, string>();
  const free = new Set(table.columns);
  const claim = (name: string, column: CsvColumn | undefined) => {
    if (!column) return false;
    free.delete(column);
    if (column.name !== name) headers.set(name, column.name);
    return true;
  };
  const find = (same: (header: string, name: string) => boolean, name: string) =>
    [...free].find((column) => same(column.name, name));
  const all = [
    ...needed.key,
    ...(needed.version === null ? [] : [needed.version]),
    ...(needed.measure === null ? [] : [needed.measure]),
    ...rest,
  ];
  const exact = all.filter(
    (name) =>
      !claim(
        name,
        find((a, b) => a === b, name),
      ),
  );
  const open = exact.filter((name) => !claim(name, find(sameName, name)));
  for (const name of open) {
    const columns = [...free];
    if (needed.key.includes(name)) claim(name, best(columns.map((column) => keyScore(column, table)))?.column);
    else if (name === needed.version) claim(name, best(columns.map(versionScore))?.column);
    else if (name === needed.measure) claim(name, best(columns.map(measureScore))?.column);
    else claim(name, nearestName(columns, name));
  }
  return Object.fromEntries(headers);
}

function isMapped(header: string, headers: Readonly<Record<string, string>>, names: readonly string[]): boolean {
  return Object.values(headers).includes(header) || names.some((name) => sameName(name, header));
}

/** The one column that shares at least half of its words with the name. */
function nearestName(columns: readonly CsvColumn[], name: string): CsvColumn | undefined {
  const words = new Set(wordsOf(name));
  const near = columns.filter((column) => {
    const own = new Set(wordsOf(column.name));
    const shared = [...own].filter((word) => words.has(word)).length;
    return shared > 0 && shared * 2 >= new Set([...own, ...words]).size && symbolsAgree(column.name, name);
  });
  return near.length === 1 ? near[0] : undefined;
}
