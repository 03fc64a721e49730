import type { Chart } from '@/lib/charts/chart';
import { painted } from './Fills';

export function Legend({ items, id }: { readonly items: Chart['legend']; readonly id: string }) {
  return (
    <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-0.5 text-2xs text-mut">
      {items.map(({ fill, text }) => (
        <li className="flex items-center gap-1.5" key={text}>
          <svg aria-hidden="true" className="shrink-0" height={9} viewBox="0 0 9 9" width={9}>
            <rect {...painted(fill, id)} height={8} width={8} x={0.5} y={0.5} />
          </svg>
          {text}
        </li>
      ))}
    </ul>
  );
}
