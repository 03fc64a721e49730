import { CartesianGrid, ComposedChart, usePlotArea, useXAxisScale, useYAxisScale, XAxis, YAxis } from 'recharts';
import type { RowFilter } from '@/lib/core/compare/rows/row-query';
import { axisOver, labelWidth, tickAmount, tickNumber, tickStep } from './axis';
import { ChartFrame, MarkArea } from './ChartFrame';
import type { SpreadLayout } from './spread-layout';
import { Text } from './Text';

interface GapSpreadChartProps {
  readonly layout: SpreadLayout;
  readonly unit: string | null;
  readonly label: string;
  readonly onFilter: (filter: RowFilter) => void;
}

const HEIGHT = 206;
const TOP = 14;
const BELOW = 42;

/** How the gaps spread over the keys, with the median. */
export function GapSpreadChart({ layout, unit, label, onFilter }: GapSpreadChartProps) {
  const counts = axisOver(0, layout.max, 3, { whole: true });
  const left = Math.max(...counts.ticks.map((tick) => labelWidth(tickNumber(tick, tickStep(counts))))) + 12;
  return (
    <ChartFrame height={HEIGHT} label={label} marks={layout.bars.map((bar) => bar.mark)} onFilter={onFilter}>
      {(width) => (
        <ComposedChart
          accessibilityLayer={false}
          data={[]}
          height={HEIGHT}
          margin={{ top: TOP, right: 22, bottom: BELOW, left: 0 }}
          width={width}
        >
          <CartesianGrid syncWithTicks stroke="var(--line)" vertical={false} />
          <XAxis
            allowDataOverflow
            dataKey="x"
            domain={[layout.axis.min, layout.axis.max]}
            hide
            niceTicks="none"
            type="number"
          />
          <YAxis
            allowDataOverflow
            axisLine={false}
            domain={[0, counts.max]}
            interval={0}
            tick={{ fill: 'var(--mut)', fontSize: 11 }}
            tickFormatter={(value: number) => tickNumber(value, tickStep(counts))}
            tickLine={false}
            ticks={counts.ticks}
            niceTicks="none"
            type="number"
            width={left}
          />
          <Bins layout={layout} unit={unit} />
        </ComposedChart>
      )}
    </ChartFrame>
  );
}

function Bins({ layout, unit }: { readonly layout: SpreadLayout; readonly unit: string | null }) {
  const across = useXAxisScale();
  const up = useYAxisScale();
  const plot = usePlotArea();
  if (across === undefined || up === undefined || plot === undefined) return null;
  const floor = plot.y + plot.height;
  const right = plot.x + plot.width;
  const median =
    layout.median === null ? null : { x: across(layout.median.at) ?? 0, text: `median ${layout.median.figure}` };
  const flip = median !== null && median.x + labelWidth(median.text) + 6 > right;
  return (
    <>
      {layout.bars.map((bar) => {
        const from = across(bar.start) ?? 0;
        const width = Math.max(1, (across(bar.end) ?? 0) - from);
        const gap = width > 5 ? 1 : 0;
        const top = Math.min(up(bar.keys) ?? floor, bar.keys > 0 ? floor - 1 : floor);
        return (
          <MarkArea height={plot.height} key={bar.mark.id} mark={bar.mark} tipY={top} width={width} x={from} y={plot.y}>
            <rect
              fill="var(--gap)"
              fillOpacity={0.85}
              height={floor - top}
              width={Math.max(1, width - 2 * gap)}
              x={from + gap}
              y={top}
            />
          </MarkArea>
        );
      })}
      <line stroke="var(--ink)" x1={plot.x} x2={right} y1={floor} y2={floor} />
      {median === null ? null : (
        <g pointerEvents="none">
          <line stroke="var(--ink)" x1={median.x} x2={median.x} y1={0} y2={floor} />
          <Text anchor={flip ? 'end' : 'start'} tone="label" x={median.x + (flip ? -6 : 6)} y={9}>
            {median.text}
          </Text>
        </g>
      )}
      {layout.axis.ticks.map((value) => (
        <Text anchor="middle" key={value} tone="axis" x={across(value) ?? 0} y={floor + 16}>
          {tickAmount(value, tickStep(layout.axis), unit)}
        </Text>
      ))}
      <Text tone="axis" x={plot.x} y={floor + 34}>
        {layout.caption}
      </Text>
    </>
  );
}
