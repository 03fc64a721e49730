import { CartesianGrid, ComposedChart, usePlotArea, useYAxisScale, XAxis, YAxis } from 'recharts';
import { assertNever } from '@/lib/core/assert-never';
import type { RowFilter } from '@/lib/core/compare/rows/row-query';
import { axisOver, labelWidth, shorten, tickNumber, tickStep, withoutCommonStart } from './axis';
import { ChartFrame, MarkArea } from './ChartFrame';
import type { CaseWords } from './case-words';
import { Fills, useHatch } from './Fills';
import { type FilesWonLayout, namedFiles, type WonBar } from './files-won-layout';
import { Legend, type LegendItem } from './Legend';
import { Text } from './Text';

interface FilesWonChartProps {
  readonly layout: FilesWonLayout;
  readonly words: CaseWords;
  readonly label: string;
  readonly onFilter: (filter: RowFilter) => void;
}

const HEIGHT = 186;
const AXIS = 20;
const RIGHT = 4;

/** Rows by the file that supplied them, one bar a table; what a table should hold and does not is hatched. */
export function FilesWonChart({ layout, words, label, onFilter }: FilesWonChartProps) {
  const axis = axisOver(0, layout.max, 4, { tight: true, whole: true });
  const left = Math.max(...axis.ticks.map((tick) => labelWidth(tickNumber(tick, tickStep(axis))))) + 12;
  return (
    <>
      <ChartFrame height={HEIGHT} label={label} marks={layout.bars.map((bar) => bar.mark)} onFilter={onFilter}>
        {(width) => {
          const room = groupRoom(layout, width - left - RIGHT);
          return (
            <ComposedChart
              accessibilityLayer={false}
              data={[]}
              height={HEIGHT}
              margin={{ top: room.top, right: RIGHT, bottom: AXIS, left: 0 }}
              width={width}
            >
              <CartesianGrid syncWithTicks stroke="var(--line)" vertical={false} />
              <XAxis
                allowDataOverflow
                dataKey="x"
                domain={[0, Math.max(1, layout.files.length)]}
                hide
                niceTicks="none"
                type="number"
              />
              <YAxis
                allowDataOverflow
                axisLine={false}
                domain={[0, axis.max]}
                interval={0}
                tick={{ fill: 'var(--mut)', fontSize: 11 }}
                tickFormatter={(value: number) => tickNumber(value, tickStep(axis))}
                tickLine={false}
                ticks={axis.ticks}
                niceTicks="none"
                type="number"
                width={left}
              />
              <Fills />
              <Groups layout={layout} room={room} />
            </ComposedChart>
          );
        }}
      </ChartFrame>
      <Legend items={legend(layout, words)} />
    </>
  );
}

interface GroupRoom {
  /** Px of one file's group, between its bars, of one bar, and before the first. */
  readonly band: number;
  readonly gap: number;
  readonly bar: number;
  readonly inset: number;
  /** How the figures stand on the bars: where even upright ones have no room, the table and the tooltip have them. */
  readonly lettering: 'level' | 'upwards' | 'none';
  /** Px above the plot for the figures. */
  readonly top: number;
}

function groupRoom(layout: FilesWonLayout, width: number): GroupRoom {
  const band = width / Math.max(1, layout.files.length);
  const gap = band > 40 ? 3 : band > 16 ? 1 : 0;
  const bar = Math.max(1, Math.min(60, (band * (band > 40 ? 0.88 : 0.9)) / layout.series.length - gap));
  const widest = Math.max(...layout.bars.map((one) => labelWidth(one.figure)));
  const lettering = bar + gap >= widest ? 'level' : bar >= 10 ? 'upwards' : 'none';
  const inset = (band - layout.series.length * (bar + gap) + gap) / 2;
  return { band, gap, bar, inset, lettering, top: lettering === 'upwards' ? widest + 10 : 26 };
}

function Groups({ layout, room }: { readonly layout: FilesWonLayout; readonly room: GroupRoom }) {
  const scale = useYAxisScale();
  const plot = usePlotArea();
  const hatch = useHatch();
  if (scale === undefined || plot === undefined) return null;
  const { band, gap, bar, inset, lettering } = room;
  const floor = plot.y + plot.height;
  const y = (rows: number) => scale(rows) ?? floor;
  const full = layout.files.map((file) => file.label);
  const names = Math.max(...full.map(labelWidth)) > band - 6 ? withoutCommonStart(full) : full;
  const every = Math.max(1, Math.ceil((Math.min(70, Math.max(...names.map(labelWidth))) + 6) / band));
  const named = namedFiles(layout.files, every);
  const letters = Math.max(3, Math.floor((band * every - 6) / 6.4));
  return (
    <>
      {layout.bars.map((one) => {
        const x = plot.x + one.file * band + inset + one.slot * (bar + gap);
        return (
          <MarkArea
            height={plot.height + room.top}
            key={one.mark.id}
            mark={one.mark}
            tipY={y(one.rows + one.hole) - 16}
            width={bar + gap}
            x={x - gap / 2}
            y={0}
          >
            <Column hatch={hatch} one={one} width={bar} x={x} y={y} />
            {lettering === 'none' && one.hole === 0 ? null : (
              <Figure lettering={lettering} one={one} x={x + bar / 2} y={y(one.rows + one.hole)} />
            )}
          </MarkArea>
        );
      })}
      {layout.files.map((file, i) =>
        named.has(i) ? (
          <Text
            anchor="middle"
            key={file.label}
            tone={file.missing ? 'gap' : 'axis'}
            x={plot.x + (i + 0.5) * band}
            y={floor + 15}
          >
            {shorten(names[i] ?? '', letters)}
          </Text>
        ) : null,
      )}
      <line stroke="var(--ink)" x1={plot.x} x2={plot.x + plot.width} y1={floor} y2={floor} />
    </>
  );
}

interface ColumnProps {
  readonly one: WonBar;
  readonly x: number;
  readonly width: number;
  readonly y: (rows: number) => number;
  readonly hatch: string;
}

function Column({ one, x, width, y, hatch }: ColumnProps) {
  const solid = y(one.rows);
  const top = y(one.rows + one.hole);
  return (
    <>
      <rect fill={`var(--${one.series})`} height={Math.max(0, y(0) - solid)} width={width} x={x} y={solid} />
      {one.hole === 0 ? null : (
        <rect
          fill={hatch}
          height={Math.max(1, solid - top)}
          stroke="var(--gap)"
          width={Math.max(1, width - 1)}
          x={x + 0.5}
          y={top}
        />
      )}
    </>
  );
}

interface FigureProps {
  readonly one: WonBar;
  readonly lettering: 'level' | 'upwards' | 'none';
  readonly x: number;
  readonly y: number;
}

function Figure({ one, lettering, x, y }: FigureProps) {
  const tone = one.hole > 0 ? 'gap' : 'label';
  switch (lettering) {
    case 'level':
    case 'none':
      return (
        <Text anchor="middle" tone={tone} x={x} y={y - 5}>
          {one.figure}
        </Text>
      );
    case 'upwards':
      return (
        <Text tone={tone} upwards x={x + 4} y={y - 4}>
          {one.figure}
        </Text>
      );
    default:
      return assertNever(lettering);
  }
}

function legend(layout: FilesWonLayout, words: CaseWords): readonly LegendItem[] {
  return [
    ...layout.series.map((name): LegendItem => {
      const table = name === 'expected' ? 'expected' : words[name];
      const same =
        name === 'expected' && layout.sameAsExpected !== null
          ? ` (${words[layout.sameAsExpected]} holds exactly these)`
          : '';
      return { id: name, fill: `var(--${name})`, text: `${table}${same}` };
    }),
    ...layout.holes.map(
      (side): LegendItem => ({ id: `hole-${side}`, fill: 'hatch', text: `expected, absent in ${words[side]}` }),
    ),
  ];
}
