import type { RowFilter } from '@/lib/engine/investigator';

/**
 * What of the view stands in the page's address, so that Back and a reload keep it. It stands in the fragment, which a
 * browser sends to no server. Keys and search texts are a customer's data and never stand there.
 */

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
  const list = <T>(name: string, read: (members: Members) => T | null): T[] =>
    parts.getAll(name).flatMap((json) => read(membersOf(json)) ?? []);
  return {
    scope: scopes.find((scope) => scope === parts.get('scope')) ?? DEFAULT_VIEW.scope,
    filters: list('filter', readFilter),
    sort: list('sort', readSort),
    panel: panels.find((panel) => panel === parts.get('panel')) ?? null,
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

type Members = Readonly<Record<string, unknown>>;

/** Of the object that the text writes; none where it writes no object. */
function membersOf(json: string): Members {
  try {
    return { ...(JSON.parse(json) as Members | null) };
  } catch {
    return {};
  }
}

function readSort({ column, descending }: Members): ViewState['sort'][number] | null {
  return isText(column) && isYesNo(descending) ? { column, descending } : null;
}

/** Null where it is none that this page knows. Written out, since a library of schemas would weigh more than the page. */
function readFilter({ kind, ...of }: Members): RowFilter | null {
  const { file, column, from, to, closed, side, cause, pattern, value } = of;
  switch (kind) {
    case 'expectedFile':
    case 'oursFile':
    case 'theirsFile':
      return isText(file) ? { kind, file } : null;
    case 'version':
      return isText(from) && isText(to) ? { kind, from, to } : null;
    case 'difference':
      return isDecimal(from) && isDecimal(to) && isYesNo(closed) ? { kind, from, to, closed } : null;
    case 'cause':
      return isSide(side) && isIndex(cause) ? { kind, side, cause } : null;
    case 'unexplained':
      return isSide(side) ? { kind, side } : null;
    case 'pattern':
      return isSide(side) && isIndex(pattern) ? { kind, side, pattern } : null;
    case 'presence':
      return value === 'both' || value === 'onlyOurs' || value === 'onlyTheirs' ? { kind, value } : null;
    case 'column':
      return isText(column) ? { kind, column } : null;
    default:
      return null;
  }
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isYesNo = (value: unknown): value is boolean => typeof value === 'boolean';
const isDecimal = (value: unknown): value is string => isText(value) && /^-?\d+(\.\d+)?$/.test(value);
const isIndex = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const isSide = (value: unknown): value is 'ours' | 'theirs' => value === 'ours' || value === 'theirs';
