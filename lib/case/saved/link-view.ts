import { assertNever } from '@/lib/core/assert-never';
import type { RowFilter } from '@/lib/core/compare/rows/row-query';
import type { Findings } from '@/lib/core/findings/findings';
import { parseView, serialiseView, type ViewState } from '../open/view-state';

/**
 * The view as a link carries it. A view names files, columns, versions and amounts; a link names only their places in the
 * findings ("the third file", "the fifth bin"), which say nothing without the case.
 */

type Place = readonly (string | number)[];

/** Sort columns that every case has; any other is an attribute's. */
const COMMON = /^(key|(theirs|ours|expected)(Version|File)?|difference|cause)$/;

/** A fragment without its "#". Filters and sorts that have no place in the findings are left out. */
export function linkFragment(view: ViewState, findings: Findings): string {
  const parts = new URLSearchParams(serialiseView({ ...view, filters: [], sort: [] }));
  for (const filter of view.filters) {
    const place = placeOf(filter, findings);
    if (place) parts.append('at', place.join('.'));
  }
  for (const { column, descending } of view.sort) {
    const place = columnPlace(column, findings);
    if (place !== null) parts.append('by', `${place}.${descending ? 'down' : 'up'}`);
  }
  return parts.toString();
}

/** The view that a fragment states, one of a link or one of the address bar. Places that the findings lack are left out. */
export function viewOfFragment(fragment: string, findings: Findings): ViewState {
  const view = parseView(fragment);
  const parts = new URLSearchParams(fragment);
  return {
    ...view,
    filters: [...view.filters, ...parts.getAll('at').flatMap((place) => filterAt(place.split('.'), findings) ?? [])],
    sort: [
      ...view.sort,
      ...parts.getAll('by').flatMap((text) => {
        const [place = '', direction] = text.split('.');
        const column = columnAt(place, findings);
        return column === null ? [] : [{ column, descending: direction === 'down' }];
      }),
    ],
  };
}

function placeOf(filter: RowFilter, findings: Findings): Place | null {
  const at = (index: number): Place | null => (index === -1 ? null : [filter.kind, index]);
  switch (filter.kind) {
    case 'expectedFile':
    case 'oursFile':
    case 'theirsFile':
      return at(deltas(findings).indexOf(filter.file));
    case 'version':
      return at(findings.evidence.gapByVersion.findIndex(({ from, to }) => from === filter.from && to === filter.to));
    case 'difference': {
      const { bins } = findings.evidence.gapSpread;
      const index = bins.findIndex(({ from, to }) => from === filter.from && to === filter.to);
      return index === -1 ? null : [filter.kind, index, filter.closed ? 'closed' : 'open'];
    }
    case 'cause':
      return [filter.kind, filter.side, filter.cause];
    case 'unexplained':
      return [filter.kind, filter.side];
    case 'pattern':
      return [filter.kind, filter.side, filter.pattern];
    case 'presence':
      return [filter.kind, filter.value];
    case 'column':
      return at(findings.columns.findIndex(({ name }) => name === filter.column));
    default:
      return assertNever(filter);
  }
}

function filterAt([kind, text = '', more = '']: readonly string[], findings: Findings): RowFilter | null {
  const index = /^\d+$/.test(text) ? Number(text) : -1;
  const side = text === 'ours' || text === 'theirs' ? text : null;
  switch (kind) {
    case 'expectedFile':
    case 'oursFile':
    case 'theirsFile': {
      const file = deltas(findings)[index];
      return file === undefined ? null : { kind, file };
    }
    case 'version': {
      const bin = findings.evidence.gapByVersion[index];
      return bin ? { kind, from: bin.from, to: bin.to } : null;
    }
    case 'difference': {
      const bin = findings.evidence.gapSpread.bins[index];
      return bin ? { kind, from: bin.from, to: bin.to, closed: more === 'closed' } : null;
    }
    case 'cause':
      return side && /^\d+$/.test(more) ? { kind, side, cause: Number(more) } : null;
    case 'pattern':
      return side && /^\d+$/.test(more) ? { kind, side, pattern: Number(more) } : null;
    case 'unexplained':
      return side ? { kind, side } : null;
    case 'presence':
      return text === 'both' || text === 'onlyOurs' || text === 'onlyTheirs' ? { kind, value: text } : null;
    case 'column': {
      const column = findings.columns[index];
      return column ? { kind, column: column.name } : null;
    }
    default:
      return null;
  }
}

/** "difference", or for an attribute's column its side and place: "theirs:2". */
function columnPlace(column: string, findings: Findings): string | null {
  if (COMMON.test(column)) return column;
  const [side = '', ...rest] = column.split(':');
  const index = findings.mapping.attributes.indexOf(rest.join(':'));
  return index === -1 ? null : `${side}:${index}`;
}

function columnAt(place: string, findings: Findings): string | null {
  if (COMMON.test(place)) return place;
  const [, side, index] = /^(ours|theirs):(\d+)$/.exec(place) ?? [];
  const attribute = findings.mapping.attributes[Number(index)];
  return side === undefined || attribute === undefined ? null : `${side}:${attribute}`;
}

/** In arrival order. */
function deltas(findings: Findings): readonly string[] {
  return findings.inputs.filter(({ role }) => role === 'delta').map(({ file }) => file);
}
