import { named } from '../by-name';
import type { Cells } from '../csv/cells';
import type { CsvColumn, CsvTable } from '../csv/csv-table';
import { NumeralColumn } from '../csv/numeral-column';
import { MISSING } from '../decimal';
import type { Premise } from '../findings/premise';
import { compareCodeUnits } from '../natural-order';
import type { Problem } from '../problem';
import { clip, type Rejection } from '../rejection';
import { fail, ok, type Result } from '../result';
import type { PremiseChoices, Setup } from '../setup';
import { bindColumns } from './bind-column';
import { type BoundFile, bindFile } from './bind-file';
import { type BindSource, bindSources } from './bind-sources';
import type { BoundColumn } from './bound-column';
import { type BoundCells, type CaseColumn, type CaseTables, type ColumnRole, MEASURE } from './case-tables';
import type { CellReading } from './column-spec';
import { FileTexts } from './column-texts';
import { conditionColumns, isSure } from './condition-columns';
import { encodingPremises } from './encoding-premises';
import { KeyInterner } from './keys';
import { linePremises, type RowsOut, rowsOut } from './line-premises';
import { plainText } from './plain-text';

export interface Bound {
  readonly tables: CaseTables;
  /** By file name, of reading and of binding together, in line order; at most `MAX_LISTED_REJECTIONS` a file. */
  readonly rejected: Readonly<Record<string, readonly Rejection[]>>;
  /** By file name, all of them. */
  readonly rejectedRows: Readonly<Record<string, number>>;
  /** Files with a line that could not be read and whose key is not known. */
  readonly uncertain: readonly string[];
  /** What the cells and lines were taken to mean. */
  readonly premises: readonly Premise[];
  /** Cells that admit another reading: see `BoundColumn.open`. */
  readonly open: { readonly decimal: number; readonly dateOrder: number };
}

/** Share of a file's lines that may be unreadable before nothing is said of it. */
const MOST_UNREAD = 0.1;

/**
 * The files under a set-up as typed tables. Every distinct text is looked at once; rows whose key is empty, whose measure
 * is no number or whose version is none are rejected, every other row is bound but for those that are none of the data
 * (totals, counts). O(rows + distinct log distinct).
 * Problems: no-deltas, no-table, role-taken, column-missing, not-a-measure, mostly-unread.
 */
export function bind(
  tables: ReadonlyMap<number, CsvTable>,
  setup: Setup,
  reading: CellReading = readingOf(setup.premises),
): Result<Bound> {
  const found = bindSources(tables, setup);
  if (!found.ok) return found;
  const sources = found.value;
  const { mapping, premises: choices = {} } = setup;
  const out = rowsOut(sources, mapping, choices);
  const specs = caseColumns(sources, setup).map(({ name, role }) => ({
    name,
    role,
    files: sources.map((source, s) => {
      const column = source.column(name);
      return column && new FileTexts(column, out[s]?.mask ?? null);
    }),
    tolerance: named(mapping.tolerances, name) ?? '0',
    unit: role === 'measure' ? mapping.unit : undefined,
  }));
  const columns = bindColumns(
    specs,
    sources.map(({ role }) => role !== 'delta'),
    sources.map(({ file }) => file),
    reading,
  ).filter(isSure);
  const problem = measureProblem(sources, columns[MEASURE] as BoundColumn);
  if (problem) return fail(problem);
  const keys = new KeyInterner(
    mapping.key.map((name) => sources.map((source) => (source.column(name) as CsvColumn).cells)),
  );
  const files = sources.map((source, s) => bindFile(source, s, columns, setup, out[s] as RowsOut, keys));
  const unread = files.find(({ bound, rejectedRows }) => rejectedRows > MOST_UNREAD * (bound.rows + rejectedRows));
  if (unread) return fail(mostlyUnread(unread));
  const ranks = versionTextRanks(sources, files, columns);
  const ranked = files.map(({ bound }, s) => ({ ...bound, versionTextRank: ranks?.[s] ?? null }));
  const deltas = sources.filter(({ role }) => role === 'delta').length;
  const tableOf = (role: 'ours' | 'theirs') => ranked[sources.findIndex((source) => source.role === role)] ?? null;
  return ok({
    tables: {
      keys,
      keyColumns: mapping.key,
      delimiter: sources.find(({ role }) => role === 'delta')?.table.dialect.delimiter ?? ',',
      columns: columns.map(({ column }) => column),
      deltas: ranked.slice(0, deltas),
      ours: tableOf('ours'),
      theirs: tableOf('theirs'),
      ...(choices.rule ? { rule: choices.rule } : {}),
      ...(choices.ties ? { ties: choices.ties } : {}),
      ...(choices.deletes ? { deleteMarks: choices.deletes } : {}),
      unsettled: unsettledKeys(files, keys.count),
    },
    rejected: Object.fromEntries(files.map(({ bound, rejected }) => [bound.file, rejected])),
    rejectedRows: Object.fromEntries(files.map(({ bound, rejectedRows }) => [bound.file, rejectedRows])),
    uncertain: files.filter(({ keysKnown }) => !keysKnown).map(({ bound }) => bound.file),
    premises: [
      ...linePremises(sources, out, choices),
      ...encodingPremises(sources),
      ...columns.flatMap(({ premises }) => premises),
    ],
    open: {
      decimal: columns.reduce((total, { open }) => total + open.decimal, 0),
      dateOrder: columns.reduce((total, { open }) => total + open.dateOrder, 0),
    },
  });
}

/** A person's choices, and for the rest a decimal point and the day first, which nothing settles. */
export function readingOf(choices: PremiseChoices = {}): CellReading {
  return {
    decimal: choices.decimal ?? '.',
    decimalBy: choices.decimal ? 'given' : 'assumed',
    dateOrder: choices.dateOrder ?? 'day-first',
    dateOrderBy: choices.dateOrder ? 'given' : 'assumed',
    empty: choices.empty ?? null,
  };
}

function unsettledKeys(files: readonly BoundFile[], count: number): Uint8Array | null {
  if (files.every(({ unsettled }) => unsettled.length === 0)) return null;
  const flags = new Uint8Array(count);
  for (const { unsettled } of files) for (const id of unsettled) flags[id] = 1;
  return flags;
}

function mostlyUnread({ bound, rejected, rejectedRows }: BoundFile): Problem {
  const { line, column, reason, text } = rejected[0] as Rejection;
  return {
    code: 'mostly-unread',
    file: bound.file,
    line,
    column,
    reason,
    text,
    unread: rejectedRows,
    of: bound.rows + rejectedRows,
  };
}

/** The measure, the attributes that some delta and some table have, the conditions, the version. */
function caseColumns(
  sources: readonly BindSource[],
  setup: Setup,
): readonly { readonly name: string; readonly role: ColumnRole }[] {
  const { key, measure, version, attributes } = setup.mapping;
  const shared = attributes.filter(
    (name) =>
      sources.some((source) => source.role === 'delta' && source.column(name)) &&
      sources.some((source) => source.role !== 'delta' && source.column(name)),
  );
  const used = new Set([...key, measure, version]);
  return [
    { name: measure, role: 'measure' },
    ...inDeltaOrder(shared, sources)
      .filter((name) => !used.has(name))
      .map((name) => ({ name, role: 'attribute' as const })),
    ...inDeltaOrder(conditionColumns(sources, setup), sources).map((name) => ({ name, role: 'condition' as const })),
    ...(version === null ? [] : [{ name: version, role: 'version' as const }]),
  ];
}

/** By their place in the first delta that has them. */
function inDeltaOrder(names: readonly string[], sources: readonly BindSource[]): readonly string[] {
  const place = (name: string) => {
    for (const [s, { table, column }] of sources.entries()) {
      const found = column(name);
      if (found) return s * 1e6 + table.columns.indexOf(found);
    }
    return Number.POSITIVE_INFINITY;
  };
  return [...new Set(names)].sort((a, b) => place(a) - place(b));
}

function measureProblem(sources: readonly BindSource[], measure: BoundColumn): Problem | null {
  for (const [s, { file, table, column }] of sources.entries()) {
    const found = column(measure.column.name);
    const values = measure.values[s];
    const refused = measure.refused[s] ?? 0;
    if (!found || !values || refused * 2 <= table.rows) continue;
    const { name, cells } = found;
    const row = values.findIndex(Number.isNaN);
    const line = table.lines[row] as number;
    return { code: 'not-a-measure', file, line, column: name, cell: clip(cells.at(row)), refused };
  }
  return null;
}

/** By file, null for one without versions: see `BoundTable.versionTextRank`. Dates and texts are no plain decimals. */
function versionTextRanks(
  sources: readonly BindSource[],
  files: readonly BoundFile[],
  columns: readonly BoundColumn[],
): readonly (Float64Array | null)[] | null {
  const version = columns.at(-1);
  if (version?.column.role !== 'version') return null;
  const cells = sources.map((source) => source.column(version.column.name)?.cells ?? null);
  if (cells.every((own, s) => own === null || arePlain(version.column, own, version.values[s] as BoundCells)))
    return null;
  const written = cells.map((own) => own?.texts() ?? []);
  const sorted = [...new Set(written.flat())].sort(compareCodeUnits);
  const rank = new Map(sorted.map((text, i) => [text, i]));
  return files.map(({ bound: { rows, sourceRow } }, s) => {
    const own = cells[s];
    if (!own) return null;
    const { codes } = own;
    const ranks = Float64Array.from(written[s] as readonly string[], (text) => rank.get(text) as number);
    const values = version.values[s] as BoundCells;
    return Float64Array.from({ length: rows }, (_, r) => {
      const row = sourceRow ? (sourceRow[r] as number) : r;
      return values[row] === MISSING ? MISSING : (ranks[codes[row] as number] as number);
    });
  });
}

/** Whether every cell that has a value is its plain decimal. @param values by row */
function arePlain(column: CaseColumn, cells: Cells, values: BoundCells): boolean {
  if (
    cells instanceof NumeralColumn &&
    cells.width === 0 &&
    column.type === 'number' &&
    typeof cells.scale === 'number'
  )
    return cells.scale === column.scale || values.every((value) => value === MISSING || Number.isNaN(value));
  const { codes } = cells;
  const texts = cells.texts();
  const seen = new Uint8Array(texts.length);
  for (let r = 0; r < codes.length; r++) {
    const code = codes[r] as number;
    const value = values[r] as number;
    if (seen[code] === 1 || value === MISSING || Number.isNaN(value)) continue;
    seen[code] = 1;
    if (column.type !== 'number' || texts[code] !== plainText(column, value)) return false;
  }
  return true;
}
