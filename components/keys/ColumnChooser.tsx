import { type FocusEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import { Button, IconButton } from '@/components/ui/Button';
import { ArrowDown, ArrowUp } from '../ui/icons';

interface ColumnChooserProps {
  /** All columns in their order; the first one, the key, stays. */
  readonly columns: readonly { readonly id: string; readonly label: string; readonly shown: boolean }[];
  readonly onToggle: (id: string) => void;
  /** Moves a column one place up (-1) or down (1). */
  readonly onMove: (id: string, by: -1 | 1) => void;
}

/** Which columns are shown, and in which order. */
export function ColumnChooser({ columns, onToggle, onMove }: ColumnChooserProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    setOpen(false);
    opener.current?.focus();
  }

  function onBlur(event: FocusEvent) {
    if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setOpen(false);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only sees to it that the list closes
    <div className="relative" onBlur={onBlur} onKeyDown={onKeyDown}>
      <Button
        aria-controls={open ? id : undefined}
        aria-expanded={open}
        onClick={() => {
          setOpen(!open);
        }}
        ref={opener}
      >
        Columns
      </Button>
      {open ? (
        <fieldset
          className="absolute right-0 z-30 mt-1 max-h-96 w-72 overflow-auto rounded-md border border-field bg-bg p-2 text-sm"
          id={id}
          tabIndex={-1}
        >
          <legend className="sr-only">Columns</legend>
          {columns.map((column, i) => (
            <div className="flex min-h-7 items-center gap-2" key={column.id}>
              <label className="flex min-w-0 flex-1 items-center gap-2">
                <input
                  checked={column.shown}
                  className="accent-ours"
                  disabled={i === 0}
                  onChange={() => {
                    onToggle(column.id);
                  }}
                  type="checkbox"
                />
                <span className="min-w-0 break-words">{column.label}</span>
              </label>
              {i === 0 ? null : (
                <>
                  <IconButton
                    disabled={i === 1}
                    label={`Move ${column.label} left`}
                    onClick={() => {
                      onMove(column.id, -1);
                    }}
                  >
                    <ArrowUp size={14} />
                  </IconButton>
                  <IconButton
                    disabled={i === columns.length - 1}
                    label={`Move ${column.label} right`}
                    onClick={() => {
                      onMove(column.id, 1);
                    }}
                  >
                    <ArrowDown size={14} />
                  </IconButton>
                </>
              )}
            </div>
          ))}
        </fieldset>
      ) : null}
    </div>
  );
}
