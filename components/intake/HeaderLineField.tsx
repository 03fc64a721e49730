'use client';

import { useId } from 'react';
import { list } from '@/lib/core/phrases/phrases';
import { Button } from '../ui/Button';
import { cx } from '../ui/cx';

interface HeaderLineFieldProps {
  readonly files: readonly string[];
  /** 1-based; null: nothing is proposed. */
  readonly line: number | null;
  readonly onLine: (line: number) => void;
  /** With a button of its own, for where it answers a question. */
  readonly asked?: boolean;
  /** Whether the files are named in sight, where there are several fields. */
  readonly named?: boolean;
}

/** On which line of a file, or of several alike, the column names stand. */
export function HeaderLineField({ files, line, onLine, asked = false, named = false }: HeaderLineFieldProps) {
  const id = useId();
  const commit = (input: HTMLInputElement) => {
    const chosen = Number(input.value);
    if (Number.isInteger(chosen) && chosen >= 1 && (asked || chosen !== line)) onLine(chosen);
    else input.value = line === null ? '' : String(line);
  };
  return (
    <form
      className={cx('inline-flex flex-wrap items-center gap-1.5', asked ? 'text-sm' : 'text-xs text-mut')}
      onSubmit={(event) => {
        event.preventDefault();
        const input = event.currentTarget.elements.namedItem('line');
        if (input instanceof HTMLInputElement) commit(input);
      }}
    >
      <label htmlFor={id}>
        Header
        <span className={cx(!named && 'sr-only', '[overflow-wrap:anywhere]')}> of {list(files)}</span> on line
      </label>
      <input
        className="num min-h-6 w-14 rounded-md border border-field bg-bg px-1.5 text-right text-ink"
        defaultValue={line ?? ''}
        id={id}
        inputMode="numeric"
        key={line}
        name="line"
        onBlur={(event) => {
          if (!asked) commit(event.target);
        }}
      />
      {asked ? (
        <Button className="max-w-full text-left [overflow-wrap:anywhere] whitespace-normal!" type="submit">
          Read {list(files)} so
        </Button>
      ) : null}
    </form>
  );
}
