import { Bar, type BarShapeProps, useChartWidth, usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import { boxOf } from '@/lib/charts/box';
import type { Chart, Mark } from '@/lib/charts/chart';
import { painted } from './Fills';
import { standingRoom } from './room';
import { TEXT } from './text';

interface MarksProps {
  readonly chart: Chart;
  /** The mark that is pointed at or reached by key. */
  readonly active: Mark | null;
  readonly id: string;
}

/** The bars of a chart, each with its figure. */
export function Marks({ chart, active, id }: MarksProps) {
  return (
    <Bar
      barSize={1}
      dataKey="values"
      isAnimationActive={false}
      shape={({ payload }: BarShapeProps) => (
        <OneMark active={payload === active} chart={chart} id={id} mark={payload as Mark} />
      )}
    />
  );
}

interface OneMarkProps {
  readonly chart: Chart;
  readonly mark: Mark;
  readonly active: boolean;
  readonly id: string;
}

function OneMark({ chart: { bars, ...chart }, mark, active, id }: OneMarkProps) {
  const across = useXAxisScale();
  const up = useYAxisScale();
  const plot = usePlotArea();
  if (across === undefined || up === undefined || plot === undefined) return null;
  const lying = bars === 'lying';
  const place = (at: number) => (lying ? up : across)(at) ?? 0;
  const value = (at: number) => (lying ? across : up)(at) ?? 0;
  const [from, to] = [place(mark.places[0]), place(mark.places[1])];
  const gap = Math.abs(to - from) > 5 && !lying ? 1 : 0;
  const span = [from + gap, to - gap] as const;
  const [begin, end] = [value(mark.values[0]), value(mark.values[1])];
  const top = mark.hole === null ? end : value(mark.hole);
  return (
    <>
      {active ? (
        <rect
          fill="var(--ink)"
          fillOpacity={0.06}
          {...(lying
            ? { x: 0, width: plot.x + plot.width, y: from - 4, height: to - from + 8 }
            : { x: from, width: to - from, y: plot.y, height: plot.height })}
        />
      ) : null}
      {mark.fill === null ? null : <rect {...painted(mark.fill, id)} {...boxOf(bars, span, [begin, end], 2)} />}
      {mark.hole === null ? null : <rect {...painted('hole', id)} {...boxOf(bars, span, [end, top], 1)} />}
      {mark.joined ? (
        <line
          stroke="var(--mut)"
          strokeDasharray="2 2"
          x1={end}
          x2={end}
          y1={mark.fill === null ? from : to}
          y2={place(mark.places[0] + 1)}
        />
      ) : null}
      {mark.figure === null ? null : (
        <Figure
          chart={{ bars, ...chart }}
          figure={mark.figure}
          x={lying ? Math.max(begin, end) + 7 : (from + to) / 2}
          y={lying ? (from + to) / 2 + 4 : top - 5}
        />
      )}
    </>
  );
}

interface FigureProps {
  readonly chart: Chart;
  readonly figure: NonNullable<Mark['figure']>;
  readonly x: number;
  readonly y: number;
}

/** Where figures have no room, only those of the gap stand. */
function Figure({ chart, figure: { text, gap }, x, y }: FigureProps) {
  const width = useChartWidth() ?? 0;
  const how = chart.bars === 'lying' ? 'level' : standingRoom(chart, width).figures;
  const tone = TEXT[gap ? 'gap' : 'label'];
  if (how === 'none' && !gap) return null;
  return how === 'upwards' ? (
    <text {...tone} transform={`rotate(-90 ${x + 4} ${y})`} x={x + 4} y={y}>
      {text}
    </text>
  ) : (
    <text {...tone} textAnchor={chart.bars === 'lying' ? 'start' : 'middle'} x={x} y={y}>
      {text}
    </text>
  );
}
