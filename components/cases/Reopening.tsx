'use client';

import type { Progress } from '@/lib/case/open/state';
import type { Findings } from '@/lib/core/findings/findings';
import { QuietButton } from '../ui/Button';
import { Verdict } from '../verdict/Verdict';

interface ReopeningProps {
  /** What was found when the case was saved. */
  readonly findings: Findings;
  readonly progress: Progress | null;
  readonly onCancel: () => void;
}

/** A saved case whose files are being read again: its verdict stands there meanwhile. */
export default function Reopening({ findings, progress, onCancel }: ReopeningProps) {
  const reading = progress?.stage === 'reading' ? progress : null;
  return (
    <main className="mx-auto w-full max-w-[1060px] px-5 pt-6 pb-12 sm:px-10 sm:pt-8">
      <div className="mb-6" role="status">
        <div className="flex items-center justify-between gap-4 text-sm text-mut">
          <p>Reading the files again; this is what was found when the case was saved</p>
          <QuietButton onClick={onCancel}>Cancel</QuietButton>
        </div>
        <progress
          aria-label="Bytes read"
          className="block h-0.5 w-full"
          max={reading && reading.totalBytes > 0 ? reading.totalBytes : 1}
          value={reading ? reading.bytes : 0}
        />
      </div>
      <Verdict findings={findings} onFilter={null} />
    </main>
  );
}
