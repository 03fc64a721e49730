import type { RowFilter } from '@/lib/core/compare/rows/row-query';

/** One thing on a chart that can be pointed at, reached by keyboard and, where rows stand behind it, opened. */
export interface Mark {
  readonly id: string;
  /** Heading of the tooltip. */
  readonly title: string;
  /** Exact figures, as text with units. */
  readonly figures: readonly { readonly name: string; readonly value: string }[];
  /** The rows behind the mark; null: the mark is a figure only. */
  readonly filter: RowFilter | null;
}

/** All that the mark shows, as one phrase for a screen reader. */
export function markName(mark: Mark): string {
  const figures = mark.figures.map(({ name, value }) => (name === '' ? value : `${name} ${value}`)).join(', ');
  return `${mark.title}: ${figures}${mark.filter === null ? '' : '. Show these rows'}`;
}

/** A chart's figures as a table: its accessible twin. */
export interface TableTwin {
  readonly columns: readonly { readonly label: string; readonly numeric: boolean }[];
  readonly rows: readonly (readonly string[])[];
}
