'use client';

import { shownFindings } from '@/lib/case/open/selectors';
import { useCase } from '@/lib/case/open/use-case';
import { type CaseComment, commentsOn, keyOfComment, maskedText, nameOfKey } from '@/lib/case/tell/comments';
import { maskedCase } from '@/lib/case/tell/masking';
import { useNamed } from '@/lib/case/tell/use-named';
import { useNotes } from '@/lib/case/tell/use-notes';
import { entityOf } from '@/lib/core/words/entity';
import { Dialog } from '../ui/Dialog';
import { CommentForm } from './CommentForm';
import { CommentItem } from './CommentItem';

/** Every comment: those on the case, then those on keys. */
export default function CommentsDialog({ onClose }: { readonly onClose: () => void }) {
  const { comments, mask: choice } = useNotes();
  const findings = shownFindings(useCase());
  const mapping = findings?.mapping ?? { key: '' };
  const entity = entityOf(mapping.key);
  const known = useNamed(findings);
  const mask = findings && maskedCase(findings, choice, known).mask;
  const textOf = ({ text }: CaseComment) => maskedText(text, comments, mapping, mask);
  const onKeys = comments.filter(({ on }) => on !== null);
  const onCase = commentsOn(comments, null);
  return (
    <Dialog onClose={onClose} title="Comments">
      <p className="mb-4 text-sm text-mut">
        Kept with the case, in its exported file too, and carried into the report. To comment on one {entity.one}, open
        it among the rows.
      </p>
      <CommentForm label="Comment on the case" on={null} />
      {onCase.length === 0 ? null : (
        <ul aria-label="On the case" className="mt-5">
          {onCase.map((comment) => (
            <CommentItem comment={comment} key={comment.id} on={null} text={textOf(comment)} />
          ))}
        </ul>
      )}
      {onKeys.length === 0 ? null : (
        <ul aria-label={`On ${entity.many}`} className="mt-5">
          {onKeys.map((comment) => (
            <CommentItem
              comment={comment}
              key={comment.id}
              on={nameOfKey(keyOfComment(comment.on ?? '', mapping), entity.one, mask)}
              text={textOf(comment)}
            />
          ))}
        </ul>
      )}
    </Dialog>
  );
}
