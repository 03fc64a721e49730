import { useId, useState } from 'react';
import type { Typed } from '@/lib/case/replay/values';
import { cx } from '../ui/cx';

interface ValueFieldProps<T> {
  readonly label: string;
  /** The value that holds, as it is typed. */
  readonly value: string;
  readonly read: (text: string) => Typed<T>;
  /** Called with every text that is a value, while it is typed. */
  readonly onValue: (value: T) => void;
  readonly className?: string;
}

/** A short text that must be a value. What is none is told and changes nothing; leaving the field drops it. */
export function ValueField<T>({ label, value, read, onValue, className }: ValueFieldProps<T>) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const typed = draft === null ? null : read(draft);
  const why = typed && !typed.ok ? typed.why : null;
  return (
    <span className="relative inline-block">
      <input
        aria-describedby={why === null ? undefined : id}
        aria-invalid={why !== null}
        aria-label={label}
        autoComplete="off"
        className={cx(
          'num min-h-7 rounded-md border bg-bg px-1.5 py-0.5 text-sm text-ink',
          why === null ? 'border-field' : 'border-gap',
          className,
        )}
        onBlur={() => {
          setDraft(null);
        }}
        onChange={(event) => {
          setDraft(event.target.value);
          const now = read(event.target.value);
          if (now.ok) onValue(now.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') setDraft(null);
          if (event.key !== 'Escape' || draft === null) return;
          event.stopPropagation();
          setDraft(null);
        }}
        spellCheck={false}
        value={draft ?? value}
      />
      {why === null ? null : (
        <span
          className="absolute top-full right-0 z-20 mt-1 w-52 border border-gap bg-bg px-2 py-1 text-left text-xs text-gap"
          id={id}
          role="alert"
        >
          {why}
        </span>
      )}
    </span>
  );
}
