import type { ComponentProps } from 'react';
import { cx } from './cx';

type ButtonProps = ComponentProps<'button'> & { readonly variant?: 'plain' | 'primary' };

const BASE =
  'inline-flex min-h-7 items-center justify-center gap-2 rounded-md border px-2.5 py-1 text-sm leading-5 whitespace-nowrap transition-colors disabled:opacity-50';

export function Button({ variant = 'plain', className, type = 'button', ...rest }: ButtonProps) {
  const look =
    variant === 'primary'
      ? 'border-ink bg-ink text-bg hover:opacity-85'
      : 'border-line hover:border-field hover:bg-soft';
  return <button className={cx(BASE, look, className)} type={type} {...rest} />;
}

/** Text only; for the tools of a panel and the actions of a row. */
export function QuietButton({ className, type = 'button', ...rest }: ComponentProps<'button'>) {
  return (
    <button
      className={cx(
        'inline-flex min-h-6 items-center gap-1 rounded-sm px-1 text-xs text-mut hover:text-ink disabled:opacity-50',
        className,
      )}
      type={type}
      {...rest}
    />
  );
}

type IconButtonProps = Omit<ComponentProps<'button'>, 'aria-label'> & { readonly label: string };

/** An icon with its name said aloud and shown on hover. */
export function IconButton({ label, className, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button
      aria-label={label}
      className={cx(
        'inline-flex size-7 shrink-0 items-center justify-center rounded-md text-mut transition-colors hover:bg-soft hover:text-ink disabled:opacity-35',
        className,
      )}
      title={label}
      type={type}
      {...rest}
    />
  );
}
