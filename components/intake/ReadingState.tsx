'use client';

import type { Progress, Source } from '@/lib/case/open/state';
import { formatCount } from '@/lib/core/phrases/amounts';
import { Button } from '../ui/Button';
import { formatBytes } from './bytes';

interface ReadingStateProps {
  readonly sources: readonly Source[];
  readonly progress: Progress | null;
  readonly onCancel: () => void;
}

/** The files being read: which one, how far, how many rows. */
export function ReadingState({ sources, progress, onCancel }: ReadingStateProps) {
  const reading = progress?.stage === 'reading' ? progress : null;
  return (
    <main className="mx-auto w-full max-w-[720px] px-5 py-10 sm:px-10 sm:py-16">
      <h1 aria-live="polite" className="text-xl font-semibold tracking-[-0.015em]">
        Reading {sources.length === 1 ? sources[0]?.name : `${formatCount(sources.length)} files`}
      </h1>
      <progress
        aria-label="Bytes read"
        className="mt-4 block h-1 w-full"
        max={reading && reading.totalBytes > 0 ? reading.totalBytes : 1}
        value={reading ? reading.bytes : 0}
      />
      <div className="mt-2 flex items-center justify-between gap-4 text-sm text-mut">
        <p className="num">
          {reading
            ? `${formatBytes(reading.bytes)} of ${formatBytes(reading.totalBytes)}, ${formatCount(reading.rows)} rows`
            : 'Opening the files'}
        </p>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
      <ul className="mt-6 text-sm">
        {sources.map((source) => (
          <li className="flex justify-between gap-4 border-t border-line py-1.5" key={source.name}>
            <span className={reading?.file === source.name ? 'font-semibold' : ''}>{source.name}</span>
            <span className="num text-mut">{source.kind === 'file' ? formatBytes(source.file.size) : 'sample'}</span>
          </li>
        ))}
      </ul>
    </main>
  );
}
