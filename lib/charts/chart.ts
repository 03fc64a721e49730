import type { RowFilter } from '@/lib/core/compare/rows/row-query';
import type { Side } from '@/lib/core/findings/findings';

export type ChartId = 'bridge' | 'files-won' | 'gap-by-version' | 'gap-spread';

/**
 * A chart in the units and the words of its case. All that is read off it is decided here, so that it says the same on
 * the page, in a picture and on paper; who draws it decides on pixels only. Positions are floats, exact figures texts.
 */
export interface Chart {
  readonly id: ChartId;
  /** What it shows, as a phrase without a full stop. */
  readonly title: string;
  /** Bars stand on the places; or they lie beside them, the first on top. */
  readonly bars: 'standing' | 'lying';
  readonly places: Axis;
  readonly values: Axis;
  /** In the order of their places; none: there is nothing to draw, and `nothing` says why. */
  readonly marks: readonly Mark[];
  readonly nothing: string;
  /** Ranges below the axis of places. */
  readonly strips: readonly Strip[];
  /** A line across the values at one place. */
  readonly median: Tick | null;
  /** What the places are, where their ticks do not say it. */
  readonly caption: string | null;
  readonly legend: readonly { readonly fill: Fill; readonly text: string }[];
  /** Whole sentences of what the drawing leaves out. */
  readonly notes: readonly string[];
  /** The same figures to be read; places where nothing is are left out. */
  readonly table: ChartTable;
}

export interface Tick {
  readonly at: number;
  readonly text: string;
  /** The name of a file of which no row took effect on a side. */
  readonly missing?: boolean;
}

export interface Axis {
  readonly min: number;
  readonly max: number;
  /** Ascending, within [min, max]. */
  readonly ticks: readonly Tick[];
  /** Its ticks are names, one for each place from 0, of which those may be shortened and left out that have no room. */
  readonly names: boolean;
}

/** A table's bar, the gap, what should be there and is not, or the delta at a position in arrival order. */
export type Fill = 'expected' | Side | 'gap' | 'hole' | number;

type Span = readonly [from: number, to: number];

/** One bar: it can be pointed at and, where rows stand behind it, opened. */
export interface Mark {
  readonly title: string;
  /** Exact, with units. */
  readonly figures: readonly { readonly name: string; readonly value: string }[];
  /** The rows behind it; null: it is a figure only. */
  readonly filter: RowFilter | null;
  /** Ascending. */
  readonly places: Span;
  /** From where the bar begins to where it ends, which may lie below. */
  readonly values: Span;
  /** Null: there is nothing to draw; else the bar is seen, however small it is. */
  readonly fill: Fill | null;
  /** Up to which value it should reach and does not. */
  readonly hole: number | null;
  /** What stands at its end, and whether that is of the gap. */
  readonly figure: { readonly text: string; readonly gap: boolean } | null;
  /** The next bar begins where this one ends. */
  readonly joined: boolean;
}

/** The range of a delta. Ranges that overlap lie in different lanes, from 0. */
export interface Strip {
  readonly label: string;
  readonly file: number;
  /** No row of it took effect on a side. */
  readonly missing: boolean;
  readonly from: number;
  readonly to: number;
  readonly lane: number;
}

export interface ChartTable {
  readonly columns: readonly { readonly label: string; readonly align: 'left' | 'right' }[];
  /** Each row has a cell for every column. */
  readonly rows: readonly (readonly string[])[];
}

/** What most charts do without. */
export const PLAIN = {
  bars: 'standing',
  strips: [],
  median: null,
  caption: null,
  legend: [],
  notes: [],
} as const satisfies Partial<Chart>;

/** What most marks do without. */
export const BARE = { hole: null, figure: null, joined: false } as const satisfies Partial<Mark>;

/** All that a mark shows, as one phrase. */
export function markText({ title, figures }: Mark): string {
  return `${title}: ${figures.map(({ name, value }) => `${name} ${value}`).join(', ')}`;
}

/** How many lanes the strips take; 0 where there are none. */
export function lanesOf({ strips }: Pick<Chart, 'strips'>): number {
  return strips.reduce((most, { lane }) => Math.max(most, lane + 1), 0);
}
