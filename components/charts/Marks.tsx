import {
  Bar,
  type BarShapeProps,
  type PlotArea,
  useChartWidth,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
} from 'recharts';
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
  // Asked once for all bars: each hook of Recharts listens to whatever happens in the chart.
  const across = useXAxisScale();
  const up = useYAxisScale();
  const plot = usePlotArea();
  const width = useChartWidth() ?? 0;
  const room = across && up && plot ? { across, up, plot, width } : null;
  return (
    <Bar
      barSize={1}
      dataKey="values"
      isAnimationActive={false}
      shape={({ payload }: BarShapeProps) =>
        room && <OneMark active={payload === active} chart={chart} id={id} mark={payload as Mark} room={room} />
      }
    />
  );
}

/** Where a chart draws its marks. */
interface Room {
  readonly across: (value: number) => number | undefined;
  readonly up: (value: number) => number | undefined;
  readonly plot: PlotArea;
  readonly width: number;
}

interface OneMarkProps {
  readonly chart: Chart;
  readonly mark: Mark;
  readonly active: boolean;
  readonly id: string;
  readonly room: Room;
}

function OneMark({ chart, mark, active, id, room: { across, up, plot, width } }: OneMarkProps) {
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
      {mark.figure === null ? null : <Figure chart={chart} figure={mark.figure} width={width} {...figure} />}
    </>
  );
}

interface FigureProps {
  readonly chart: Chart;
  readonly figure: NonNullable<Mark['figure']>;
  readonly x: number;
  readonly y: number;
  /** Of the chart. */
  readonly width: number;
}

/** Where figures have no room, only those of the gap stand. */
function Figure({ chart, figure: { text, gap }, x, y, width }: FigureProps) {
  const { figures } = standingRoom(chart, width);
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
