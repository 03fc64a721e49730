import './zod-without-eval';
import * as z from 'zod/mini';
import type { RowFilter } from '@/lib/engine/investigator';

/**
 * What of the view stands in the page's address, so that Back and a reload keep it. It stands in the fragment, which a
 * browser sends to no server. Keys and search texts are a customer's data and never stand there.
 */

const decimal = z.string().check(z.regex(/^-?\d+(\.\d+)?$/));
const sides = z.enum(['ours', 'theirs']);

const filterSchema: z.ZodMiniType<RowFilter> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('expectedFile'), file: z.string() }),
  z.object({ kind: z.literal('oursFile'), file: z.string() }),
  z.object({ kind: z.literal('theirsFile'), file: z.string() }),
  z.object({ kind: z.literal('version'), from: z.string(), to: z.string() }),
  z.object({ kind: z.literal('difference'), from: decimal, to: decimal, closed: z.boolean() }),
  z.object({ kind: z.literal('cause'), side: sides, cause: z.int().check(z.minimum(0)) }),
  z.object({ kind: z.literal('unexplained'), side: sides }),
  z.object({ kind: z.literal('presence'), value: z.enum(['both', 'onlyOurs', 'onlyTheirs']) }),
  z.object({ kind: z.literal('column'), column: z.string() }),
]);

const sortSchema = z.object({ column: z.string(), descending: z.boolean() });

export const scopes = ['differing', 'all'] as const;
export const panels = ['files', 'replay', 'tell', 'cases', 'comments'] as const;

export interface ViewState {
  readonly scope: (typeof scopes)[number];
  readonly filters: readonly RowFilter[];
  readonly sort: readonly { readonly column: string; readonly descending: boolean }[];
  /** The drawer that is open beside the case; null: none. */
  readonly panel: (typeof panels)[number] | null;
}

export const DEFAULT_VIEW: ViewState = { scope: 'differing', filters: [], sort: [], panel: null };

/** Reads a fragment, with or without its "#". Whatever is strange in it falls back to the default, part by part. */
export function parseView(fragment: string): ViewState {
  const parts = new URLSearchParams(fragment.replace(/^#/, ''));
  const list = <T>(name: string, schema: z.ZodMiniType<T>): T[] =>
    parts.getAll(name).flatMap((text) => schema.safeParse(fromJson(text)).data ?? []);
  return {
    scope: z.enum(scopes).safeParse(parts.get('scope')).data ?? DEFAULT_VIEW.scope,
    filters: list('filter', filterSchema),
    sort: list('sort', sortSchema),
    panel: z.enum(panels).safeParse(parts.get('panel')).data ?? null,
  };
}

/** The fragment without its "#"; empty for the default view. `parseView` gives the same view back. */
export function serialiseView(view: ViewState): string {
  const parts = new URLSearchParams();
  if (view.scope !== DEFAULT_VIEW.scope) parts.append('scope', view.scope);
  for (const filter of view.filters) parts.append('filter', JSON.stringify(filter));
  for (const { column, descending } of view.sort) parts.append('sort', JSON.stringify({ column, descending }));
  if (view.panel !== null) parts.append('panel', view.panel);
  return parts.toString();
}

/** Adds a filter, or takes it away when the same one is set already. */
export function toggleFilter(filters: readonly RowFilter[], filter: RowFilter): readonly RowFilter[] {
  const text = canonical(filter);
  const others = filters.filter((held) => canonical(held) !== text);
  return others.length < filters.length ? others : [...others, filter];
}

function canonical(filter: RowFilter): string {
  return JSON.stringify(Object.entries(filter).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
