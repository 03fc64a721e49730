import { Bar, type BarShapeProps, useChartWidth, usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import type { Chart, Mark } from '@/lib/charts/chart';
import { placed } from '@/lib/charts/placed';
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

function OneMark({ chart, mark, active, id }: OneMarkProps) {
  const across = useXAxisScale();
  const up = useYAxisScale();
  const plot = usePlotArea();
  if (across === undefined || up === undefined || plot === undefined) return null;
  const lying = chart.bars === 'lying';
  const [places, values] = lying ? [up, across] : [across, up];
  const { bar, hole, joint, figure, from, to } = placed(
    chart.bars,
    mark,
    (at) => places(at) ?? 0,
    (at) => values(at) ?? 0,
  );
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
      {bar === null || mark.fill === null ? null : <rect {...painted(mark.fill, id)} {...bar} />}
      {hole === null ? null : <rect {...painted('hole', id)} {...hole} />}
      {joint === null ? null : (
        <line stroke="var(--mut)" strokeDasharray="2 2" x1={joint.x} x2={joint.x} y1={joint.from} y2={joint.to} />
      )}
      {mark.figure === null ? null : <Figure chart={chart} figure={mark.figure} {...figure} />}
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
  const { figures } = standingRoom(chart, useChartWidth() ?? 0);
  const tone = TEXT[gap ? 'gap' : 'label'];
  if (chart.bars === 'lying') {
    return (
      <text {...tone} x={x + 7} y={y + 4}>
        {text}
      </text>
    );
  }
  if (figures === 'none' && !gap) return null;
  return (
    <text
      {...tone}
      {...(figures === 'upwards'
        ? { transform: `rotate(-90 ${x + 4} ${y - 5})`, x: x + 4 }
        : { textAnchor: 'middle', x })}
      y={y - 5}
    >
      {text}
    </text>
  );
}
