import type { CsvTable } from '../csv/csv-table';
import { isEmptyCell } from '../csv/empty-cell';
import { wordsOf } from './words';

const CURRENCY_NAMES = new Set([
  'currency',
  'ccy',
  'curr',
  'waehrung',
  'währung',
  'devise',
  'moneda',
  'moeda',
  'valuta',
  'cur',
]);

/** Codes of currencies and their signs, as cells of a currency column hold them. */
const CODE = /^(?:[A-Z]{3}|\p{Sc})$/u;

/** The column of the files whose name says currency and whose cells are all codes; null where none is. */
export function currencyColumn(tables: readonly Pick<CsvTable, 'columns'>[]): string | null {
  for (const { columns } of tables) {
    for (const { name, cells } of columns) {
      if (!wordsOf(name).some((word) => CURRENCY_NAMES.has(word))) continue;
      const codes = cells.texts().filter((text) => !isEmptyCell(text));
      if (codes.length > 0 && codes.every((text) => CODE.test(text.trim()))) return name;
    }
  }
  return null;
}

/** The only currency that the column names, in every file that has it; null where it names several, or there is none. */
export function onlyCurrency(tables: readonly Pick<CsvTable, 'columns'>[]): string | null {
  const column = currencyColumn(tables);
  const codes = new Set(
    tables
      .flatMap(({ columns }) => columns.find(({ name }) => name === column)?.cells.texts() ?? [])
      .map((text) => text.trim())
      .filter((text) => text !== ''),
  );
  const [only] = codes;
  return codes.size === 1 ? (only ?? null) : null;
}
