import type { CsvColumn, CsvTable } from '../csv/csv-table';
import { best, keyScore, type Score } from './column-scores';
import { versionClue } from './version-names';
import { sameName, wordsOf } from './words';

/** Share of a table's rows that a key must tell apart. */
const NEARLY_ALL = 0.995;
/** Share of a delta's rows that several columns must tell apart: rows of one key may share a version. */
const MOST = 0.8;
/** Share above which a single column is the key whatever else there is. */
const UNIQUE = 0.9;
/** Share of rows that may lack a part of the key: totals do. */
const FEW = 0.05;
/** Words of names that tell parts of one thing apart. */
const PART_WORDS = new Set([
  ...['line', 'item', 'no', 'nr', 'number', 'seq', 'pos', 'position', 'part'],
  ...['product', 'sku', 'article', 'variant', 'size', 'color', 'store', 'shop', 'branch', 'region', 'country'],
  ...['market', 'currency', 'channel', 'device', 'site', 'plan', 'year', 'month', 'day', 'period', 'week', 'quarter'],
  ...['type', 'kind', 'category', 'lang', 'language'],
]);

/**
 * One column; or two or three, where the best single one repeats both in a table and within a delta, and with the others
 * it does not. A table that holds every version of a key repeats it as well, but no single delta does then.
 */
export function detectKey(deltas: readonly CsvTable[], tables: readonly CsvTable[]): readonly Score[] {
  const reference = deltas.find(({ rows }) => rows > 0) ?? tables[0];
  if (!reference) return [];
  const scores = reference.columns.map((column) => keyScore(column, reference));
  const single = best(scores) ?? scores[0];
  if (!single) return [];
  const whole = tables.filter((table) => table.rows > 0);
  if (whole.every((table) => shareTold(table, [single.column.name]) >= NEARLY_ALL)) return [single];
  const repeats = deltas.filter((table) => table.rows > 0 && shareTold(table, [single.column.name]) < UNIQUE);
  if (repeats.length === 0) return [single];
  const others = reference.columns
    .filter((column) => column !== single.column && canBePart(column, reference))
    .sort((a, b) => partScore(b) - partScore(a));
  const pairs = others.map((other) => [other]);
  const triples = others.flatMap((a, i) => others.slice(i + 1).map((b) => [a, b]));
  const sets = [...pairs, ...triples.slice(0, 15)].map((added) => [
    single.column.name,
    ...added.map(({ name }) => name),
  ]);
  // A table that a part of the key tells apart says nothing of the rest of it; one that holds every version is no witness.
  const open = whole.filter((table) => shareTold(table, [single.column.name]) < NEARLY_ALL);
  const tells = (names: readonly string[]) => (table: CsvTable) => shareTold(table, names) >= NEARLY_ALL;
  const inDeltas = (names: readonly string[]) => deltas.every((table) => shareTold(table, names) >= MOST);
  const names =
    sets.find((own) => open.every(tells(own)) && inDeltas(own)) ??
    sets.find((own) => open.some(tells(own)) && inDeltas(own));
  if (!names) return [single];
  const why = [{ code: 'unique-together' } as const];
  return reference.columns.flatMap((column) =>
    names.includes(column.name) ? [{ ...keyScore(column, reference), why }] : [],
  );
}

/** A column of amounts, of versions or with a value of its own in every row tells rows apart, but names nothing. */
function canBePart(column: CsvColumn, table: CsvTable): boolean {
  const { tally, name } = column;
  if (tally.scale > 0 || tally.unit !== null || tally.dates > 0 || tally.empty > FEW * table.rows) return false;
  if (versionClue(name).score > 0) return false;
  return partScore(column) > 0 || (tally.distinct <= table.rows * 0.5 && tally.numbers === 0);
}

function partScore({ name }: CsvColumn): number {
  const words = wordsOf(name);
  return words.filter((word) => PART_WORDS.has(word) || word === 'id' || word === 'code').length;
}

/** Share of the table's rows that these columns tell apart: distinct combinations to rows; 1 where it lacks one. */
function shareTold(table: CsvTable, names: readonly string[]): number {
  const columns = names.map((name) => table.columns.find((column) => sameName(column.name, name)));
  if (table.rows === 0 || columns.includes(undefined)) return 1;
  const [first] = columns;
  if (columns.length === 1) return (first?.tally.distinct ?? 0) / table.rows;
  const seen = new Set<string>();
  for (let r = 0; r < table.rows; r++) seen.add(columns.map((column) => column?.cells.codes[r]).join());
  return seen.size / table.rows;
}
