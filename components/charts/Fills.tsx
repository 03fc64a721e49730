import { useId } from 'react';
import type { Chart, Fill } from '@/lib/charts/chart';
import { fileLook, patternPath } from '@/lib/charts/file-look';

/** Prefix of the ids of one chart's patterns. */
export function useFillId(): string {
  return useId().replaceAll(/[^\w-]/g, '');
}

/** The attributes of a shape with that fill, in a chart whose patterns have the prefix `id`. */
export function painted(fill: Fill, id: string): { readonly fill: string; readonly stroke?: string } {
  if (fill === 'hole') return { fill: `url(#${id}-hole)`, stroke: 'var(--gap)' };
  if (typeof fill === 'string') return { fill: `var(--${fill})` };
  const { color, pattern } = fileLook(fill);
  return { fill: pattern === 'solid' ? `var(--f${color})` : `url(#${id}-file-${fill})` };
}

/** The patterns that a chart's fills refer to. */
export function Fills({ chart, id }: { readonly chart: Chart; readonly id: string }) {
  const files = new Set([...chart.marks.map(({ fill }) => fill), ...chart.strips.map(({ file }) => file)]);
  return (
    <defs>
      <pattern height={6} id={`${id}-hole`} patternTransform="rotate(45)" patternUnits="userSpaceOnUse" width={6}>
        <rect fill="var(--bg)" height={6} width={6} />
        <line stroke="var(--gap)" strokeWidth={1.6} x1={0} x2={0} y1={0} y2={6} />
      </pattern>
      {[...files].map((file) => {
        if (typeof file !== 'number') return null;
        const { color, pattern } = fileLook(file);
        const path = patternPath(pattern);
        return path === null ? null : (
          <pattern height={10} id={`${id}-file-${file}`} key={file} patternUnits="userSpaceOnUse" width={10}>
            <rect fill={`var(--f${color})`} height={10} width={10} />
            <path d={path} fill="none" stroke="var(--bg)" strokeWidth={1.4} />
          </pattern>
        );
      })}
    </defs>
  );
}
