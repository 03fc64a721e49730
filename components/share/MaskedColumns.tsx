'use client';

import { useCaseStore } from '@/lib/case/open/use-case';
import { maskedColumns } from '@/lib/case/tell/masking';
import { useNotes } from '@/lib/case/tell/use-notes';
import type { Findings } from '@/lib/core/findings/findings';
import { list } from '@/lib/core/phrases/phrases';

/** Which columns are masked with the keys. What looks like a person's is, until somebody says otherwise. */
export function MaskedColumns({ findings }: { readonly findings: Findings }) {
  const store = useCaseStore();
  const { mask } = useNotes();
  const { attributes } = findings.mapping;
  if (attributes.length === 0) return null;
  const masked = maskedColumns(findings, mask);
  return (
    <details className="text-xs text-mut">
      <summary>{masked.length === 0 ? 'No other column is masked' : `Masked too: ${list(masked)}`}</summary>
      <fieldset className="mt-1 flex flex-col gap-1">
        <legend className="mb-1">Columns whose values stand under pseudonyms while masking is on:</legend>
        {attributes.map((name) => (
          <label className="flex items-start gap-2 [overflow-wrap:anywhere]" key={name}>
            <input
              checked={masked.includes(name)}
              className="mt-0.5"
              onChange={(event) => {
                store.setColumnMasked(name, event.target.checked);
              }}
              type="checkbox"
            />
            {name}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
