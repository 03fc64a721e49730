import type { Progress } from '@/lib/engine/investigator';

/**
 * Passes a progress on at most once in `milliseconds`, and always when the stage changes or it is complete: each costs the
 * page a drawing.
 * @param now milliseconds from any fixed moment
 */
export function throttled(
  report: (progress: Progress) => void,
  now: () => number,
  milliseconds = 50,
): (progress: Progress) => void {
  let last = Number.NEGATIVE_INFINITY;
  let stage: Progress['stage'] | null = null;
  return (progress) => {
    const at = now();
    const complete =
      progress.stage === 'reading' ? progress.bytes === progress.totalBytes : progress.done === progress.of;
    if (at - last < milliseconds && progress.stage === stage && !complete) return;
    last = at;
    stage = progress.stage;
    report(progress);
  };
}
