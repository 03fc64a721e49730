import type { CsvColumn, CsvTable } from '../csv/csv-table';
import { parseDateText } from '../csv/date-text';
import type { Problem } from '../problem';
import { best, keyScore, measureScore, type Score, versionScore } from './column-scores';
import type { ReadFile } from './detect-roles';
import type { MappingChoice } from './intake';
import { proposeUnit } from './measure-unit';
import { wordsOf } from './words';

interface DetectedMapping {
  readonly mapping: MappingChoice;
  /** Column name -> why it was chosen, a phrase. */
  readonly why: Readonly<Record<string, string>>;
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
  const key = detectKey(reference, tables);
  const free = reference.columns.filter((column) => !key.some((part) => part.column === column));
  const version = detectVersion(free, deltas);
  const measure = best(free.filter((column) => column !== version?.column).map(measureScore));
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
    table.columns.some((column) => column.name === (headers[String(id)]?.[name] ?? name));
  const attributes = others.filter(
    (name) => deltas.some((file) => has(file, name)) && (tables.length === 0 || tables.some((file) => has(file, name))),
  );
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
      unit: shown.unit,
      headers: Object.fromEntries(Object.entries(headers).filter(([, names]) => Object.keys(names).length > 0)),
      tolerances: {},
    },
    why: Object.fromEntries([
      ...[...key, version].flatMap((score) => (score ? [[score.column.name, score.why] as const] : [])),
      ...(measure
        ? [[measure.column.name, [measure.why, shown.why].filter((why) => why !== null).join('; ')] as const]
        : []),
      ...others.map(
        (name) =>
          [
            name,
            attributes.includes(name) ? 'the deltas and a table have it' : 'no table has it beside a delta',
          ] as const,
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

/** One column, or two that together are unique in a table where no single one comes near. */
function detectKey(reference: CsvTable, tables: readonly ReadFile[]): readonly Score[] {
  const scores = reference.columns.map((column) => keyScore(column, reference));
  const single = best(scores) ?? scores[0];
  if (!single) return [];
  const whole = tables.map(({ table }) => table).filter((table) => table.rows > 0);
  const unique = (parts: readonly Score[]) =>
    whole.length === 0 ||
    whole.some((table) =>
      isNearlyUnique(
        table,
        parts.map(({ column }) => column.name),
      ),
    );
  if (unique([single])) return [single];
  for (const other of scores) {
    if (other === single || other.score < 30 || !unique([single, other])) continue;
    const why = 'only both together name one row of a table each';
    return reference.columns
      .flatMap((column) => [single, other].filter((part) => part.column === column))
      .map((part) => ({ ...part, why }));
  }
  return [single];
}

/** Whether hardly a row of the table shares its values in these columns; true where the table calls them otherwise. */
function isNearlyUnique(table: CsvTable, names: readonly string[]): boolean {
  const columns = names.map((name) => table.columns.find((column) => sameName(column.name, name)));
  const [first, second] = columns;
  if (!first || columns.includes(undefined)) return true;
  const distinct = second
    ? new Set(Array.from(first.codes, (code, row) => code * second.dictionary.length + (second.codes[row] as number)))
        .size
    : first.dictionary.length;
  return distinct >= table.rows * 0.9;
}

/** By name first; else a column of numbers or dates that lies higher in each delta than in the one before. */
function detectVersion(columns: readonly CsvColumn[], deltas: readonly ReadFile[]): Score | null {
  const named = best(columns.map(versionScore));
  if (named)
    return {
      ...named,
      why: risesWith(named.column, deltas) ? `${named.why}, and they rise from delta to delta` : named.why,
    };
  const rising = columns.find((column) => wordsOf(column.name).includes('id') && risesWith(column, deltas));
  return rising ? { column: rising, score: 1, why: 'its values rise from delta to delta' } : null;
}

function risesWith({ name }: CsvColumn, deltas: readonly ReadFile[]): boolean {
  const ranges = deltas.flatMap(({ table }) => {
    const column = table.columns.find((candidate) => sameName(candidate.name, name));
    return column && table.rows > 0 ? [rangeOf(column)] : [];
  });
  return ranges.length > 1 && ranges.every((range, i) => i === 0 || range.min > (ranges[i - 1]?.min as number));
}

/** Nearest doubles are enough to see whether ranges rise. */
function rangeOf({ dictionary }: CsvColumn): { readonly min: number } {
  let min = Number.POSITIVE_INFINITY;
  for (const text of dictionary) {
    const value = /^\s*-?\d+(\.\d+)?\s*$/.test(text) ? Number(text) : (parseDateText(text)?.seconds ?? Number.NaN);
    if (value < min) min = value;
  }
  return { min };
}

/** Case-wide name -> this file's header, where they differ. */
function matchHeaders(
  table: CsvTable,
  needed: { readonly key: readonly string[]; readonly measure: string | null; readonly version: string | null },
  rest: readonly string[],
): Record<string, string> {
  const headers: Record<string, string> = {};
  const free = new Set(table.columns);
  const claim = (name: string, column: CsvColumn | undefined) => {
    if (!column) return false;
    free.delete(column);
    if (column.name !== name) headers[name] = column.name;
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
  return headers;
}

function isMapped(header: string, headers: Readonly<Record<string, string>>, names: readonly string[]): boolean {
  return Object.values(headers).includes(header) || names.some((name) => sameName(name, header));
}

function sameName(a: string, b: string): boolean {
  return wordsOf(a).join('') === wordsOf(b).join('');
}

/** The one column that shares at least half of its words with the name. */
function nearestName(columns: readonly CsvColumn[], name: string): CsvColumn | undefined {
  const words = new Set(wordsOf(name));
  const near = columns.filter((column) => {
    const own = new Set(wordsOf(column.name));
    const shared = [...own].filter((word) => words.has(word)).length;
    return shared > 0 && shared * 2 >= new Set([...own, ...words]).size;
  });
  return near.length === 1 ? near[0] : undefined;
}
