'use client';

import { type KeyboardEvent as KeyPress, useEffect, useState } from 'react';
import { ComposedChart, Tooltip, useActiveTooltipDataPoints, useIsTooltipActive } from 'recharts';
import type { Chart, Mark } from '@/lib/charts/chart';
import type { RowFilter } from '@/lib/core/compare/rows/row-query';
import { cx } from '../ui/cx';
import { InTurn } from '../ui/InTurn';
import { useElementSize } from '../ui/use-element-size';
import { Axes } from './Axes';
import { Fills, useFillId } from './Fills';
import { Legend } from './Legend';
import { Marks } from './Marks';
import { heightOf } from './room';
import { Strips } from './Strips';

interface ChartViewProps {
  readonly chart: Chart;
  /** Asked when a mark is opened: show the rows behind it. */
  readonly onFilter: (filter: RowFilter) => void;
}

/** A chart on the page. Hover or the arrow keys show exact figures; a click or Enter opens the rows behind a mark. */
export function ChartView({ chart, onFilter }: ChartViewProps) {
  const id = useFillId();
  const [active, setActive] = useState<Mark | null>(null);
  const [dismissed, setDismissed] = useState<Mark | null>(null);
  // Measured before it is drawn: left to find its own size, the chart is drawn twice.
  const [measure, { width }] = useElementSize();
  const height = heightOf(chart);

  function open() {
    if (active !== null && active.filter !== null) onFilter(active.filter);
  }

  function onKeyDown(event: KeyPress) {
    const arrow = arrowFor(event.key, chart);
    if (arrow !== null && event.isTrusted) {
      // To Recharts a pointer that rests on the chart, and be it that focus scrolled it there, goes before the keys.
      event.target.dispatchEvent(new MouseEvent('mouseout', { bubbles: true, relatedTarget: document.body }));
      event.target.dispatchEvent(new KeyboardEvent('keydown', { key: arrow, bubbles: true }));
    } else if (active !== null && (event.key === 'Enter' || event.key === ' ')) open();
    else if (active !== null && event.key === 'Escape' && active !== dismissed) setDismissed(active);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  if (chart.marks.length === 0) {
    return (
      <p className="flex h-48 items-center justify-center border-y px-6 text-center text-sm text-mut">
        {chart.nothing}
      </p>
    );
  }
  return (
    <>
      <div
        className={cx('num', active?.filter && 'cursor-pointer')}
        onKeyDownCapture={onKeyDown}
        ref={measure}
        style={{ height }}
      >
        {width > 0 ? (
          <ComposedChart
            aria-label={chart.title}
            data={[...chart.marks]}
            layout={chart.bars === 'lying' ? 'vertical' : 'horizontal'}
            margin={{ top: chart.bars === 'lying' ? 6 : 0, right: 0, bottom: 0, left: 0 }}
            onClick={open}
            height={height}
            width={width}
          >
            {/* In steps: the first chart that a browser draws takes it long, for each of Recharts' parts is compiled. */}
            <InTurn waiting={null}>
              <Axes chart={chart} />
              <Fills chart={chart} id={id} />
              <Marks active={active} chart={chart} id={id} />
              <Strips chart={chart} id={id} />
            </InTurn>
            <InTurn waiting={null}>
              <Tooltip
                allowEscapeViewBox={{ y: true }}
                content={({ payload }) => <Tip mark={payload[0]?.payload as Mark | undefined} />}
                cursor={false}
                isAnimationActive={false}
                wrapperStyle={{ zIndex: 10 }}
                {...(active !== null && active === dismissed ? { active: false } : {})}
              />
              <Active onChange={setActive} />
            </InTurn>
          </ComposedChart>
        ) : null}
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

/**
 * The key that moves Recharts as a key should; null where a key moves nothing. It knows two arrows only, and among lying
 * bars it takes left for the next one.
 */
function arrowFor(key: string, { bars }: Chart): 'ArrowLeft' | 'ArrowRight' | null {
  const next = key === 'ArrowRight' || key === 'ArrowDown';
  if (!next && key !== 'ArrowLeft' && key !== 'ArrowUp') return null;
  return next === (bars === 'standing') ? 'ArrowRight' : 'ArrowLeft';
}

/** Tells which mark is pointed at or reached by key. */
function Active({ onChange }: { readonly onChange: (mark: Mark | null) => void }) {
  const points = useActiveTooltipDataPoints<Mark>();
  const mark = (useIsTooltipActive() ? points?.[0] : null) ?? null;
  useEffect(() => {
    onChange(mark);
  }, [mark, onChange]);
  return null;
}

function Tip({ mark }: { readonly mark: Mark | undefined }) {
  if (mark === undefined) return null;
  return (
    <div
      aria-live="assertive"
      className="w-52 rounded-md border border-field bg-bg px-2.5 py-1.5 text-xs text-ink"
      role="status"
    >
      <div className="font-semibold break-words">{mark.title}</div>
      <dl className="mt-0.5 grid grid-cols-[auto_1fr] gap-x-3">
        {mark.figures.map(({ name, value }) => (
          <div className="contents" key={name}>
            <dt className="text-mut">{name}</dt>
            <dd className="text-right break-words">{value}</dd>
          </div>
        ))}
      </dl>
      {mark.filter === null ? null : <div className="mt-0.5 text-mut">Click or Enter: show these rows</div>}
    </div>
  );
}
