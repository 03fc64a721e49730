import type { Investigator } from '@/lib/case/open/state';
import type { RowCells, RowWindow } from '@/lib/core/compare/rows/row-query';
import { type Key, sameKey } from '@/lib/core/key';
import type { Problem } from '@/lib/core/problem';
import { type RowsView, sameView } from './rows-view';

/** Rows a page. */
export const PAGE = 128;
/** Pages held at once; a screen needs two or three. */
const HELD = 6;

export interface RowsSnapshot {
  /** The view that the rows answer; null before the first answer. */
  readonly view: RowsView | null;
  readonly selected: number;
  readonly of: number;
  readonly sums: RowWindow['sums'];
  /** Page number -> its rows. */
  readonly pages: ReadonlyMap<number, readonly RowCells[]>;
  /** Another view was asked for and has not answered yet. */
  readonly pending: boolean;
  readonly problem: Problem | null;
}

const NOTHING: RowsSnapshot = {
  view: null,
  selected: 0,
  of: 0,
  sums: { theirs: '0', ours: '0', difference: '0' },
  pages: new Map(),
  pending: true,
  problem: null,
};

/**
 * Windows of rows, fetched as they come into sight. At most `HELD` pages are kept, those nearest to what was last asked
 * for. The rows of the old view stay until the first page of the new one has come, so nothing flickers.
 */
export class RowPages {
  readonly #rows: Investigator['rows'];
  readonly #listeners = new Set<() => void>();
  readonly #pending = new Map<number, AbortController>();
  #asked: { readonly view: RowsView; readonly of: unknown } | null = null;
  #first: AbortController | null = null;
  #snapshot: RowsSnapshot = NOTHING;

  constructor(rows: Investigator['rows']) {
    this.#rows = rows;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): RowsSnapshot => this.#snapshot;

  /**
   * Asks for a view from its first page on; asking for the same one again does nothing.
   * @param of what the rows belong to: another one has other rows, whatever the view.
   */
  show(view: RowsView, of: unknown): void {
    if (this.#asked !== null && this.#asked.of === of && sameView(this.#asked.view, view)) return;
    this.close();
    this.#asked = { view, of };
    const first = new AbortController();
    this.#first = first;
    this.#publish({ ...this.#snapshot, pending: true, problem: null });
    void this.#rows({ ...view, from: 0, count: PAGE }, { signal: first.signal }).then((result) => {
      if (first.signal.aborted) return;
      if (!result.ok) {
        this.#fail(result.problem);
        return;
      }
      const { selected, sums, rows } = result.value;
      this.#publish({
        view,
        selected,
        of: result.value.of,
        sums,
        pages: new Map([[0, rows]]),
        pending: false,
        problem: null,
      });
    });
  }

  /** Sees to it that the rows of the answered view from `from` to `to`, exclusive, are held or on their way. */
  readonly need = (from: number, to: number): void => {
    const { view, selected, pages, pending } = this.#snapshot;
    if (view === null || pending || selected === 0) return;
    const first = Math.max(0, Math.floor(from / PAGE));
    const last = Math.min(Math.ceil(selected / PAGE) - 1, Math.max(first, Math.floor((to - 1) / PAGE)));
    for (const [page, controller] of this.#pending) {
      if (page >= first && page <= last) continue;
      controller.abort();
      this.#pending.delete(page);
    }
    for (let page = first; page <= last; page++) {
      if (!pages.has(page) && !this.#pending.has(page)) this.#fetch(view, page, (first + last) / 2);
    }
  };

  /** Asks again for what was asked for last, after it could not be answered. */
  readonly retry = (): void => {
    const asked = this.#asked;
    this.close();
    if (asked !== null) this.show(asked.view, asked.of);
  };

  /** Gives up whatever is on its way; `show` starts again. */
  close(): void {
    this.#first?.abort();
    for (const controller of this.#pending.values()) controller.abort();
    this.#pending.clear();
    this.#asked = null;
  }

  #fetch(view: RowsView, page: number, middle: number): void {
    const controller = new AbortController();
    this.#pending.set(page, controller);
    void this.#rows({ ...view, from: page * PAGE, count: PAGE }, { signal: controller.signal }).then((result) => {
      if (controller.signal.aborted) return;
      this.#pending.delete(page);
      if (!result.ok) {
        this.#fail(result.problem);
        return;
      }
      const pages = nearest(new Map([...this.#snapshot.pages, [page, result.value.rows]]), middle);
      this.#publish({ ...this.#snapshot, pages });
    });
  }

  #fail(problem: Problem): void {
    if (problem.code === 'cancelled') return;
    this.#publish({ ...this.#snapshot, pending: false, problem });
  }

  #publish(snapshot: RowsSnapshot): void {
    this.#snapshot = snapshot;
    for (const listener of this.#listeners) listener();
  }
}

function nearest(
  pages: ReadonlyMap<number, readonly RowCells[]>,
  middle: number,
): ReadonlyMap<number, readonly RowCells[]> {
  return new Map([...pages].sort(([a], [b]) => Math.abs(a - middle) - Math.abs(b - middle)).slice(0, HELD));
}

/** Row `index` of the answered view; null while its page is not held. */
export function heldRow(snapshot: RowsSnapshot, index: number): RowCells | null {
  return snapshot.pages.get(Math.floor(index / PAGE))?.[index % PAGE] ?? null;
}

/** Where a key stands among the held rows; -1 when it is not among them. */
export function heldIndex(snapshot: RowsSnapshot, key: Key): number {
  for (const [page, rows] of snapshot.pages) {
    const at = rows.findIndex((row) => sameKey(row.key, key));
    if (at !== -1) return page * PAGE + at;
  }
  return -1;
}
