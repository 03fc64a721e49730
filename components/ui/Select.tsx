import type { ComponentProps } from 'react';
import { cx } from './cx';

interface SelectProps<T extends string> extends Omit<ComponentProps<'select'>, 'value' | 'onChange' | 'aria-label'> {
  /** Read to those who cannot see what the choice belongs to. */
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly text: string }[];
  readonly onChoose: (value: T) => void;
}

/** One of a few choices, with the browser's own list. */
export function Select<T extends string>({ label, value, options, onChoose, className, ...rest }: SelectProps<T>) {
  return (
    <select
      aria-label={label}
      className={cx('min-h-7 max-w-full min-w-0 rounded-md border border-field bg-bg px-1.5 py-0.5 text-sm', className)}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.target.value);
        if (chosen) onChoose(chosen.value);
      }}
      value={value}
      {...rest}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text}
        </option>
      ))}
    </select>
  );
}
