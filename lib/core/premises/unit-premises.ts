import type { Premise } from '../findings/premise';
import { currencyColumn } from '../intake/currency-column';
import type { Setup } from '../setup';
import type { BindSource } from '../table/bind-sources';
import type { UnitColumn } from './unit-column';

/** What the amounts are in, and whether a column says that they are in several currencies. */
export function unitPremises(sources: readonly BindSource[], setup: Setup, signs: UnitColumn | null): Premise[] {
  const { measure, unit } = setup.mapping;
  const column = currencyColumn(sources.map(({ table }) => table));
  const values = new Set(
    sources
      .flatMap(({ table }) => table.columns.find(({ name }) => name === column)?.cells.texts() ?? [])
      .map((text) => text.trim()),
  );
  values.delete('');
  const carried = sources.some((source) => (source.column(measure)?.tally.unit ?? null) !== null);
  const given = setup.premises?.given?.includes('unit') === true;
  const ofSigns: Premise[] =
    signs === null
      ? []
      : [{ code: 'currencies', column: signs.name, signsOf: measure, values: [...signs.units], settledBy: 'cells' }];
  return [
    ...ofSigns,
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
