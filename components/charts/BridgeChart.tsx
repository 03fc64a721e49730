import { CartesianGrid, ComposedChart, usePlotArea, useXAxisScale, XAxis, YAxis } from 'recharts';
import type { RowFilter } from '@/lib/core/compare/rows/row-query';
import { axisOver, labelWidth, shorten, tickAmount, tickStep } from './axis';
import type { BridgeBar, BridgeLayout } from './bridge-layout';
import { ChartFrame, MarkArea } from './ChartFrame';
import { Text } from './Text';

interface BridgeChartProps {
  readonly layout: BridgeLayout;
  readonly unit: string | null;
  readonly label: string;
  readonly onFilter: (filter: RowFilter) => void;
}

const PITCH = 37;
const BAR = 22;
const AXIS = 24;
const TOP = 6;

/** From theirs to ours: totals stand on zero, each cause hangs where the total before it ends. */
export function BridgeChart({ layout, unit, label, onFilter }: BridgeChartProps) {
  const height = TOP + layout.bars.length * PITCH + AXIS;
  return (
    <ChartFrame height={height} label={label} marks={layout.bars.map((bar) => bar.mark)} onFilter={onFilter}>
      {(width) => {
        const room = Math.min(200, Math.max(84, width * 0.34));
        const names = Math.min(room, Math.max(...layout.bars.map((bar) => labelWidth(bar.label))) + 10);
        const figures = Math.max(...layout.bars.map((bar) => labelWidth(bar.figure))) + 16;
        const axis = axisOver(
          layout.min,
          layout.max,
          Math.max(2, Math.min(4, Math.floor((width - names - figures) / 58))),
          {
            tight: true,
          },
        );
        return (
          <ComposedChart
            accessibilityLayer={false}
            data={[]}
            height={height}
            margin={{ top: TOP, right: figures, bottom: 0, left: names }}
            width={width}
          >
            <CartesianGrid syncWithTicks horizontal={false} stroke="var(--line)" />
            <XAxis
              allowDataOverflow
              dataKey="x"
              axisLine={false}
              domain={[axis.min, axis.max]}
              height={AXIS}
              interval={0}
              tick={{ fill: 'var(--mut)', fontSize: 11 }}
              tickFormatter={(value: number) => tickAmount(value, tickStep(axis), unit)}
              tickLine={false}
              ticks={axis.ticks}
              niceTicks="none"
              type="number"
            />
            <YAxis allowDataOverflow domain={[0, layout.bars.length]} hide reversed niceTicks="none" type="number" />
            <Bars bars={layout.bars} names={names} />
          </ComposedChart>
        );
      }}
    </ChartFrame>
  );
}

function Bars({ bars, names }: { readonly bars: readonly BridgeBar[]; readonly names: number }) {
  const scale = useXAxisScale();
  const plot = usePlotArea();
  if (scale === undefined || plot === undefined) return null;
  const at = (value: number) => scale(value) ?? 0;
  return bars.map((bar, i) => {
    const top = plot.y + i * PITCH + (PITCH - BAR) / 2;
    const left = Math.min(at(bar.from), at(bar.to));
    const right = Math.max(at(bar.from), at(bar.to));
    const thin = right - left < 2;
    const next = i < bars.length - 1;
    return (
      <MarkArea
        height={PITCH}
        key={bar.mark.id}
        mark={bar.mark}
        tipY={top}
        width={plot.x + plot.width - names + names}
        x={0}
        y={top - (PITCH - BAR) / 2}
      >
        <Text anchor="end" tone="label" x={names - 10} y={top + BAR / 2 + 4}>
          {shorten(bar.label, Math.floor((names - 10) / 5.9))}
        </Text>
        <rect
          fill={bar.tone === 'none' ? 'var(--mut)' : `var(--${bar.tone})`}
          height={BAR}
          width={thin ? 2 : right - left}
          x={thin ? at(bar.to) - 1 : left}
          y={top}
        />
        <Text tone={bar.tone === 'gap' ? 'gap' : 'label'} x={Math.max(right, at(bar.from)) + 7} y={top + BAR / 2 + 4}>
          {bar.figure}
        </Text>
        {next ? (
          <line
            stroke="var(--mut)"
            strokeDasharray="2 2"
            x1={at(bar.to)}
            x2={at(bar.to)}
            y1={top + BAR}
            y2={top + PITCH}
          />
        ) : null}
      </MarkArea>
    );
  });
}
