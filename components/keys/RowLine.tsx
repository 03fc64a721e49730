// biome-ignore-all lint/a11y/useSemanticElements: a table of which only the rows in sight exist, laid out as grids
// biome-ignore-all lint/a11y/useFocusableInteractive: the keys' buttons take the focus, not rows and headings

import { type ReactNode, useEffect, useRef } from 'react';
import { cx } from '@/components/ui/cx';
import { type Key, keyText } from '@/lib/core/key';
import { KeyParts } from './KeyParts';

export const ROW_HEIGHT = 33;

interface RowLineProps {
  /** 0-based place among the selected rows. */
  readonly index: number;
  readonly template: string;
  /** The key as it is shown, whatever its cell holds. */
  readonly name: Key;
  readonly open: boolean;
  /** The one row that the Tab key stops at. */
  readonly stop: boolean;
  /** The row is to take the focus. */
  readonly focusNow: boolean;
  readonly onOpen: () => void;
  readonly onFocus: () => void;
  readonly cells: readonly { readonly id: string; readonly numeric: boolean; readonly node: ReactNode }[];
}

/** One key's row; the key is a button that opens its timeline. */
export function RowLine({ index, template, name, open, stop, focusNow, onOpen, onFocus, cells }: RowLineProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (focusNow) button.current?.focus({ preventScroll: true });
  }, [focusNow]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the key's button does the same by keyboard
    <div
      aria-rowindex={index + 2}
      className={cx('group grid cursor-pointer border-b text-sm hover:bg-soft', open && 'bg-soft')}
      onClick={onOpen}
      role="row"
      style={{ gridTemplateColumns: template, height: ROW_HEIGHT }}
    >
      {cells.map((cell, i) => (
        <div
          className={cx(
            'flex min-w-0 items-center px-2.5',
            cell.numeric && 'justify-end text-right',
            i === 0 && 'sticky left-0 z-10 group-hover:bg-soft',
            i === 0 && (open ? 'bg-soft font-semibold' : 'bg-bg'),
          )}
          key={cell.id}
          role="cell"
        >
          {i === 0 ? (
            <button
              aria-expanded={open}
              className="num max-w-full min-w-0 truncate py-1 text-left"
              data-row={index}
              onClick={(event) => {
                event.stopPropagation();
                onOpen();
              }}
              onFocus={onFocus}
              ref={button}
              tabIndex={stop ? 0 : -1}
              type="button"
            >
              <span className="block truncate" title={keyText(name)}>
                <KeyParts parts={name} />
              </span>
            </button>
          ) : (
            <div className="max-w-full min-w-0">{cell.node}</div>
          )}
        </div>
      ))}
    </div>
  );
}

/** A row on its way: as high as any other, so that nothing moves when it comes. */
export function RowSkeleton({
  index,
  template,
  columns,
}: {
  readonly index: number;
  readonly template: string;
  readonly columns: number;
}) {
  return (
    <div
      aria-rowindex={index + 2}
      className="grid border-b"
      role="row"
      style={{ gridTemplateColumns: template, height: ROW_HEIGHT }}
    >
      {Array.from({ length: columns }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the places of a row that has no cells yet
        <div className="flex items-center px-2.5" key={i} role="cell">
          <span className="h-2 w-3/5 rounded-sm bg-line" />
          {i === 0 ? <span className="sr-only">loading</span> : null}
        </div>
      ))}
    </div>
  );
}
