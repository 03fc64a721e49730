'use client';

import type { Chart } from '@/lib/charts/chart';
import type { RowFilter } from '@/lib/core/compare/rows/row-query';
import { cx } from '../ui/cx';
import { useElementSize } from '../ui/use-element-size';
import { Axes, Lines } from './Axes';
import { Fills, useFillId } from './Fills';
import { Legend } from './Legend';
import { Highlight, Marks } from './Marks';
import { type Plot, plotOf } from './plot';
import { heightOf } from './room';
import { Strips } from './Strips';
import { Tip } from './Tip';
import { usePointing } from './use-pointing';

interface ChartViewProps {
  readonly chart: Chart;
  /** Asked when a mark is opened: show the rows behind it. */
  readonly onFilter: (filter: RowFilter) => void;
}

/** A chart on the page. Hover or the arrow keys show exact figures; a click or Enter opens the rows behind a mark. */
export function ChartView({ chart, onFilter }: ChartViewProps) {
  const id = useFillId();
  const [measure, { width }] = useElementSize();
  if (chart.marks.length === 0) {
    return (
      <p className="flex h-48 items-center justify-center border-y px-6 text-center text-sm text-mut">
        {chart.nothing}
      </p>
    );
  }
  return (
    <>
      <div className="num relative" ref={measure} style={{ height: heightOf(chart) }}>
        {width === 0 ? null : <Pointed chart={chart} id={id} onFilter={onFilter} plot={plotOf(chart, width)} />}
      </div>
      {chart.legend.length === 0 ? null : <Legend id={id} items={chart.legend} />}
      {chart.notes.map((note) => (
        <p className="text-2xs text-mut" key={note}>
          {note}
        </p>
      ))}
    </>
  );
}

interface DrawingProps {
  readonly chart: Chart;
  readonly plot: Plot;
  readonly id: string;
}

/** The drawing with what is pointed at in it. */
function Pointed({ chart, plot, id, onFilter }: DrawingProps & Pick<ChartViewProps, 'onFilter'>) {
  const { mark, dismissed, handlers } = usePointing(chart, plot, ({ filter }) => {
    if (filter !== null) onFilter(filter);
  });
  return (
    <>
      <svg
        aria-label={chart.title}
        className={cx('block', mark?.filter && 'cursor-pointer')}
        height={plot.height}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys go through its marks
        tabIndex={0}
        width={plot.width}
        {...handlers}
      >
        {mark === null ? null : <Highlight chart={chart} mark={mark} plot={plot} />}
        <Drawing chart={chart} id={id} plot={plot} />
      </svg>
      {mark === null || dismissed ? null : <Tip chart={chart} mark={mark} plot={plot} />}
    </>
  );
}

/** It stays as it is while marks are pointed at. */
function Drawing({ chart, plot, id }: DrawingProps) {
  return (
    <>
      <Fills chart={chart} id={id} />
      <Axes chart={chart} plot={plot} />
      <Marks chart={chart} id={id} plot={plot} />
      <Strips chart={chart} id={id} plot={plot} />
      <Lines chart={chart} plot={plot} />
    </>
  );
}
