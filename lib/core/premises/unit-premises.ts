import type { CsvTable } from '../csv/csv-table';
import { isEmptyCell } from '../csv/empty-cell';
import type { Premise } from '../findings/premise';
import type { Setup } from '../intake/intake';
import { wordsOf } from '../intake/words';
import type { BindSource } from '../table/bind-sources';

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
    for (const { name, dictionary } of columns) {
      const codes = dictionary.filter((text) => !isEmptyCell(text));
      if (
        wordsOf(name).some((word) => CURRENCY_NAMES.has(word)) &&
        codes.length > 0 &&
        codes.every((text) => CODE.test(text.trim()))
      )
        return name;
    }
  }
  return null;
}

/** What the amounts are in, and whether a column says that they are in several currencies. */
export function unitPremises(sources: readonly BindSource[], setup: Setup): Premise[] {
  const { measure, unit } = setup.mapping;
  const column = currencyColumn(sources.map(({ table }) => table));
  const values = new Set(
    sources
      .flatMap(({ table }) => table.columns.find(({ name }) => name === column)?.dictionary ?? [])
      .map((text) => text.trim()),
  );
  values.delete('');
  const carried = sources.some((source) => (source.column(measure)?.evidence.unit ?? null) !== null);
  const given = setup.premises?.given?.includes('unit') === true;
  return [
    ...(column === null || values.size === 0
      ? []
      : [{ code: 'currencies', column, values: [...values].sort(), settledBy: 'cells' } as const]),
    {
      code: 'unit',
      column: measure,
      unit,
      settledBy: given ? 'given' : carried || values.size === 1 ? 'cells' : 'assumed',
    },
  ];
}
