'use client';

import { useKeeper, useSaved } from '@/lib/case/saved/use-saved';
import { QuietButton } from '../ui/Button';
import { CaseItem } from './CaseItem';

/** Every case that is kept, the last changed first, and the one that was deleted last while it can be brought back. */
export function CaseList() {
  const { cases, deleted, open } = useSaved();
  const keeper = useKeeper();
  return (
    <>
      <div role="status">
        {deleted ? (
          <p className="mb-2 flex flex-wrap items-center gap-x-3 bg-soft px-3 py-2 text-sm">
            <span className="min-w-0 flex-1">“{deleted.name}” was deleted.</span>
            <QuietButton className="text-ink underline" onClick={() => void keeper.bringBack()}>
              Undo
            </QuietButton>
            <QuietButton onClick={() => void keeper.forgetDeleted()}>Dismiss</QuietButton>
          </p>
        ) : null}
      </div>
      {cases.length === 0 ? null : (
        <ul aria-label="Cases">
          {cases.map((summary) => (
            <CaseItem isOpen={summary.id === open?.id} key={summary.id} summary={summary} />
          ))}
        </ul>
      )}
    </>
  );
}
