import { usePlotArea, useXAxisScale } from 'recharts';
import { type Chart, lanesOf } from '@/lib/charts/chart';
import { fitted, textWidth } from '@/lib/charts/lettering';
import { painted } from './Fills';
import { LANE } from './room';
import { TEXT } from './text';

/** The ranges of the files below the axis; with one lane of them, named where there is room. */
export function Strips({ chart, id }: { readonly chart: Chart; readonly id: string }) {
  const across = useXAxisScale();
  const plot = usePlotArea();
  if (across === undefined || plot === undefined || chart.strips.length === 0) return null;
  const top = plot.y + plot.height + 4;
  const named = lanesOf(chart) === 1;
  return chart.strips.map(({ label, file, missing, from, to, lane }) => {
    const x = across(from) ?? 0;
    const width = Math.max(2, (across(to) ?? 0) - x - 1);
    return (
      <g key={file}>
        <rect
          {...painted(missing ? 'hole' : file, id)}
          height={LANE - 1}
          strokeWidth={0.5}
          width={width}
          x={x + 0.5}
          y={top + lane * LANE}
        />
        {named && (missing || width >= Math.min(56, textWidth(label) - 4)) ? (
          <text textAnchor="middle" x={x + width / 2} y={top + LANE + 11} {...TEXT[missing ? 'gap' : 'axis']}>
            {missing ? label : fitted(label, width + 4)}
          </text>
        ) : null}
        <title>{label}</title>
      </g>
    );
  });
}
