import type { SavedProblem } from './saved-problem';

/**
 * Why a change may not be kept; null: it may. A change may be kept only over the very revision that it was made to, so
 * that of two tabs on one case neither overwrites the other.
 * @param kept the revision that is kept now; null: the case is not there
 * @param expected the revision that the change was made to; null: the case is new
 */
export function mayPut(kept: number | null, expected: number | null): SavedProblem | null {
  if (kept === expected) return null;
  return kept === null ? { code: 'deleted-elsewhere' } : { code: 'changed-elsewhere' };
}
