import { keyAlterations, type TextForm } from '../findings/fault-parameters';
import { keyId, keyOf } from '../key';
import { alterText } from '../pipeline/alter-text';
import type { Dataset, GroupedRows } from '../table/dataset';

/** Keys of the table that no file has, looked at for how keys are written in it. */
const MOST_READ = 500;

/**
 * The ways in which keys may have been altered on their way into the table. How many digits or characters they have by
 * then is read off the keys that only the table has; where those do not agree, there is no such way. O(keys)
 */
export function keyForms({ keys, deltas }: Dataset, observed: GroupedRows): readonly TextForm[] {
  const strange: string[] = [];
  for (let k = 0; k < keys.count && strange.length < MOST_READ; k++)
    if (deltas.start[k] === deltas.start[k + 1] && observed.start[k] !== observed.start[k + 1])
      strange.push(keyId(keys.parts(k)));
  return keyAlterations.flatMap((how): TextForm[] => {
    if (how === 'zero-padded') return paddedWidth(strange).map((width) => ({ how, width }));
    if (how === 'cut') return cutLength(strange).map((length) => ({ how, length }));
    return [{ how }];
  });
}

/** The digits that keys which begin with a zero have; none: they have several numbers of digits. */
function paddedWidth(strange: readonly string[]): number[] {
  const widths = new Set(strange.filter((text) => /^0\d+$/.test(text)).map(({ length }) => length));
  return widths.size === 1 ? [...widths] : [];
}

/** The characters of the longest, where several keys have as many. */
function cutLength(strange: readonly string[]): number[] {
  const lengths = strange.map((text) => Array.from(text).length);
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  return longest > 0 && lengths.filter((length) => length === longest).length * 2 >= lengths.length ? [longest] : [];
}

/** How many of the keys become one, of those that the alteration changes, under which the table has rows. */
export function arrivedAs(
  { keys }: Dataset,
  observed: GroupedRows,
  texts: readonly string[],
  form: TextForm,
): { readonly changed: number; readonly held: number } {
  const width = keys.count === 0 ? 1 : keys.parts(0).length;
  let [changed, held] = [0, 0];
  for (const text of texts) {
    const altered = alterText(text, form);
    if (altered === text) continue;
    changed += 1;
    const id = keys.find(keyOf(altered, width));
    if (id !== -1 && observed.start[id] !== observed.start[id + 1]) held += 1;
  }
  return { changed, held };
}
