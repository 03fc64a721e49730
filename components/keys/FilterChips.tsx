import type { RowFilter } from '@/lib/core/compare/rows/row-query';
import type { Findings } from '@/lib/core/findings/findings';
import { X } from '../ui/icons';
import { filterWords } from './filter-words';

interface FilterChipsProps {
  readonly filters: readonly RowFilter[];
  readonly findings: Findings;
  readonly onChange: (filters: readonly RowFilter[]) => void;
}

/** The filters that hold, each to be taken away. */
export function FilterChips({ filters, findings, onChange }: FilterChipsProps) {
  if (filters.length === 0) return null;
  return (
    <ul aria-label="Filters" className="flex flex-wrap items-center gap-1.5">
      {filters.map((filter, i) => {
        const words = filterWords(filter, findings);
        return (
          <li key={JSON.stringify(filter)}>
            <button
              aria-label={`Remove the filter: ${words}`}
              className="inline-flex min-h-7 items-center gap-1.5 rounded-full border border-field px-2.5 text-xs hover:bg-soft"
              onClick={() => {
                onChange(filters.filter((_, at) => at !== i));
              }}
              type="button"
            >
              {words}
              <X className="shrink-0 text-mut" size={12} />
            </button>
          </li>
        );
      })}
      {filters.length > 1 ? (
        <li>
          <button
            className="min-h-7 px-1 text-xs text-mut underline hover:text-ink"
            onClick={() => {
              onChange([]);
            }}
            type="button"
          >
            Clear all
          </button>
        </li>
      ) : null}
    </ul>
  );
}
