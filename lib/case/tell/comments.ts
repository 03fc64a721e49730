import type { Findings } from '@/lib/core/findings/findings';
import { keyColumns } from '@/lib/core/findings/key-columns';
import { type Key, keyOf, keyText } from '@/lib/core/key';
import type { Mask } from '@/lib/core/mask/pseudonym';
import { capitalised } from '@/lib/core/phrases/phrases';
import { entityOf } from '@/lib/core/words/entity';
import { withKeysNamed } from './masking-text';

/** A short note on the case, or on one key of it. Kept with the case, and carried into its report. */
export interface CaseComment {
  readonly id: string;
  /** The key's id, see `keyId`; null: the case as a whole. */
  readonly on: string | null;
  /** Empty where the author gave no name. */
  readonly author: string;
  readonly text: string;
  /** When it was written or last changed, ISO 8601. */
  readonly at: string;
}

/** Characters that a comment may have. */
export const COMMENT_LIMIT = 2000;

export function withComment(comments: readonly CaseComment[], comment: CaseComment): readonly CaseComment[] {
  return [...comments, comment];
}

/** Unchanged where no comment has the id. */
export function withCommentChanged(
  comments: readonly CaseComment[],
  id: string,
  change: Pick<CaseComment, 'text' | 'at'>,
): readonly CaseComment[] {
  return comments.map((comment) => (comment.id === id ? { ...comment, ...change } : comment));
}

export function withoutComment(comments: readonly CaseComment[], id: string): readonly CaseComment[] {
  return comments.filter((comment) => comment.id !== id);
}

/** What a key is called: "user 5983"; under a mask, whose pseudonyms say what they name, "user-7K3F9Q2M". */
export function nameOfKey(key: Key, entity: string, mask: Mask | null): string {
  return mask ? mask.key(key) : `${entity} ${keyText(key)}`;
}

/** The keys of a case as its comments name them. */
export type CommentedMapping = Pick<Findings['mapping'], 'key'>;

/** The key that a comment is on. */
export function keyOfComment(on: string, mapping: CommentedMapping): Key {
  return keyOf(on, keyColumns(mapping).length);
}

/** In the order in which they were written. */
export function commentsOn(comments: readonly CaseComment[], on: string | null): readonly CaseComment[] {
  return comments.filter((comment) => comment.on === on);
}

/**
 * The comments as a report takes them: those on the case first, then those on keys, each told by its key ("User 5983: …").
 * With a mask every key that has a comment is masked, in the texts too, and so is whatever the mask knows to be named.
 * @param dateOf how a moment is written, given as ISO 8601
 */
export function commentsForReport(
  comments: readonly CaseComment[],
  mapping: CommentedMapping,
  mask: Mask | null,
  dateOf: (at: string) => string,
): readonly { readonly author: string; readonly date: string; readonly text: string }[] {
  const entity = capitalised(entityOf(mapping.key).one);
  const told = ({ on, text }: CaseComment) => {
    const spelled = maskedText(text, comments, mapping, mask);
    return on === null ? spelled : `${nameOfKey(keyOfComment(on, mapping), entity, mask)}: ${spelled}`;
  };
  const ordered = [...commentsOn(comments, null), ...comments.filter(({ on }) => on !== null)];
  return ordered.map((comment) => ({
    author: comment.author === '' ? 'Unnamed' : (mask?.text(comment.author) ?? comment.author),
    date: dateOf(comment.at),
    text: told(comment),
  }));
}

/** A text in which, with a mask, every key that has a comment is its pseudonym where it stands as a word of its own. */
export function maskedText(
  text: string,
  comments: readonly CaseComment[],
  mapping: CommentedMapping,
  mask: Mask | null,
): string {
  if (mask === null) return text;
  const keys = comments.flatMap(({ on }) => (on === null ? [] : [keyOfComment(on, mapping)]));
  return mask.text(withKeysNamed(text, keys, mask.key));
}
