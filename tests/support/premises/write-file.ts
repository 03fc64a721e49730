import { fromAmount } from '../planted/amount';
import type { Random } from '../planted/random';
import type { FileForm } from './file-form';
import { furnish } from './furniture';
import { type Column, KEY_JOINT, type Row, type Source, totalOf, type Value } from './model';
import { badAmounts } from './number-forms';
import type { Traits } from './traits';
import { badVersions } from './version-forms';

/** One column of a file as text. */
interface Written {
  readonly name: string;
  readonly cell: (row: Row) => string;
}

/**
 * The text of a file.
 * @param isDelta deltas have the column that marks deletes, tables have not
 */
export function writeFile(
  source: Source,
  rows: readonly Row[],
  form: FileForm,
  traits: Traits,
  isDelta: boolean,
  random: Random,
): string {
  const written = [
    ...source.keyNames.map((name, part) => ({ name, cell: (row: Row) => row.key.split(KEY_JOINT)[part] ?? '' })),
    ...source.columns.map((column, c) => ({
      name: column.name,
      cell: (row: Row) => cellText(column, row.values[c] ?? null, row, form, random),
    })),
    ...(isDelta && traits.deletes ? [deleteColumn(traits.deletes)] : []),
  ]
    .map((column, place) => ({ column, rank: form.order(column.name, place) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ column }) => column);
  const quote = (text: string) => quoted(text, form);
  const record = (cells: readonly string[]) => cells.map(quote).join(form.delimiter);
  const place = (name: string | undefined) => written.findIndex((column) => column.name === name);
  const lines = rows.map((row, at) => record(rowCells(row, at, written, form, source, random)));
  const furnished = furnish(
    {
      header: record(written.map(({ name }) => form.header(name))),
      lines,
      delimiter: form.delimiter,
      width: written.length,
      places: {
        key: place(source.keyNames[0]),
        measure: place(traits.measure),
        text: place(source.columns.find(({ type, role }) => type === 'text' && role === 'attribute')?.name),
      },
      sum: (from, to) => form.number.write(totalOf(rows.slice(from, to))),
      cell: quote,
    },
    form.furniture,
    random,
  );
  return `${form.bom ? '\ufeff' : ''}${furnished.map((line) => `${line}${form.newline}`).join('')}`;
}

function rowCells(
  row: Row,
  at: number,
  written: readonly Written[],
  form: FileForm,
  source: Source,
  random: Random,
): string[] {
  const cells = written.map(({ cell }) => cell(row));
  const widened =
    form.widerFrom !== null && at >= form.widerFrom ? [...cells, random.pick(['web', 'app', 'shop'])] : cells;
  if (row.damage !== 'short') return widened;
  // The key stays, where it comes first.
  return cells.slice(0, Math.min(cells.length - 1, source.keyNames.length + random.whole(0, 1)));
}

function cellText(column: Column, value: Value, row: Row, form: FileForm, random: Random): string {
  if (column.role === 'measure' && row.damage === 'measure') return random.pick(badAmounts);
  if (column.role === 'version') {
    if (row.damage === 'version') return random.pick(badVersions);
    return typeof value === 'bigint' && form.version ? form.version.write(value, row.offset) : '';
  }
  if (value === null)
    return form.empty[column.role === 'measure' ? 'measure' : column.type === 'number' ? 'items' : 'tier'];
  if (column.type === 'flag') return value === '1' ? form.flag.yes : form.flag.no;
  if (typeof value === 'string') return value;
  return column.role === 'measure' ? form.number.write(value) : fromAmount(value);
}

function deleteColumn({ column, mark, other }: NonNullable<Traits['deletes']>): Written {
  return { name: column, cell: (row) => (row.deleted ? mark : other) };
}

function quoted(text: string, { quoting, delimiter }: FileForm): string {
  const needs = quoting === 'all' || text.includes(delimiter) || /["\r\n]/.test(text) || text.trim() !== text;
  return needs ? `"${text.replaceAll('"', '""')}"` : text;
}
