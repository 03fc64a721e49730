import type { CsvTable } from '../csv/csv-table';
import { compareNatural } from '../natural-order';
import type { Problem } from '../problem';
import type { FileRole } from '../setup';
import type { RoleReason, TableReason } from './reasons';
import { SIDE_LABELS, toldApart } from './side-labels';
import { isNamedOtherwise } from './stray-file';
import { plainName, spelledWords, stemOf, wordsOf } from './words';

export interface ReadFile {
  /** The index at which the file was read. */
  readonly id: number;
  readonly table: CsvTable;
}

export interface DetectedRole {
  readonly role: FileRole;
  readonly why: RoleReason;
}

interface DetectedRoles {
  /** By file id. */
  readonly roles: ReadonlyMap<number, DetectedRole>;
  /** Deltas in natural order of their names. */
  readonly order: readonly number[];
  readonly labels: { readonly ours: string; readonly theirs: string };
  readonly problems: readonly Problem[];
}

const DELTA_WORDS = new Set([
  'delta',
  'deltas',
  'batch',
  'part',
  'chunk',
  'increment',
  'incremental',
  'change',
  'changes',
  'cdc',
  'daily',
  'weekly',
  'dump',
]);
const TABLE_WORDS = new Set([
  'summary',
  'summaries',
  'total',
  'totals',
  'table',
  'snapshot',
  'final',
  'result',
  'results',
  'aggregate',
  'current',
]);
const OURS_WORDS = new Set(['ours', 'our', 'vendor', 'warehouse', 'pipeline', 'loaded', 'platform', 'dwh']);
const THEIRS_WORDS = new Set(['theirs', 'their', 'customer', 'client', 'source', 'truth', 'reference', 'crm']);
const DATA_WORDS = new Set([
  ...[
    'user',
    'users',
    'customers',
    'clients',
    'account',
    'accounts',
    'data',
    'export',
    'exports',
    'exported',
    'report',
    'csv',
    'file',
    'list',
    'all',
    'the',
    'of',
    's',
  ],
  ...['spend', 'by', 'per', 'and', 'v'],
]);

/** What a file is taken for, from its name first and its content where the name says nothing. */
export function detectRoles(files: readonly ReadFile[]): DetectedRoles {
  const sorted = [...files].sort((a, b) => compareNatural(a.table.file, b.table.file) || a.id - b.id);
  const roles = new Map<number, DetectedRole>();
  const candidates: ReadFile[] = [];
  for (const file of sorted) {
    const why = deltaClue(file, sorted);
    if (isUnlikeData(file, sorted)) roles.set(file.id, { role: 'ignored', why: { code: 'unlike-data' } });
    else if (why !== null) roles.set(file.id, { role: 'delta', why });
    else candidates.push(file);
  }
  const tables = pickTables(candidates, roles);
  const problems = assignSides(tables, roles);
  const holder = (role: FileRole) => sorted.find(({ id }) => roles.get(id)?.role === role);
  return {
    roles,
    order: sorted.filter(({ id }) => roles.get(id)?.role === 'delta').map(({ id }) => id),
    labels: toldApart({
      ours: labelOf(holder('ours'), SIDE_LABELS.ours),
      theirs: labelOf(holder('theirs'), SIDE_LABELS.theirs),
    }),
    problems,
  };
}

/** A log or a note may have commas enough to be read as rows. */
function isUnlikeData({ id, table }: ReadFile, all: readonly ReadFile[]): boolean {
  if (!isNamedOtherwise(table.file)) return false;
  const own = new Set(table.columns.map(({ name }) => plainName(name)));
  return !all.some((other) => other.id !== id && other.table.columns.some(({ name }) => own.has(plainName(name))));
}

function deltaClue(file: ReadFile, all: readonly ReadFile[]): RoleReason | null {
  const words = wordsOf(stemOf(file.table.file));
  if (words.some((word) => TABLE_WORDS.has(word)) || sideClue(file)) return null;
  const clue = words.find((word) => DELTA_WORDS.has(word));
  if (clue !== undefined) return { code: 'name-says', word: clue };
  const family = familyOf(file);
  const relatives = all.filter((other) => familyOf(other) === family);
  return relatives.length > 1 && /\d/.test(stemOf(file.table.file))
    ? { code: 'numbered', files: relatives.length }
    : null;
}

/** Files of one family differ in their digits only. */
function familyOf({ table }: ReadFile): string {
  return stemOf(table.file).toLowerCase().replace(/\d+/g, '#');
}

interface TableFile {
  readonly file: ReadFile;
  readonly why: TableReason;
}

interface Clue {
  readonly side: 'ours' | 'theirs';
  readonly word: string;
}

function sideClue({ table }: ReadFile): Clue | null {
  for (const word of wordsOf(stemOf(table.file))) {
    if (OURS_WORDS.has(word)) return { side: 'ours', word };
    if (THEIRS_WORDS.has(word)) return { side: 'theirs', word };
  }
  return null;
}

/** The files that are tables, each with the reason; the other candidates become deltas in `roles`. */
function pickTables(candidates: readonly ReadFile[], roles: Map<number, DetectedRole>): readonly TableFile[] {
  const named = candidates.filter((file) => nameOfTable(file) !== null);
  const unnamed = candidates.filter((file) => nameOfTable(file) === null);
  const room = Math.max(0, 2 - named.length);
  const chosen = new Set(
    [...unnamed]
      .sort((a, b) => Number(b.table.rows > 0) - Number(a.table.rows > 0) || mostDistinct(b) - mostDistinct(a))
      .slice(0, roles.size > 0 || unnamed.length > room ? room : 0),
  );
  for (const file of unnamed) {
    if (!chosen.has(file)) roles.set(file.id, { role: 'delta', why: { code: 'others-are-tables' } });
  }
  return candidates
    .filter((file) => named.includes(file) || chosen.has(file))
    .map((file) => ({ file, why: nameOfTable(file) ?? { code: 'most-values' } }));
}

function nameOfTable(file: ReadFile): TableReason | null {
  const clue = sideClue(file)?.word ?? wordsOf(stemOf(file.table.file)).find((word) => TABLE_WORDS.has(word));
  return clue === undefined ? null : { code: 'name-says', word: clue };
}

function mostDistinct({ table }: ReadFile): number {
  return Math.max(0, ...table.columns.map((column) => column.tally.distinct));
}

type SideBy = Extract<RoleReason, { code: 'side' }>['by'];

/**
 * Gives ours and theirs to the tables, in natural order of their names where these do not say. Of more than two tables
 * several may claim one side: all of them get it, and which one it is must be asked. Only where both sides are named by
 * their own files is a further table that says nothing left out.
 */
function assignSides(tables: readonly TableFile[], roles: Map<number, DetectedRole>): Problem[] {
  const problems: Problem[] = [];
  const holders: { ours?: ReadFile; theirs?: ReadFile } = {};
  const claim = (side: 'ours' | 'theirs', { file, why }: TableFile, by: SideBy) => {
    const holder = holders[side];
    holders[side] ??= file;
    if (holder) problems.push({ code: 'role-taken', file: file.table.file, other: holder.table.file, role: side });
    const rival = holder?.table.file ?? null;
    roles.set(file.id, { role: side, why: { code: 'side', side, table: why, by, rival } });
  };
  for (const table of tables) {
    const clue = sideClue(table.file);
    if (clue) claim(clue.side, table, 'own-name');
  }
  let guessed: 'ours' | 'theirs' | null = null;
  for (const table of tables) {
    const { file, why } = table;
    if (sideClue(file)) continue;
    const side: 'ours' | 'theirs' | null =
      (tables.length > 2 ? sideOfSameLabel(file, holders) : null) ??
      (holders.ours ? (holders.theirs ? guessed : 'theirs') : 'ours');
    if (side === null) {
      roles.set(file.id, { role: 'ignored', why: { code: 'third-table', table: why } });
      continue;
    }
    const other = side === 'theirs' ? holders.ours : holders.theirs;
    const guess = tables.length === 1 ? 'only-table' : 'name-order';
    claim(side, table, other && sideClue(other) ? 'other-name' : guess);
    guessed = side;
  }
  return problems;
}

function sideOfSameLabel(
  file: ReadFile,
  holders: { readonly ours?: ReadFile; readonly theirs?: ReadFile },
): 'ours' | 'theirs' | null {
  const label = labelInName(file.table.file);
  const same = (holder: ReadFile | undefined) =>
    label !== null && holder !== undefined && labelInName(holder.table.file) === label;
  return same(holders.ours) ? 'ours' : same(holders.theirs) ? 'theirs' : null;
}

/** What a table's name says besides being a table: "AIQ-user-summary.csv" gives "AIQ". */
export function labelOf(file: ReadFile | undefined, otherwise: string): string {
  return (file && labelInName(file.table.file)) ?? otherwise;
}

/** "2026-11-22T03-00-00Z", "20261122", "2026_11_22". */
const MOMENT = /(?<!\d)\d{4}([-_.]?)\d{2}\1\d{2}(?:[T_ -]?\d{2}(?:[-_:.]?\d{2}){0,2}(?:\.\d+)?Z?)?(?![\da-z])/gi;

/** The same of any file; null where the name says no more than what kind of file it is. */
export function labelInName(file: string): string | null {
  const words = spelledWords(stemOf(file).replace(MOMENT, ' ')).filter((word) => !/^\d+$/.test(word));
  const is = (kinds: readonly ReadonlySet<string>[], word: string) =>
    kinds.some((kind) => kind.has(word.toLowerCase()));
  const own = words.filter((word) => !is([DATA_WORDS, TABLE_WORDS, DELTA_WORDS], word));
  const names = own.filter((word) => !is([OURS_WORDS, THEIRS_WORDS], word));
  const clues = own.filter((word) => !['ours', 'our', 'theirs', 'their'].includes(word.toLowerCase()));
  const chosen = names.length > 0 ? names : clues;
  return chosen.length === 0 ? null : chosen.map(capitalised).join(' ');
}

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
