'use client';

import { useId, useState } from 'react';
import { useCaseStore } from '@/lib/case/open/use-case';
import { COMMENT_LIMIT } from '@/lib/case/tell/comments';
import { Button } from '../ui/Button';
import { lastAuthor, rememberAuthor } from './author';

interface CommentFormProps {
  /** The key; null: the case as a whole. */
  readonly on: string | null;
  /** "Comment on the case", "Comment on user 5983". */
  readonly label: string;
}

/** Writes a comment. */
export function CommentForm({ on, label }: CommentFormProps) {
  const store = useCaseStore();
  const id = useId();
  const [text, setText] = useState('');
  const [author, setAuthor] = useState(lastAuthor);
  const trimmed = text.trim();

  function add() {
    if (trimmed === '') return;
    store.comment({ on, author: author.trim(), text: trimmed });
    rememberAuthor(author.trim());
    setText('');
  }

  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <label className="text-xs text-mut" htmlFor={id}>
        {label}
      </label>
      <textarea
        className="min-h-14 w-full rounded-md border border-field bg-bg px-2 py-1.5 text-sm"
        id={id}
        maxLength={COMMENT_LIMIT}
        onChange={(event) => {
          setText(event.target.value);
        }}
        onKeyDown={(event) => {
          // The rows around it have keys of their own.
          event.stopPropagation();
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) add();
        }}
        rows={2}
        value={text}
      />
      <div className="flex flex-wrap items-center gap-2">
        <input
          aria-label="Your name"
          className="min-h-7 w-44 rounded-md border border-field bg-bg px-2 py-0.5 text-sm"
          maxLength={80}
          onChange={(event) => {
            setAuthor(event.target.value);
          }}
          placeholder="Your name, if you like"
          value={author}
        />
        <Button disabled={trimmed === ''} type="submit">
          Add the comment
        </Button>
      </div>
    </form>
  );
}
