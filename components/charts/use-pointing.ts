import { type KeyboardEvent, type MouseEvent, useState } from 'react';
import type { Chart, Mark } from '@/lib/charts/chart';
import type { Plot } from './plot';

/** Which mark of a chart is pointed at, or reached by key; null: none. */
interface Pointing {
  readonly mark: Mark | null;
  /** Its figures were dismissed with Escape; it can still be opened. */
  readonly dismissed: boolean;
  /** For the drawing. */
  readonly handlers: {
    readonly onBlur: () => void;
    readonly onClick: () => void;
    readonly onFocus: () => void;
    readonly onKeyDown: (event: KeyboardEvent) => void;
    readonly onMouseLeave: () => void;
    readonly onMouseMove: (event: MouseEvent) => void;
  };
}

/** @param onOpen asked by a click, Enter and the space bar: the mark is opened */
export function usePointing(chart: Chart, plot: Plot, onOpen: (mark: Mark) => void): Pointing {
  const [index, setIndex] = useState<number | null>(null);
  const [dismissed, setDismissed] = useState(false);
  const mark = index === null ? null : (chart.marks[index] ?? null);

  function point(to: number | null) {
    setIndex(to);
    if (to !== index) setDismissed(false);
  }

  function take(key: string): boolean {
    const step = STEPS[key];
    if (step !== undefined) point(index === null ? 0 : Math.min(chart.marks.length - 1, Math.max(0, index + step)));
    else if (mark !== null && (key === 'Enter' || key === ' ')) onOpen(mark);
    else if (mark !== null && key === 'Escape' && !dismissed) setDismissed(true);
    else return false;
    return true;
  }

  return {
    mark,
    dismissed,
    handlers: {
      onBlur: () => {
        point(null);
      },
      onClick: () => {
        if (mark !== null) onOpen(mark);
      },
      onFocus: () => {
        if (index === null) point(0);
      },
      onKeyDown: (event) => {
        if (!take(event.key)) return;
        event.preventDefault();
        event.stopPropagation();
      },
      onMouseLeave: () => {
        point(null);
      },
      onMouseMove: (event) => {
        const { left, top } = event.currentTarget.getBoundingClientRect();
        point(nearestMark(chart, plot, event.clientX - left, event.clientY - top));
      },
    },
  };
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** The mark whose places are nearest to a point between the axes, by index; null where the point is not between them. */
function nearestMark({ bars, marks }: Chart, { box, place }: Plot, x: number, y: number): number | null {
  if (x < box.x || x > box.x + box.width || y < box.y || y > box.y + box.height) return null;
  const at = bars === 'lying' ? y : x;
  const distances = marks.map(({ places: [from, to] }) => Math.max(place(from) - at, at - place(to), 0));
  return distances.indexOf(Math.min(...distances));
}
