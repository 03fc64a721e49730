import { CartesianGrid, ReferenceLine, useChartWidth, XAxis, YAxis } from 'recharts';
import type { Axis, Chart, Mark, Tick } from '@/lib/charts/chart';
import { fitted, fittedNames } from '@/lib/charts/lettering';
import { belowOf, leftOf, rightOf, standingRoom, stripsOf } from './room';
import { TEXT } from './text';

/** The axes of a chart with its grid, its line of zero and its median. */
export function Axes({ chart }: { readonly chart: Chart }) {
  const width = useChartWidth() ?? 0;
  const { places, values, median } = chart;
  const lying = chart.bars === 'lying';
  const left = leftOf(chart, width);
  const right = rightOf(chart);
  const { band, top } = standingRoom(chart, width);
  const names = places.names && !lying ? fittedNames(places.ticks, band) : places.ticks;
  const place = { ...scaled({ ...places, ticks: names }), dataKey: middle };
  const value = scaled(values);
  return (
    <>
      <CartesianGrid horizontal={!lying} stroke="var(--line)" syncWithTicks vertical={lying} />
      {lying ? (
        <>
          <XAxis
            {...value}
            height={belowOf(chart)}
            interval="equidistantPreserveStart"
            padding={{ right }}
            tickMargin={8}
          />
          <YAxis
            {...place}
            interval={0}
            tick={{ ...TEXT.label }}
            tickFormatter={(at: number) => fitted(textAt(places, at), left - 12)}
            tickMargin={8}
            width={left}
          />
          <ReferenceLine stroke="var(--ink)" x={0} />
        </>
      ) : (
        <>
          <XAxis
            {...place}
            height={belowOf(chart)}
            padding={{ right }}
            interval={places.names ? 0 : 'preserveStartEnd'}
            {...(places.names ? { tick: nameTick(names) } : {})}
            {...(chart.caption === null
              ? {}
              : { label: { ...TEXT.axis, value: chart.caption, position: 'insideBottomLeft', offset: 4, dx: -4 } })}
            tickMargin={stripsOf(chart) + 8}
          />
          <YAxis {...value} interval={0} padding={{ top }} tickMargin={6} width={left} />
          <ReferenceLine stroke="var(--ink)" y={0} />
        </>
      )}
      {median === null ? null : (
        <ReferenceLine
          label={{
            ...TEXT.label,
            value: median.text,
            position: isRight(places, median.at) ? 'insideTopRight' : 'insideTopLeft',
          }}
          stroke="var(--ink)"
          x={median.at}
        />
      )}
    </>
  );
}

function scaled(axis: Axis) {
  return {
    axisLine: false,
    domain: [axis.min, axis.max],
    niceTicks: 'none',
    tick: { ...TEXT.axis },
    tickFormatter: (at: number) => textAt(axis, at),
    tickLine: false,
    tickSize: 0,
    ticks: axis.ticks.map(({ at }) => at),
    type: 'number',
  } as const;
}

function textAt({ ticks }: Axis, at: number): string {
  return ticks.find((tick) => tick.at === at)?.text ?? '';
}

function middle({ places: [from, to] }: Mark): number {
  return (from + to) / 2;
}

function isRight({ min, max }: Axis, at: number): boolean {
  return (at - min) / (max - min) > 0.6;
}

interface NameTickProps {
  readonly x: number | string;
  readonly y: number | string;
  readonly payload: { readonly value: number };
}

/** The name of a file, red where no row of it took effect. */
function nameTick(names: readonly Tick[]) {
  return function NameTick({ x, y, payload }: NameTickProps) {
    const name = names.find(({ at }) => at === payload.value);
    return (
      <text dy="0.71em" textAnchor="middle" x={x} y={y} {...TEXT[name?.missing ? 'gap' : 'axis']}>
        {name?.text}
      </text>
    );
  };
}
