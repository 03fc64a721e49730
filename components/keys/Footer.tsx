// biome-ignore-all lint/a11y/useSemanticElements: a table of which only the rows in sight exist, laid out as grids
// biome-ignore-all lint/a11y/useFocusableInteractive: the keys' buttons take the focus, not rows and headings

import { cx } from '@/components/ui/cx';
import type { CaseWords } from '@/lib/core/words/case-words';
import { FOOTER_HEIGHT } from './Body';
import type { RowColumnSpec } from './row-columns';
import type { RowsSnapshot } from './row-pages';

interface FooterProps {
  readonly columns: readonly RowColumnSpec[];
  readonly template: string;
  readonly snapshot: RowsSnapshot;
  readonly words: CaseWords;
}

/** Totals of all selected rows, also of those out of sight; they follow filters and search. */
export function Footer({ columns, template, snapshot, words }: FooterProps) {
  const { selected } = snapshot;
  return (
    <div className="sticky bottom-0 z-20 bg-bg" role="rowgroup">
      <div
        aria-rowindex={selected + 2}
        className="grid border-t text-sm font-semibold"
        role="row"
        style={{ gridTemplateColumns: template, height: FOOTER_HEIGHT }}
      >
        {columns.map((column, i) => (
          <div
            className={cx(
              'num flex min-w-0 items-center bg-bg px-2.5 whitespace-nowrap',
              column.numeric && 'justify-end',
              i === 0 && 'sticky left-0 z-10',
              column.id === 'difference' && 'text-gap',
            )}
            key={column.id}
            role="cell"
          >
            {footerText(column.id, snapshot, words)}
          </div>
        ))}
      </div>
    </div>
  );
}

/** What stands under a column; empty where a total means nothing. */
export function footerText(column: string, { selected, sums }: RowsSnapshot, words: CaseWords): string {
  switch (column) {
    case 'key':
      return words.keys(selected);
    case 'theirs':
    case 'ours':
      return words.total(sums[column]);
    case 'difference':
      return words.added ? words.signed(sums.difference) : '';
    default:
      return '';
  }
}
