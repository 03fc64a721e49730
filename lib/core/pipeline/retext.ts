import type { TextForm } from '../findings/fault-parameters';
import { alterText } from './alter-text';

/** What each of a column's texts is once it is altered, by rank; between two ranks where the column does not hold it. O(texts) */
export function alteredRanks(texts: readonly string[], form: TextForm): Float64Array {
  const rank = new Map(texts.map((text, at) => [text, at]));
  return Float64Array.from(texts, (text, at) => {
    const altered = alterText(text, form);
    return altered === text ? at : (rank.get(altered) ?? at - 0.5);
  });
}
