import type { Chart, Mark } from '@/lib/charts/chart';
import type { Plot } from './plot';

interface TipProps {
  readonly chart: Chart;
  readonly plot: Plot;
  readonly mark: Mark;
}

const WIDTH = 208;
const APART = 10;

/** The exact figures of a mark: beside it where it stands, below it where it lies. */
export function Tip({ chart, plot, mark }: TipProps) {
  return (
    <div
      aria-live="assertive"
      className="pointer-events-none absolute z-10 rounded-md border border-field bg-bg px-2.5 py-1.5 text-xs text-ink"
      role="status"
      style={{ width: WIDTH, ...corner(chart, plot, mark) }}
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

/** Of the tip, within the drawing's width. */
function corner({ bars }: Chart, { width, box, place }: Plot, { places: [from, to] }: Mark) {
  const within = (x: number) => Math.max(0, Math.min(x, width - WIDTH));
  if (bars === 'lying') return { left: within(box.x + APART), top: place(to) + APART };
  const right = place(to) + APART;
  return { left: within(right + WIDTH <= width ? right : place(from) - APART - WIDTH), top: box.y + box.height / 3 };
}
