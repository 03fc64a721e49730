'use client';

import { type CommentedMapping, commentsOn, maskedText, nameOfKey } from '@/lib/case/tell/comments';
import { useNotes } from '@/lib/case/tell/use-notes';
import { type Key, keyId } from '@/lib/core/key';
import type { Mask } from '@/lib/core/mask/pseudonym';
import { entityOf } from '@/lib/core/words/entity';
import { CommentForm } from './CommentForm';
import { CommentItem } from './CommentItem';

interface KeyCommentsProps {
  readonly of: Key;
  readonly mapping: CommentedMapping;
  readonly mask: Mask | null;
}

/** The comments on one key and the means to write one: for the end of its timeline. */
export function KeyComments({ of, mapping, mask }: KeyCommentsProps) {
  const { comments: all } = useNotes();
  const name = nameOfKey(of, entityOf(mapping.key).one, mask);
  const id = keyId(of);
  const comments = commentsOn(all, id);
  return (
    <section aria-label={`Comments on ${name}`} className="max-w-[640px] px-4 pb-4 print:hidden">
      {comments.length === 0 ? null : (
        <ul className="mb-3">
          {comments.map((comment) => (
            <CommentItem
              comment={comment}
              key={comment.id}
              on={null}
              text={maskedText(comment.text, all, mapping, mask)}
            />
          ))}
        </ul>
      )}
      <CommentForm key={id} label={`Comment on ${name}`} on={id} />
    </section>
  );
}
