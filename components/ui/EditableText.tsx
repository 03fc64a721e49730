'use client';

import { useRef, useState } from 'react';
import { cx } from './cx';

interface EditableTextProps {
  /** What the text names: "Name of the case". */
  readonly label: string;
  readonly value: string;
  /** Called with trimmed text, when it is not empty and has changed. */
  readonly onCommit: (value: string) => void;
  readonly className?: string;
}

/** Text that turns into a field when it is pressed. Enter and leaving it keep the change, Escape drops it. */
export function EditableText({ label, value, onCommit, className }: EditableTextProps) {
  const [editing, setEditing] = useState(false);
  const dropped = useRef(false);

  if (!editing) {
    return (
      <button
        aria-label={`${value}. ${label}: edit`}
        className={cx(
          'max-w-full truncate rounded-sm text-left decoration-field decoration-dotted underline-offset-4 hover:underline',
          className,
        )}
        onClick={() => {
          dropped.current = false;
          setEditing(true);
        }}
        title={`${label}: edit`}
        type="button"
      >
        {value}
      </button>
    );
  }
  return (
    <input
      aria-label={label}
      className={cx(
        'field-sizing-content max-w-full min-w-24 rounded-sm border-b border-field bg-bg outline-none',
        className,
      )}
      defaultValue={value}
      onBlur={(event) => {
        const text = event.target.value.trim();
        if (!dropped.current && text !== '' && text !== value) onCommit(text);
        setEditing(false);
      }}
      onFocus={(event) => {
        event.target.select();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') dropped.current = true;
        if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
      }}
      ref={focusWhenShown}
      spellCheck={false}
    />
  );
}

function focusWhenShown(input: HTMLInputElement | null): void {
  input?.focus();
}
