'use client';

import { useEffect } from 'react';
import { useCaseStore } from './use-case';

/** Marks the button that undoes: within a dialog the keys undo only where it has one. */
export const UNDO_MARK = 'data-undo';

const TEXT_FIELD =
  'textarea, [contenteditable]:not([contenteditable="false"]), input:not([type="checkbox"], [type="radio"], [type="range"], [type="button"])';

/** Ctrl+Z or Cmd+Z undoes the last change of the case, but within a text, which undoes its own. */
export function useUndoKey(): void {
  const store = useCaseStore();
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== 'z')
        return;
      if (event.target instanceof Element && event.target.closest(TEXT_FIELD)) return;
      const dialog = document.querySelector('dialog[open]');
      if (store.undoable() === null || (dialog && !dialog.querySelector(`[${UNDO_MARK}]`))) return;
      event.preventDefault();
      store.undo();
    };
    // Before a dialog keeps the keys to itself.
    window.addEventListener('keydown', pressed, { capture: true });
    return () => {
      window.removeEventListener('keydown', pressed, { capture: true });
    };
  }, [store]);
}
