/** A sentence in segments, some emphasised, that a component renders as it stands. */
export interface Segment {
  readonly text: string;
  readonly strong?: true;
}
export type Phrase = readonly Segment[];

/** Strings are plain; wrap a figure in `strong`. Empty strings are left out. */
export function phrase(...parts: readonly (string | Segment)[]): Phrase {
  return parts.map((part) => (typeof part === 'string' ? { text: part } : part)).filter((part) => part.text !== '');
}

export function strong(text: string): Segment {
  return { text, strong: true };
}

/** The sentence as text. */
export function plain(of: Phrase): string {
  return of.map((segment) => segment.text).join('');
}
