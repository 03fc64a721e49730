// biome-ignore-all lint/a11y/useSemanticElements: a table of which only the rows in sight exist, laid out as grids
// biome-ignore-all lint/a11y/useFocusableInteractive: the keys' buttons take the focus, not rows and headings

import { type ReactNode, useEffect, useEffectEvent, useLayoutEffect } from 'react';
import type { Mask } from '@/lib/core/mask/pseudonym';
import { shownKey } from '@/lib/core/mask/shown-key';
import { useElementSize } from '../ui/use-element-size';
import { HEADER_HEIGHT } from './Header';
import { ROW_HEIGHT, RowLine, RowSkeleton } from './RowLine';
import { heldRow, type RowsSnapshot } from './row-pages';
import { rowPlaces } from './row-places';
import { offsetToShow, scrollScale } from './scroll-scale';
import { type RowsTable, rowId } from './use-rows-table';
import { useScrolled } from './use-scrolled';

/** Moves the row that the Tab key stops at. */
export interface RowFocus {
  readonly index: number;
  /** Above 0 when the focus itself is to go there; 0 once it has. */
  readonly follow: number;
}

interface BodyProps {
  readonly scroller: HTMLElement | null;
  /** Of the scroller, px. */
  readonly view: { readonly width: number; readonly height: number };
  readonly table: RowsTable;
  readonly numeric: ReadonlySet<string>;
  readonly snapshot: RowsSnapshot;
  readonly need: (from: number, to: number) => void;
  readonly template: string;
  readonly focus: RowFocus;
  readonly onFocus: (index: number) => void;
  readonly openIndex: number;
  readonly onOpen: (index: number) => void;
  readonly mask: Mask | null;
  /** What stands under the open row. */
  readonly detail: ReactNode;
}

export const FOOTER_HEIGHT = 33;

/** Rows above and below those in sight that are there already when they come into it. */
const BEYOND = 8;

/** The rows in sight, in an element that is as high as all of them. */
export function Body({
  scroller,
  view,
  table,
  numeric,
  snapshot,
  need,
  template,
  focus,
  onFocus,
  openIndex,
  onOpen,
  mask,
  detail,
}: BodyProps) {
  const { selected } = snapshot;
  const [measureDetail, detailSize] = useElementSize();
  const visible = visibleHeight(view.height);
  const places = rowPlaces(selected, openIndex, detailSize.height);
  const scale = scrollScale(places.height, visible);
  const [scrolled, scrollTo] = useScrolled(scroller);
  const offset = scale.toOffset(scrolled);
  const first = Math.max(0, places.at(offset) - BEYOND);
  const last = Math.min(selected - 1, places.at(offset + visible) + BEYOND);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another view has other rows at the same places
  useEffect(() => {
    need(first, last + 1);
  }, [need, first, last, snapshot.view]);

  const toTop = useEffectEvent(() => {
    if (scrolled !== 0) scrollTo(0);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view starts at its first row
  useLayoutEffect(() => {
    toTop();
  }, [scroller, snapshot.view]);

  const follow = useEffectEvent((index: number) => {
    const start = places.top(index);
    const to = offsetToShow(start, places.top(index + 1), offset, visible);
    if (to !== offset) scrollTo(scale.toScrollTop(to));
    // The row may have to come first: until it takes the focus, the table keeps it.
    if (!scroller?.querySelector(`[data-row="${index}"]`)) scroller?.focus({ preventScroll: true });
  });
  useEffect(() => {
    if (focus.follow > 0) follow(focus.index);
  }, [focus]);

  const shift = scrolled - offset;
  const inSight = focus.index >= first && focus.index <= last;
  return (
    <div className="relative" role="rowgroup" style={{ height: scale.height }}>
      {Array.from({ length: last - first + 1 }, (_, i) => first + i).map((index) => {
        const row = heldRow(snapshot, index);
        const open = index === openIndex;
        return (
          <div
            className="absolute top-0 left-0 w-full"
            key={index}
            role="none"
            style={{ transform: `translateY(${places.top(index) + shift}px)` }}
          >
            {row === null ? (
              <RowSkeleton columns={table.getVisibleLeafColumns().length} index={index} template={template} />
            ) : (
              <RowLine
                cells={table
                  .getRow(rowId(row.key))
                  .getVisibleCells()
                  .map((cell) => ({
                    id: cell.column.id,
                    numeric: numeric.has(cell.column.id),
                    node: <table.FlexRender cell={cell} />,
                  }))}
                index={index}
                focusNow={focus.follow > 0 && index === focus.index}
                name={shownKey(row.key, mask)}
                onFocus={() => {
                  onFocus(index);
                }}
                onOpen={() => {
                  onOpen(index);
                }}
                open={open}
                stop={inSight ? index === focus.index : index === first}
                template={template}
              />
            )}
            {open && detail !== null ? (
              <div ref={measureDetail} role="row">
                <div
                  aria-colspan={table.getVisibleLeafColumns().length}
                  className="sticky left-0 border-b bg-soft"
                  role="cell"
                  style={{ width: view.width }}
                >
                  {detail}
                </div>
              </div>
            ) : null}
          </div>
        );
      })}
    </div>
  );
}

function visibleHeight(height: number): number {
  return Math.max(ROW_HEIGHT, height - HEADER_HEIGHT - FOOTER_HEIGHT);
}
