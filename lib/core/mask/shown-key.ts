import type { Key } from '../key';
import type { Mask } from './pseudonym';

/** A key as it is shown: a text for each part, or under a mask its pseudonym alone. */
export function shownKey(key: Key, mask: Mask | null): Key {
  return mask ? [mask.key(key)] : key;
}

/** What a table calls the columns that its shown keys stand in. */
export function shownKeyColumns(columns: readonly string[], mask: Mask | null): readonly string[] {
  return mask ? [columns.join(' + ')] : columns;
}
