import { Fragment } from 'react';
import type { Key } from '@/lib/core/key';

/** A key as it is shown: between two parts stands a rule, which no part can hold; it is read, and copied, as a dot. */
export function KeyParts({ parts }: { readonly parts: Key }) {
  return parts.map((part, p) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a part is known by its place
    <Fragment key={p}>
      {p === 0 ? null : (
        <>
          <span className="sr-only"> · </span>
          <span aria-hidden="true" className="mx-1.5 inline-block h-[0.9em] w-px bg-mut align-[-0.1em]" />
        </>
      )}
      {part}
    </Fragment>
  ));
}
