import { type ComponentProps, useId } from 'react';
import { cx } from './cx';

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'value' | 'onChange'> {
  readonly label: string;
  readonly value: string;
  readonly onText: (text: string) => void;
}

/** One line of text under its name. */
export function TextField({ label, value, onText, className, ...rest }: TextFieldProps) {
  const id = useId();
  return (
    <div className="min-w-0">
      <label className="block text-xs text-mut" htmlFor={id}>
        {label}
      </label>
      <input
        className={cx('min-h-8 w-full rounded-md border border-field bg-bg px-2 py-1 text-sm', className)}
        id={id}
        onChange={(event) => {
          onText(event.target.value);
        }}
        spellCheck={false}
        type="text"
        value={value}
        {...rest}
      />
    </div>
  );
}
