import type { Progress } from '@/lib/engine/investigator';

/**
 * Passes a progress on at most once in `milliseconds`, and always when the stage or the file changes or it is complete.
 * @param now milliseconds from any fixed moment
 */
export function throttled(
  report: (progress: Progress) => void,
  now: () => number,
  milliseconds = 50,
): (progress: Progress) => void {
  let last = Number.NEGATIVE_INFINITY;
  let subject = '';
  return (progress) => {
    const at = now();
    const next = progress.stage === 'reading' ? `reading ${progress.file}` : progress.stage;
    const complete =
      progress.stage === 'reading' ? progress.bytes === progress.totalBytes : progress.done === progress.of;
    if (at - last < milliseconds && next === subject && !complete) return;
    last = at;
    subject = next;
    report(progress);
  };
}
