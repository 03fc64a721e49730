import type { Chart, Mark } from '@/lib/charts/chart';
import { placed } from '@/lib/charts/placed';
import { painted } from './Fills';
import type { Plot } from './plot';
import { standingRoom } from './room';
import { TEXT } from './text';

interface MarksProps {
  readonly chart: Chart;
  readonly plot: Plot;
  readonly id: string;
}

/** The bars of a chart, each with its figure. */
export function Marks({ chart, plot, id }: MarksProps) {
  return chart.marks.map((mark) => <OneMark chart={chart} id={id} key={mark.places[0]} mark={mark} plot={plot} />);
}

/** Behind the mark that is pointed at or reached by key. */
export function Highlight({ chart, plot: { box, place }, mark }: Omit<MarksProps, 'id'> & { readonly mark: Mark }) {
  const [from, to] = [place(mark.places[0]), place(mark.places[1])];
  return (
    <rect
      fill="var(--ink)"
      fillOpacity={0.06}
      {...(chart.bars === 'lying'
        ? { x: 0, width: box.x + box.width, y: from - 4, height: to - from + 8 }
        : { x: from, width: to - from, y: box.y, height: box.height })}
    />
  );
}

function OneMark({ chart, plot, mark, id }: MarksProps & { readonly mark: Mark }) {
  const { bar, hole, joint, figure } = placed(chart.bars, mark, plot.place, plot.value);
  return (
    <>
      {bar === null || mark.fill === null ? null : <rect {...painted(mark.fill, id)} {...bar} />}
      {hole === null ? null : <rect {...painted('hole', id)} {...hole} />}
      {joint === null ? null : (
        <line stroke="var(--mut)" strokeDasharray="2 2" x1={joint.x} x2={joint.x} y1={joint.from} y2={joint.to} />
      )}
      {mark.figure === null ? null : <Figure chart={chart} figure={mark.figure} width={plot.width} {...figure} />}
    </>
  );
}

interface FigureProps {
  readonly chart: Chart;
  readonly figure: NonNullable<Mark['figure']>;
  /** Of the whole drawing. */
  readonly width: number;
  readonly x: number;
  readonly y: number;
}

/** Where figures have no room, only those of the gap stand. */
function Figure({ chart, figure: { text, gap }, width, x, y }: FigureProps) {
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
