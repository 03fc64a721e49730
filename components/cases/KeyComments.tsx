'use client';

import { commentsOn, maskedText, nameOfKey } from '@/lib/case/tell/comments';
import { useNotes } from '@/lib/case/tell/use-notes';
import { CommentForm } from './CommentForm';
import { CommentItem } from './CommentItem';

interface KeyCommentsProps {
  /** The key, as the files have it. */
  readonly keyText: string;
  /** What a key names: "user". */
  readonly entity: string;
  /** How a key is shown. */
  readonly nameOf: (key: string) => string;
}

/** The comments on one key and the means to write one: for the end of its timeline. */
export function KeyComments({ keyText, entity, nameOf }: KeyCommentsProps) {
  const { comments: all } = useNotes();
  const name = nameOfKey(keyText, entity, nameOf);
  const comments = commentsOn(all, keyText);
  return (
    <section aria-label={`Comments on ${name}`} className="max-w-[640px] px-4 pb-4 print:hidden">
      {comments.length === 0 ? null : (
        <ul className="mb-3">
          {comments.map((comment) => (
            <CommentItem comment={comment} key={comment.id} on={null} text={maskedText(comment.text, all, nameOf)} />
          ))}
        </ul>
      )}
      <CommentForm key={keyText} label={`Comment on ${name}`} on={keyText} />
    </section>
  );
}
