import { CartesianGrid, ComposedChart, usePlotArea, useXAxisScale, useYAxisScale, XAxis, YAxis } from 'recharts';
import type { RowFilter } from '@/lib/core/compare/rows/row-query';
import { axisOver, labelWidth, shorten, tickAmount, tickStep } from './axis';
import { ChartFrame, MarkArea } from './ChartFrame';
import { Fills, useFileFill, useHatch } from './Fills';
import { Text } from './Text';
import type { VersionLayout } from './version-layout';

interface GapByVersionChartProps {
  readonly layout: VersionLayout;
  readonly unit: string | null;
  readonly label: string;
  readonly onFilter: (filter: RowFilter) => void;
}

const PLOT = 150;
const TOP = 14;
const LANE = 5;
/** Lanes of files that are drawn; a case in which more files overlap says so instead. */
const LANES = 8;

/** The gap by the version of the row that should be there, with the files' ranges below the axis. */
export function GapByVersionChart({ layout, unit, label, onFilter }: GapByVersionChartProps) {
  const lanes = Math.min(LANES, layout.lanes);
  const named = layout.lanes === 1;
  const below = 6 + lanes * LANE + (named ? 15 : 3) + 16;
  const height = TOP + PLOT + below;
  const amounts = axisOver(layout.min, layout.max, 4);
  const tick = (value: number) => tickAmount(value, tickStep(amounts), unit);
  const left = Math.max(...amounts.ticks.map((value) => labelWidth(tick(value)))) + 12;
  return (
    <>
      <ChartFrame height={height} label={label} marks={layout.bars.map((bar) => bar.mark)} onFilter={onFilter}>
        {(width) => (
          <ComposedChart
            accessibilityLayer={false}
            data={[]}
            height={height}
            margin={{ top: TOP, right: 22, bottom: below, left: 0 }}
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
              domain={[amounts.min, amounts.max]}
              interval={0}
              tick={{ fill: 'var(--mut)', fontSize: 11 }}
              tickFormatter={tick}
              tickLine={false}
              ticks={amounts.ticks}
              niceTicks="none"
              type="number"
              width={left}
            />
            <Fills
              files={[...layout.bars.flatMap((bar) => bar.file ?? []), ...layout.ranges.map((range) => range.file)]}
            />
            <Bins layout={layout} />
            <Ranges layout={layout} named={named} />
            <Versions layout={layout} top={6 + lanes * LANE + (named ? 15 : 3)} />
          </ComposedChart>
        )}
      </ChartFrame>
      {layout.lanes > LANES ? (
        <p className="text-2xs text-mut">More than {LANES} files overlap here; the table names each bin’s file.</p>
      ) : null}
      {layout.outside === null ? null : <p className="text-2xs text-mut">{layout.outside}</p>}
    </>
  );
}

function Bins({ layout }: { readonly layout: VersionLayout }) {
  const across = useXAxisScale();
  const up = useYAxisScale();
  const plot = usePlotArea();
  const hatch = useHatch();
  const fill = useFileFill();
  if (across === undefined || up === undefined || plot === undefined) return null;
  const zero = up(0) ?? plot.y + plot.height;
  return (
    <>
      {layout.bars.map((bar) => {
        const from = across(bar.start) ?? 0;
        const width = Math.max(1, (across(bar.end) ?? 0) - from);
        const gap = width > 5 ? 1 : 0;
        const top = Math.min(zero, up(bar.amount) ?? zero);
        const bottom = Math.max(zero, up(bar.amount) ?? zero);
        const height = bar.keys > 0 ? Math.max(2, bottom - top) : 0;
        return (
          <MarkArea height={plot.height} key={bar.mark.id} mark={bar.mark} tipY={top} width={width} x={from} y={plot.y}>
            {height === 0 ? null : (
              <rect
                fill={bar.missing ? hatch : bar.file === null ? 'var(--gap)' : fill(bar.file)}
                height={height}
                stroke={bar.missing ? 'var(--gap)' : 'none'}
                width={Math.max(1, width - 2 * gap)}
                x={from + gap}
                y={bar.amount < 0 ? zero : zero - height}
              />
            )}
          </MarkArea>
        );
      })}
      <line stroke="var(--ink)" x1={plot.x} x2={plot.x + plot.width} y1={zero} y2={zero} />
    </>
  );
}

function Ranges({ layout, named }: { readonly layout: VersionLayout; readonly named: boolean }) {
  const across = useXAxisScale();
  const plot = usePlotArea();
  const fill = useFileFill();
  if (across === undefined || plot === undefined) return null;
  const top = plot.y + plot.height + 4;
  return layout.ranges
    .filter((range) => range.lane < LANES)
    .map((range) => {
      const from = across(range.start) ?? 0;
      const width = Math.max(2, (across(range.end) ?? 0) - from - 1);
      const text = shorten(range.label, Math.floor((width + 4) / 6));
      return (
        <g key={`${range.file}-${range.label}`}>
          <rect fill={fill(range.file)} height={LANE - 1} width={width} x={from + 0.5} y={top + range.lane * LANE} />
          {named && (range.missing || width >= Math.min(56, labelWidth(range.label) - 4)) ? (
            <Text anchor="middle" tone={range.missing ? 'gap' : 'axis'} x={from + width / 2} y={top + LANE + 11}>
              {range.missing ? range.label : text}
            </Text>
          ) : null}
          <title>{range.label}</title>
        </g>
      );
    });
}

function Versions({ layout, top }: { readonly layout: VersionLayout; readonly top: number }) {
  const across = useXAxisScale();
  const plot = usePlotArea();
  if (across === undefined || plot === undefined) return null;
  return layout.axis.ticks.map((value) => (
    <Text anchor="middle" key={value} tone="axis" x={across(value) ?? 0} y={plot.y + plot.height + top + 11}>
      {shorten(layout.tickLabel(value), 14)}
    </Text>
  ));
}
