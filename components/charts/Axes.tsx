import type { Chart } from '@/lib/charts/chart';
import { fitted, fittedNames } from '@/lib/charts/lettering';
import { type Plot, ticksWithRoom } from './plot';
import { standingRoom, stripsOf } from './room';
import { TEXT } from './text';

interface AxesProps {
  readonly chart: Chart;
  readonly plot: Plot;
}

/** What lies behind the marks: the grid, and what stands beside and below it. */
export function Axes({ chart, plot }: AxesProps) {
  return chart.bars === 'lying' ? <Beside chart={chart} plot={plot} /> : <Below chart={chart} plot={plot} />;
}

/** What lies over the marks: the line of zero and the median. */
export function Lines({ chart: { bars, places, median }, plot: { box, place, value } }: AxesProps) {
  const [right, bottom] = [box.x + box.width, box.y + box.height];
  const zero = value(0);
  const before = median !== null && (median.at - places.min) / (places.max - places.min) > 0.6;
  return (
    <>
      {bars === 'lying' ? (
        <line stroke="var(--ink)" x1={zero} x2={zero} y1={box.y} y2={bottom} />
      ) : (
        <line stroke="var(--ink)" x1={box.x} x2={right} y1={zero} y2={zero} />
      )}
      {median === null ? null : (
        <>
          <line stroke="var(--ink)" x1={place(median.at)} x2={place(median.at)} y1={box.y} y2={bottom} />
          <text
            dy="0.71em"
            textAnchor={before ? 'end' : 'start'}
            x={place(median.at) + (before ? -5 : 5)}
            y={box.y + 5}
            {...TEXT.label}
          >
            {median.text}
          </text>
        </>
      )}
    </>
  );
}

/** Lying bars: names on the left, values below. */
function Beside({ chart: { places, values }, plot: { box, place, value } }: AxesProps) {
  const bottom = box.y + box.height;
  return (
    <>
      {ticksWithRoom(values.ticks, value).map(({ at, text }) => (
        <g key={at}>
          <line stroke="var(--line)" x1={value(at)} x2={value(at)} y1={box.y} y2={bottom} />
          <text dy="0.71em" textAnchor="middle" x={value(at)} y={bottom + 8} {...TEXT.axis}>
            {text}
          </text>
        </g>
      ))}
      {places.ticks.map(({ at, text }) => (
        <text dy="0.355em" key={at} textAnchor="end" x={box.x - 8} y={place(at)} {...TEXT.label}>
          {fitted(text, box.x - 12)}
        </text>
      ))}
    </>
  );
}

/** Standing bars: values on the left, places below with what they are. */
function Below({ chart, plot: { box, place, value, width, height } }: AxesProps) {
  const { places, values, caption } = chart;
  const shown = places.names
    ? fittedNames(places.ticks, standingRoom(chart, width).band)
    : ticksWithRoom(places.ticks, place);
  return (
    <>
      {values.ticks.map(({ at, text }) => (
        <g key={at}>
          <line stroke="var(--line)" x1={box.x} x2={box.x + box.width} y1={value(at)} y2={value(at)} />
          <text dy="0.355em" textAnchor="end" x={box.x - 6} y={value(at)} {...TEXT.axis}>
            {text}
          </text>
        </g>
      ))}
      {shown.map(({ at, text, missing }) => (
        <text
          dy="0.71em"
          key={at}
          textAnchor="middle"
          x={place(at)}
          y={box.y + box.height + stripsOf(chart) + 8}
          {...TEXT[missing ? 'gap' : 'axis']}
        >
          {text}
        </text>
      ))}
      {caption === null ? null : (
        <text x={box.x} y={height - 4} {...TEXT.axis}>
          {caption}
        </text>
      )}
    </>
  );
}
