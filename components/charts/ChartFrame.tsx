import { createContext, type KeyboardEvent, type ReactNode, useContext, useId, useRef, useState } from 'react';
import { cx } from '@/components/ui/cx';
import type { RowFilter } from '@/lib/core/compare/rows/row-query';
import { type Mark, markName } from './mark';
import { useWidth } from './use-width';

interface Shown {
  readonly mark: Mark;
  /** Centre and top of the mark, in px of the chart. */
  readonly x: number;
  readonly y: number;
}

interface Frame {
  readonly show: (shown: Shown) => void;
  readonly hide: () => void;
  /** The one mark that the Tab key stops at; arrow keys go on from it. */
  readonly stop: string | undefined;
  readonly setStop: (id: string) => void;
  readonly active: string | undefined;
  readonly onFilter: (filter: RowFilter) => void;
  /** Prefix of the ids of this chart's patterns. */
  readonly id: string;
}

const FrameContext = createContext<Frame | null>(null);

/** The frame that a mark or a pattern belongs to. */
export function useFrame(): Frame {
  const frame = useContext(FrameContext);
  if (frame === null) throw new Error('a mark stands outside a ChartFrame');
  return frame;
}

interface ChartFrameProps {
  /** What the chart shows, for those who cannot see it. */
  readonly label: string;
  readonly height: number;
  readonly marks: readonly Mark[];
  readonly onFilter: (filter: RowFilter) => void;
  /** The drawing, `width` px wide; called once the width is known. */
  readonly children: (width: number) => ReactNode;
}

/** Measures the room, shows exact figures on hover and focus, and moves among the marks by arrow keys. */
export function ChartFrame({ label, height, marks, onFilter, children }: ChartFrameProps) {
  const id = useId().replaceAll(/[^\w-]/g, '');
  const [measure, width] = useWidth();
  const [shown, setShown] = useState<Shown | null>(null);
  const [chosen, setStop] = useState<string | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const stop = marks.some((mark) => mark.id === chosen) && chosen !== null ? chosen : marks[0]?.id;

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && shown !== null) {
      event.stopPropagation();
      setShown(null);
      return;
    }
    const to = nextMark(
      marks.findIndex((mark) => mark.id === stop),
      marks.length,
      event.key,
    );
    if (to === null) return;
    event.preventDefault();
    frame.current?.querySelector<SVGElement>(`[data-mark="${marks[to]?.id}"]`)?.focus();
  }

  const value: Frame = {
    show: setShown,
    hide: () => {
      setShown(null);
    },
    stop,
    setStop,
    active: shown?.mark.id,
    onFilter,
    id,
  };
  return (
    <FrameContext value={value}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys move the focus among the marks inside */}
      <div className="relative" onKeyDown={onKeyDown} ref={frame}>
        <fieldset aria-label={label} className="m-0 min-w-0 overflow-hidden p-0" ref={measure} style={{ height }}>
          {width > 0 ? children(width) : null}
        </fieldset>
        {shown === null ? null : <Tip shown={shown} width={width} />}
      </div>
    </FrameContext>
  );
}

function nextMark(from: number, count: number, key: string): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return Math.min(count - 1, from + 1);
    case 'ArrowLeft':
    case 'ArrowUp':
      return Math.max(0, from - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

const TIP_WIDTH = 208;

function Tip({ shown, width }: { readonly shown: Shown; readonly width: number }) {
  const left = Math.max(0, Math.min(width - TIP_WIDTH, shown.x - TIP_WIDTH / 2));
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none absolute z-10 -translate-y-full rounded-md border border-field bg-bg px-2.5 py-1.5 text-xs"
      style={{ left, top: shown.y - 6, width: TIP_WIDTH }}
    >
      <div className="font-semibold break-words">{shown.mark.title}</div>
      <dl className="mt-0.5 grid grid-cols-[auto_1fr] gap-x-3">
        {shown.mark.figures.map((figure) => (
          <div className="contents" key={figure.name}>
            <dt className="text-mut">{figure.name}</dt>
            <dd className="num text-right break-words">{figure.value}</dd>
          </div>
        ))}
      </dl>
      {shown.mark.filter === null ? null : <div className="mt-0.5 text-mut">Click or Enter: show these rows</div>}
    </div>
  );
}

/** The area itself is outlined, inside its edge: a drawing's own outline would be cut off. */
const FOCUSED =
  'outline-none [&:focus-visible>rect:first-child]:stroke-ours [&:focus-visible>rect:first-child]:stroke-2';

interface MarkAreaProps {
  readonly mark: Mark;
  /** The area that reacts, px; at least the drawing, usually the whole band that it stands in. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Where the tooltip points, px from the top. */
  readonly tipY: number;
  readonly children: ReactNode;
}

/** One mark: hover or focus shows its figures, a click or Enter its rows. */
export function MarkArea({ mark, x, y, width, height, tipY, children }: MarkAreaProps) {
  const frame = useFrame();
  const { filter } = mark;
  const show = () => {
    frame.show({ mark, x: x + width / 2, y: tipY });
  };
  const open =
    filter === null
      ? undefined
      : () => {
          frame.onFilter(filter);
        };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its role is a button's where it can be pressed, and a button cannot stand in a drawing
    <g
      aria-label={markName(mark)}
      className={cx(FOCUSED, open && 'cursor-pointer')}
      data-mark={mark.id}
      onBlur={frame.hide}
      onClick={open}
      onFocus={() => {
        frame.setStop(mark.id);
        show();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        open?.();
      }}
      onPointerEnter={show}
      onPointerLeave={frame.hide}
      role={open ? 'button' : 'img'}
      tabIndex={mark.id === frame.stop ? 0 : -1}
    >
      <rect
        fill="var(--ink)"
        fillOpacity={frame.active === mark.id ? 0.06 : 0}
        height={Math.max(0, height)}
        width={Math.max(0, width)}
        x={x}
        y={y}
      />
      {children}
    </g>
  );
}
