'use client';

import { useViewState } from '@/lib/case/open/use-view-state';
import { useSaved } from '@/lib/case/saved/use-saved';
import { useNotes } from '@/lib/case/tell/use-notes';
import { lazyPart } from '../shell/lazy-part';
import { Button } from '../ui/Button';

const CasesDialog = lazyPart('The list of cases', () => import('./CasesDialog'));
const CommentsDialog = lazyPart('The comments', () => import('./CommentsDialog'));

/** For the bar above an open case: whether it is kept, its comments, and the other cases. */
export function CaseTools() {
  const { closed, open } = useSaved();
  const { comments } = useNotes();
  const [view, setView] = useViewState();
  if (!open) return null;
  const count = comments.length;
  const close = () => {
    setView({ panel: null });
  };
  return (
    <>
      <span className="text-xs text-mut max-sm:sr-only" role="status">
        {closed !== null || typeof open.keeping === 'object'
          ? 'Not kept'
          : open.keeping === 'kept'
            ? 'Kept in this browser'
            : 'Keeping …'}
      </span>
      <Button
        onClick={() => {
          setView({ panel: 'comments' });
        }}
      >
        Comments{count === 0 ? '' : <span className="num text-mut">{count}</span>}
      </Button>
      <Button
        onClick={() => {
          setView({ panel: 'cases' });
        }}
      >
        Cases
      </Button>
      {view.panel === 'cases' ? <CasesDialog onClose={close} /> : null}
      {view.panel === 'comments' ? <CommentsDialog onClose={close} /> : null}
    </>
  );
}
