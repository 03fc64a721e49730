import { cx } from '@/components/ui/cx';
import type { ChartTable as Figures } from '@/lib/charts/chart';

/** A chart's figures as a table. */
export function ChartTable({ caption, table }: { readonly caption: string; readonly table: Figures }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <section aria-label={caption} className="max-h-56 overflow-auto" tabIndex={0}>
      <table className="w-full text-xs">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="sticky top-0 bg-bg text-mut">
            {table.columns.map((column) => (
              <th
                className={cx(
                  'border-b py-1 pr-3 font-medium last:pr-1',
                  column.align === 'right' ? 'text-right' : 'text-left',
                )}
                key={column.label}
                scope="col"
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.join('\u0000')}>
              {row.map((cell, i) => (
                <td
                  className={cx(
                    'border-b py-1 pr-3 last:pr-1',
                    table.columns[i]?.align === 'right' && 'num text-right',
                  )}
                  key={table.columns[i]?.label}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
