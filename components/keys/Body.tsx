// biome-ignore-all lint/a11y/useSemanticElements: a table of which only the rows in sight exist, laid out as grids
// biome-ignore-all lint/a11y/useFocusableInteractive: the keys' buttons take the focus, not rows and headings

import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useEffectEvent, useLayoutEffect } from 'react';
import { useElementSize } from '@/components/ui/use-element-size';
import { keyId } from '@/lib/core/key';
import type { Mask } from '@/lib/core/mask/pseudonym';
import { shownKey } from '@/lib/core/mask/shown-key';
import { HEADER_HEIGHT } from './Header';
import { ROW_HEIGHT, RowLine, RowSkeleton } from './RowLine';
import { heldRow, type RowsSnapshot } from './row-pages';
import { offsetToShow, scrollScale } from './scroll-scale';
import type { RowsTable } from './use-rows-table';

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

/** The rows in sight. It stands alone because the virtualizer keeps its own state, which compiled components cannot see. */
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
  const extra = openIndex === -1 ? 0 : detailSize.height;
  const visible = visibleHeight(view.height);
  const scale = scrollScale(selected * ROW_HEIGHT + extra, visible);
  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>({
    count: selected,
    getScrollElement: () => scroller,
    estimateSize: (index) => (index === openIndex ? ROW_HEIGHT + extra : ROW_HEIGHT),
    overscan: 8,
    observeElementOffset: observeScaled,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the sizes change when these do
  useLayoutEffect(() => {
    virtualizer.measure();
  }, [virtualizer, openIndex, extra]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another view has other rows at the same places
  useEffect(() => {
    need(first, last + 1);
  }, [need, first, last, snapshot.view]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another view starts at its first row
  useLayoutEffect(() => {
    if (scroller !== null) scroller.scrollTop = 0;
  }, [scroller, snapshot.view]);

  const follow = useEffectEvent((index: number) => {
    const start = index * ROW_HEIGHT + (openIndex !== -1 && index > openIndex ? extra : 0);
    const end = start + ROW_HEIGHT + (index === openIndex ? extra : 0);
    const now = virtualizer.scrollOffset ?? 0;
    const to = offsetToShow(start, end, now, visible);
    if (scroller !== null && to !== now) scroller.scrollTop = scale.toScrollTop(to);
    // The row may have to come first: until it takes the focus, the table keeps it.
    if (!scroller?.querySelector(`[data-row="${index}"]`)) scroller?.focus({ preventScroll: true });
  });
  useEffect(() => {
    if (focus.follow > 0) follow(focus.index);
  }, [focus]);

  const offset = virtualizer.scrollOffset ?? 0;
  const shift = scale.toScrollTop(offset) - offset;
  const inSight = focus.index >= first && focus.index <= last;
  return (
    <div className="relative" role="rowgroup" style={{ height: scale.height }}>
      {items.map((item) => {
        const row = heldRow(snapshot, item.index);
        const open = item.index === openIndex;
        return (
          <div
            className="absolute top-0 left-0 w-full"
            key={item.key}
            role="none"
            style={{ transform: `translateY(${item.start + shift}px)` }}
          >
            {row === null ? (
              <RowSkeleton columns={table.getVisibleLeafColumns().length} index={item.index} template={template} />
            ) : (
              <RowLine
                cells={table
                  .getRow(keyId(row.key))
                  .getVisibleCells()
                  .map((cell) => ({
                    id: cell.column.id,
                    numeric: numeric.has(cell.column.id),
                    node: <table.FlexRender cell={cell} />,
                  }))}
                index={item.index}
                focusNow={focus.follow > 0 && item.index === focus.index}
                name={shownKey(row.key, mask)}
                onFocus={() => {
                  onFocus(item.index);
                }}
                onOpen={() => {
                  onOpen(item.index);
                }}
                open={open}
                stop={inSight ? item.index === focus.index : item.index === first}
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

/** Reports scrolling as offsets among all rows. Always as at rest: what the virtualizer does about a scroll under way is for unscaled elements. */
function observeScaled(
  instance: Virtualizer<HTMLElement, HTMLElement>,
  report: (offset: number, scrolling: boolean) => void,
): (() => void) | undefined {
  const element = instance.scrollElement;
  if (element === null) return;
  const moved = () => {
    report(
      scrollScale(instance.getTotalSize(), visibleHeight(element.clientHeight)).toOffset(element.scrollTop),
      false,
    );
  };
  element.addEventListener('scroll', moved, { passive: true });
  return () => {
    element.removeEventListener('scroll', moved);
  };
}
