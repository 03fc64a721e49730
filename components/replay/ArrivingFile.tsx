import { arriving, partOf, type ReplaySetting } from '@/lib/case/replay/setting';
import { typedCount } from '@/lib/case/replay/values';
import { formatCount } from '@/lib/core/phrases/amounts';
import { plural, rowRanges } from '@/lib/core/phrases/phrases';
import { FileSwatch } from '../charts/FileSwatch';
import { ValueField } from './ValueField';

interface ArrivingFileProps {
  readonly file: string;
  /** The file's name as it is shown. */
  readonly name: string;
  /** Place in arrival order, from 0. */
  readonly index: number;
  /** Rows that the file has. */
  readonly of: number;
  readonly setting: ReplaySetting;
  readonly onArrives: (rows: number) => void;
}

/** How much of one file arrives: all of it, its first rows, or nothing. */
export function ArrivingFile({ file, name, index, of, setting, onArrives }: ArrivingFileProps) {
  const rows = arriving(setting, file, of);
  const part = partOf(setting, file);
  const pieces = part !== null && rows > 0 && (part.loaded.length > 1 || part.loaded[0]?.from !== 0);
  return (
    <div className="grid min-h-8 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 py-0.5 sm:grid-cols-[minmax(0,10rem)_minmax(0,1fr)_auto]">
      <label className="flex min-w-0 items-center gap-2">
        <input
          aria-label={`${name} is loaded`}
          checked={rows > 0}
          className="size-4 shrink-0 accent-ink"
          disabled={of === 0}
          onChange={(event) => {
            onArrives(event.target.checked ? of : 0);
          }}
          type="checkbox"
        />
        <FileSwatch index={index} missing={rows === 0} />
        <span className="truncate" title={name}>
          {name}
        </span>
      </label>
      <input
        aria-label={`Rows of ${name} that arrive`}
        aria-valuetext={`the first ${formatCount(rows)} of ${plural(of, 'row', 'rows')}`}
        className="h-6 w-full min-w-0 cursor-pointer accent-ink max-sm:order-last max-sm:col-span-2 print:hidden"
        disabled={of === 0}
        max={of}
        min={0}
        onChange={(event) => {
          onArrives(event.target.valueAsNumber);
        }}
        type="range"
        value={rows}
      />
      <div className="num flex items-center gap-1.5 text-sm text-mut">
        {pieces ? (
          <span title={rowRanges(part.loaded)}>{formatCount(rows)}</span>
        ) : (
          <ValueField
            className="w-18 text-right"
            label={`First rows of ${name} that arrive`}
            onValue={(value: number) => {
              onArrives(Math.min(of, value));
            }}
            read={(text) => typedCount(text, 0)}
            value={formatCount(rows)}
          />
        )}
        <span className="w-20">of {formatCount(of)}</span>
      </div>
    </div>
  );
}
