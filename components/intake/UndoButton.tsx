'use client';

import { useCaseStore, useUndoable } from '@/lib/case/open/use-case';
import { UNDO_MARK } from '@/lib/case/open/use-undo-key';
import { Button } from '../ui/Button';
import { cx } from '../ui/cx';
import { Undo2 } from '../ui/icons';

/** Undoes the last change of the case, and says which; nothing where there is none. */
export function UndoButton({ className }: { readonly className?: string }) {
  const store = useCaseStore();
  const what = useUndoable();
  if (what === null) return null;
  return (
    <Button
      {...{ [UNDO_MARK]: '' }}
      aria-keyshortcuts="Control+Z Meta+Z"
      className={cx('max-w-full min-w-0', className)}
      onClick={store.undo}
      title={`Undo: ${what} (Ctrl+Z or ⌘Z)`}
    >
      <Undo2 className="shrink-0" size={14} />
      <span className="truncate">Undo: {what}</span>
    </Button>
  );
}
