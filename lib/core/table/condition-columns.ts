import { isPersonalName } from '../mask/personal-name';
import { arePersonal } from '../mask/personal-texts';
import type { Setup } from '../setup';
import type { BindSource } from './bind-sources';
import type { BoundColumn } from './bound-column';

/** Beyond so many values in one file a column says too little of a row. */
const MOST_VALUES = 200;
const MOST_COLUMNS = 8;

/**
 * Columns that deltas have and no table does, of few values: rows are told apart by them. None that says who someone is, nor
 * the one that marks deletes.
 */
export function conditionColumns(sources: readonly BindSource[], { mapping, premises }: Setup): readonly string[] {
  const mapped = [...mapping.key, mapping.measure, mapping.version, ...mapping.attributes, premises?.deletes?.column];
  const isMapped = (source: BindSource, name: string) =>
    mapped.some((own) => own && source.column(own) === source.column(name));
  const deltas = sources.filter(({ role }) => role === 'delta');
  const names = new Set(
    deltas.flatMap((source) => source.table.columns.map(({ name }) => name).filter((name) => !isMapped(source, name))),
  );
  const tells = (name: string) =>
    deltas.every((source) => {
      const column = source.column(name);
      if (!column) return true;
      const { distinct, dates } = column.tally;
      return distinct <= MOST_VALUES && dates === 0 && !arePersonal(column.cells.texts());
    }) && deltas.some((source) => (source.column(name)?.tally.distinct ?? 0) > 1);
  return [...names]
    .filter((name) => sources.every(({ role, column }) => role === 'delta' || !column(name)))
    .filter((name) => !isPersonalName(name) && tells(name))
    .slice(0, MOST_COLUMNS);
}

/** Whether its cells were read in one way that nothing puts in question: a condition that is a guess proves nothing. */
export function isSure({ column, open, premises }: BoundColumn): boolean {
  return (
    column.role !== 'condition' ||
    (column.type !== 'date' &&
      open.decimal === 0 &&
      premises.every(({ code }) => code === 'empty' || code === 'writing'))
  );
}
