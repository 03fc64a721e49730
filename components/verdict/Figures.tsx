import type { Figure } from '@/lib/core/words/figures';
import { cx } from '../ui/cx';

/** The figures of the verdict, side by side. */
export function Figures({ figures }: { readonly figures: readonly Figure[] }) {
  return (
    <dl className="mt-7 grid grid-cols-2 border-b border-line lg:grid-cols-4">
      {figures.map(({ kind, label, value, note }) => (
        <div
          className="min-w-0 border-t border-line py-3.5 pr-4 even:border-l even:pl-5 lg:border-l lg:pl-5 lg:first:border-l-0 lg:first:pl-0"
          key={kind}
        >
          <dt className="truncate text-sm text-mut" title={label}>
            {label}
          </dt>
          <dd
            className={cx(
              'num text-lg leading-8 sm:text-xl lg:text-lg xl:text-xl font-semibold tracking-[-0.015em] break-all',
              kind === 'gap' && 'text-gap',
            )}
          >
            {value}
          </dd>
          <dd className="num text-[12.5px] leading-[1.45] text-mut">{note}</dd>
        </div>
      ))}
    </dl>
  );
}
