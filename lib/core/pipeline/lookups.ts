import { parseUnits } from '../decimal';
import { durationUnits, parseDuration } from '../duration';
import { type CaseColumn, MEASURE } from '../table/case-tables';
import type { Dataset } from '../table/dataset';
import { dateCell, plainText } from '../table/plain-text';
import type { ColumnName } from './change';

/** Index of a column by its name; -1 when the case has none such. */
export function columnIndex(dataset: Dataset, name: string): number {
  return dataset.columns.findIndex((column) => column.name === name);
}

/** Index of a column; -1 when the case has none such. */
export function indexOf(dataset: Dataset, column: ColumnName): number {
  if ('name' in column) return columnIndex(dataset, column.name);
  return column.use === 'measure' ? MEASURE : dataset.version;
}

/** 1 by delta index for the named files; null when none are named, which means all. */
export function fileMask(dataset: Dataset, files: readonly string[] | null): Uint8Array | null {
  if (files === null) return null;
  return Uint8Array.from(dataset.files, (file) => (files.includes(file.name) ? 1 : 0));
}

/** What a value in units of one column is multiplied by to be in units of another; both are numbers. */
export function rescaling(dataset: Dataset, from: number, to: number): number {
  return 10 ** ((dataset.columns[to]?.scale ?? 0) - (dataset.columns[from]?.scale ?? 0));
}

/**
 * A bound as text in a column's own form, for comparisons. A number may lie between two units; a text that the column
 * does not hold lies between two ranks; NaN, which meets nothing, when it is no value of the column's type.
 */
export function cellOf(column: CaseColumn, text: string): number {
  switch (column.type) {
    case 'number': {
      if (!/^-?\d+(\.\d+)?$/.test(text)) return Number.NaN;
      const places = Math.max(column.scale, text.includes('.') ? text.length - text.indexOf('.') - 1 : 0);
      if (column.wide) return rankAmong(column.wide, parseUnits(text, places), 10n ** BigInt(places - column.scale));
      return Number(parseUnits(text, places)) / 10 ** (places - column.scale) + 0;
    }
    case 'date':
      return dateCell(column, text);
    case 'text': {
      const at = column.texts?.indexOf(text) ?? -1;
      if (at !== -1) return at;
      const texts = column.texts ?? [];
      return texts.findIndex((_, rank) => plainText(column, rank) > text) - 0.5;
    }
  }
}

/** What a shift adds to the cells of a column of numbers or dates that is not wide; NaN where it is not of the column's type. */
export function shiftUnits(column: CaseColumn, by: string): number {
  if (column.type === 'number') return cellOf(column, by);
  const duration = column.type === 'date' ? parseDuration(by) : null;
  return duration ? durationUnits(duration, column.scale) : Number.NaN;
}

function rankAmong(sorted: readonly bigint[], value: bigint, unit: bigint): number {
  const at = sorted.findIndex((units) => units * unit >= value);
  if (at === -1) return sorted.length;
  return (sorted[at] as bigint) * unit === value ? at : at - 0.5;
}
