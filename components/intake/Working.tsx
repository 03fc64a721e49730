import type { Progress } from '@/lib/case/open/state';
import { QuietButton } from '../ui/Button';

interface WorkingProps {
  readonly progress: Progress | null;
  /** Earlier findings stand below. */
  readonly again: boolean;
  readonly onCancel: () => void;
}

/** How far the comparison and the search for the cause have come. */
export function Working({ progress, again, onCancel }: WorkingProps) {
  const counted = progress !== null && progress.stage !== 'reading' && progress.of > 0 ? progress : null;
  return (
    <div className="mb-6" role="status">
      <div className="flex items-center justify-between gap-4 text-sm text-mut">
        <p>{counted?.stage === 'searching' ? 'Looking for the cause' : again ? 'Comparing again' : 'Comparing'}</p>
        <QuietButton onClick={onCancel}>Cancel</QuietButton>
      </div>
      <progress
        aria-label="Compared"
        className="block h-0.5 w-full"
        max={counted?.of ?? 1}
        value={counted?.done ?? 0}
      />
    </div>
  );
}
