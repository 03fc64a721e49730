'use client';

import { useState } from 'react';
import { useCaseStore } from '@/lib/case/open/use-case';
import { type CaseComment, COMMENT_LIMIT } from '@/lib/case/tell/comments';
import { Button, QuietButton } from '../ui/Button';
import { formatMoment } from './moment';

interface CommentItemProps {
  readonly comment: CaseComment;
  /** The key it is on, as it is shown; null: it need not be said. */
  readonly on: string | null;
  /** Its text as it is shown; keys may be masked. */
  readonly text: string;
}

/** A comment with who wrote it and when; it can be changed and taken away. */
export function CommentItem({ comment, on, text }: CommentItemProps) {
  const store = useCaseStore();
  const [draft, setDraft] = useState<string | null>(null);
  const short = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return (
    <li className="border-t border-line py-2 text-sm">
      <p className="num flex flex-wrap items-baseline gap-x-2 text-xs text-mut">
        {on === null ? null : <span className="font-semibold text-ink">{on}</span>}
        <span>{comment.author === '' ? 'Unnamed' : comment.author}</span>
        <span className="flex-1">{formatMoment(comment.at)}</span>
        {draft === null ? (
          <>
            <QuietButton
              aria-label={`Change the comment: ${short}`}
              onClick={() => {
                setDraft(comment.text);
              }}
            >
              Change
            </QuietButton>
            <QuietButton
              aria-label={`Take away the comment: ${short}`}
              onClick={() => {
                store.removeComment(comment.id);
              }}
            >
              Take away
            </QuietButton>
          </>
        ) : null}
      </p>
      {draft === null ? (
        <p className="whitespace-pre-wrap">{text}</p>
      ) : (
        <form
          className="mt-1 flex flex-col gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            if (draft.trim() !== '' && draft !== comment.text) store.changeComment(comment.id, draft.trim());
            setDraft(null);
          }}
        >
          <textarea
            aria-label="Comment"
            className="min-h-14 w-full rounded-md border border-field bg-bg px-2 py-1.5 text-sm"
            maxLength={COMMENT_LIMIT}
            onChange={(event) => {
              setDraft(event.target.value);
            }}
            rows={2}
            value={draft}
          />
          <div className="flex gap-2">
            <Button disabled={draft.trim() === ''} type="submit">
              Keep the change
            </Button>
            <Button
              onClick={() => {
                setDraft(null);
              }}
            >
              Drop it
            </Button>
          </div>
        </form>
      )}
    </li>
  );
}
