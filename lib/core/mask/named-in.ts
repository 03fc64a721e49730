import type { Key } from '../key';

/** What of a case a text names, each as it stands in the files. */
export interface NamedInTexts {
  readonly keys: readonly Key[];
  readonly values: readonly { readonly column: string; readonly text: string }[];
}

/** Words that one name may have. */
const LONGEST = 8;

/**
 * The keys, and the values of some columns, that stand as words of their own in any of the texts.
 * O(words of the texts, distinct values of the columns)
 */
export function namedIn(
  dataset: {
    /** Gives -1 for what is no key. */
    readonly keys: { readonly find: (key: Key) => number };
    readonly columns: readonly { readonly name: string; readonly texts: readonly string[] | null }[];
  },
  texts: readonly string[],
  columns: readonly string[],
  width: number,
): NamedInTexts {
  const spans = new Set(texts.flatMap(spansOf));
  const keys =
    width === 1 ? [...spans].filter((span) => dataset.keys.find([span]) !== -1).map((span): Key => [span]) : [];
  const values = dataset.columns.flatMap(({ name, texts: own }) =>
    columns.includes(name)
      ? (own ?? []).filter((text) => text !== '' && spans.has(text)).map((text) => ({ column: name, text }))
      : [],
  );
  return { keys, values };
}

/** Every row of up to so many words, with whatever stands between them, and with and without the signs at its ends. */
function spansOf(text: string): readonly string[] {
  const words = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)];
  return words.flatMap((first, at) =>
    words.slice(at, at + LONGEST).flatMap((last) => {
      const from = first.index;
      const to = last.index + last[0].length;
      const before = /\S*$/.exec(text.slice(0, from))?.[0].length ?? 0;
      const after = /^\S*/.exec(text.slice(to))?.[0].length ?? 0;
      const starts = Array.from({ length: Math.min(before, 3) + 1 }, (_, back) => from - back);
      const ends = Array.from({ length: Math.min(after, 3) + 1 }, (_, on) => to + on);
      return starts.flatMap((start) => ends.map((end) => text.slice(start, end)));
    }),
  );
}
