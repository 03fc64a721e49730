'use client';

import { useId } from 'react';
import { useSaved } from '@/lib/case/saved/use-saved';
import { CaseList } from './CaseList';
import { OpenCaseFile } from './OpenCaseFile';

/** The cases of this browser, on the page without a case. */
export default function SavedCases() {
  const { started, closed, cases } = useSaved();
  const id = useId();
  if (!started) return null;
  return (
    <section aria-labelledby={id} className="mt-10">
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t-2 border-ink py-2">
        <h2 className="min-w-0 flex-1 font-semibold" id={id}>
          Cases in this browser
        </h2>
        <OpenCaseFile />
      </header>
      <p className="mb-3 text-sm text-mut">
        {closed !== null
          ? 'This window keeps no case beyond its closing.'
          : cases.length === 0
            ? 'None yet. A case is kept here by itself until you delete it; a private window forgets it when it is closed.'
            : 'Kept until you delete them; a private window forgets them when it is closed.'}
      </p>
      <CaseList />
    </section>
  );
}
