'use client';

import { type ReactNode, useEffect, useId, useRef } from 'react';
import { IconButton } from './Button';
import { cx } from './cx';
import { X } from './icons';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  /** Takes the room of the page, for work rather than for a question. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A modal that is open for as long as it is mounted. Escape and a click beside it close it; focus returns where it was. */
export function Dialog({ title, onClose, wide = false, children }: DialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    const opener = document.activeElement;
    element.showModal();
    return () => {
      element.close();
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);

  return (
    <dialog
      aria-labelledby={id}
      className={cx(
        'm-auto overflow-auto border border-field bg-bg text-ink print:hidden',
        wide
          ? 'h-[calc(100dvh-32px)] max-h-none w-[min(1180px,calc(100vw-16px))] max-w-none'
          : 'max-h-[calc(100dvh-48px)] w-[min(720px,calc(100vw-32px))]',
      )}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
      }}
      ref={dialog}
    >
      <div className={wide ? 'p-4 sm:p-6' : 'p-6'}>
        <header className="mb-4 flex items-start gap-4">
          <h2 className="flex-1 text-lg leading-6 font-semibold" id={id}>
            {title}
          </h2>
          <IconButton label="Close" onClick={onClose}>
            <X size={16} />
          </IconButton>
        </header>
        {children}
      </div>
    </dialog>
  );
}
