// biome-ignore-all lint/a11y/useSemanticElements: a table of which only the rows in sight exist, laid out as grids
// biome-ignore-all lint/a11y/useFocusableInteractive: the keys' buttons take the focus, not rows and headings

import { cx } from '@/components/ui/cx';
import { ArrowDown, ArrowUp } from '@/components/ui/icons';
import type { RowColumnSpec } from './row-columns';
import type { RowSort } from './rows-view';

interface HeaderProps {
  readonly columns: readonly RowColumnSpec[];
  readonly sort: RowSort;
  readonly template: string;
  readonly onSort: (column: RowColumnSpec) => void;
}

export const HEADER_HEIGHT = 33;

/** The row of headings; each sorts all rows, not only those in sight. */
export function Header({ columns, sort, template, onSort }: HeaderProps) {
  return (
    <div className="sticky top-0 z-20 bg-bg" role="rowgroup">
      <div
        aria-rowindex={1}
        className="grid border-b"
        role="row"
        style={{ gridTemplateColumns: template, height: HEADER_HEIGHT }}
      >
        {columns.map((column, i) => {
          const sorted = column.id === sort.column;
          const Arrow = sort.descending ? ArrowDown : ArrowUp;
          return (
            <div
              aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}
              className={cx('flex min-w-0 bg-bg', i === 0 && 'sticky left-0 z-10')}
              key={column.id}
              role="columnheader"
            >
              <button
                className={cx(
                  'flex w-full min-w-0 items-center gap-1 px-2.5 text-xs font-medium text-mut hover:text-ink focus-visible:-outline-offset-2',
                  column.numeric && 'justify-end',
                )}
                onClick={() => {
                  onSort(column);
                }}
                title={column.label}
                type="button"
              >
                <span className="truncate">{column.label}</span>
                {sorted ? <Arrow className="shrink-0 text-ink" size={12} /> : null}
              </button>
            </div>
          );
        })}
      </div>
    </div>
  );
}
