'use client';

import { useMemo } from 'react';
import { copyFormatted, copyText, download, fileName } from '@/lib/case/tell/download';
import { type LetterDraft, type LetterName, UNCHANGED, withEdit, withoutEdit } from '@/lib/case/tell/draft';
import { type LetterState, sendable } from '@/lib/case/tell/letter';
import { plural } from '@/lib/core/phrases/phrases';
import { Button, QuietButton } from '../ui/Button';
import { TextField } from '../ui/TextField';
import { MarkNotes } from './MarkNotes';
import { PassageView } from './PassageView';
import { useDone } from './use-done';

interface LetterPaperProps {
  readonly name: LetterName;
  readonly caseName: string;
  readonly state: Extract<LetterState, { kind: 'letter' }>;
  readonly draft: LetterDraft;
  readonly onDraft: (draft: LetterDraft) => void;
}

/** The letter itself: how it can leave, its subject, and its passages. */
export function LetterPaper({ name, caseName, state, draft, onDraft }: LetterPaperProps) {
  const [done, setDone, after] = useDone();
  const { letter, passages, homeless } = state;
  const out = useMemo(() => sendable(letter), [letter]);
  const marks = [...state.subjectMarks, ...passages.flatMap((passage) => passage.marks)];
  const file = fileName([caseName, name], 'eml');
  return (
    <section aria-label={name === 'engineer' ? 'E-mail to the engineer' : 'E-mail to the customer'} className="min-w-0">
      <div className="flex flex-wrap items-center gap-2 pb-3">
        <Button
          onClick={() => {
            after(copyFormatted(out.html, out.text), 'Copied with its formatting.');
          }}
          variant="primary"
        >
          Copy formatted
        </Button>
        <Button
          onClick={() => {
            after(copyText(out.text), 'Copied as plain text.');
          }}
        >
          Copy text
        </Button>
        <Button
          disabled={out.eml === null}
          onClick={() => {
            if (out.eml === null) return;
            download(file, out.eml, 'message/rfc822');
            setDone(`${file} was downloaded.`);
          }}
        >
          Download .eml
        </Button>
        {out.mailto === null ? null : (
          <a
            className="inline-flex min-h-7 items-center rounded-md border border-line px-2.5 py-1 text-sm leading-5 hover:border-field hover:bg-soft"
            href={out.mailto.href}
          >
            Open in mail program
          </a>
        )}
        <span className="text-xs text-mut" role="status">
          {done}
        </span>
      </div>
      {out.mailto?.note == null ? null : <p className="pb-3 text-xs text-mut">{out.mailto.note}</p>}

      <NumbersNote marks={marks.length} edits={draft.edits.length + (draft.subject === null ? 0 : 1)} />
      {state.hiddenKeys === 0 ? null : (
        <p className="pb-2 text-xs text-mut">
          {plural(state.hiddenKeys, 'key', 'keys')} that you wrote {state.hiddenKeys === 1 ? 'is' : 'are'} shown as
          pseudonyms while masking is on.
        </p>
      )}
      {homeless.length === 0 ? null : (
        <div className="mb-3 border-y py-2 text-sm">
          <p>
            {plural(homeless.length, 'change', 'changes')} you made {homeless.length === 1 ? 'is' : 'are'} not in the
            letter: the passage has been written anew since.
          </p>
          <ul className="my-1 list-disc pl-5 text-mut">
            {homeless.map((edit) => (
              <li className="whitespace-pre-line" key={`${edit.at} ${edit.was}`}>
                {edit.now}
              </li>
            ))}
          </ul>
          <QuietButton
            className="underline"
            onClick={() => {
              onDraft({ ...draft, edits: draft.edits.filter((edit) => !homeless.some(({ was }) => was === edit.was)) });
            }}
          >
            Drop {homeless.length === 1 ? 'it' : 'them'}
          </QuietButton>
        </div>
      )}

      <div className="border px-4 py-4 sm:px-6">
        <TextField
          className="font-semibold"
          label="Subject"
          onText={(subject) => {
            onDraft({ ...draft, subject });
          }}
          value={draft.subject ?? state.subject}
        />
        <MarkNotes marks={state.subjectMarks} />
        <div className="mt-4 flex max-w-[76ch] flex-col gap-1.5 text-[15px] leading-[1.55]">
          {passages.map((passage, at) => (
            <PassageView
              check={state.check}
              // biome-ignore lint/suspicious/noArrayIndexKey: a passage is its place in the letter
              key={at}
              onEdit={(text) => {
                onDraft(withEdit(draft, at, passage.written, text));
              }}
              onRestore={() => {
                onDraft(withoutEdit(draft, at, passage.written));
              }}
              passage={passage}
            />
          ))}
        </div>
      </div>
      {draft === UNCHANGED || (draft.edits.length === 0 && draft.subject === null) ? null : (
        <QuietButton
          className="mt-2 underline"
          onClick={() => {
            onDraft(UNCHANGED);
          }}
        >
          Undo every change
        </QuietButton>
      )}
    </section>
  );
}

/** Whether the changed letter still says what the findings say. */
function NumbersNote({ marks, edits }: { readonly marks: number; readonly edits: number }) {
  const words =
    marks > 0
      ? `${plural(marks, 'number', 'numbers')} in your changes ${marks === 1 ? 'differs' : 'differ'} from the findings.`
      : edits > 0
        ? 'Every number in your changes is as the findings have it.'
        : 'Every number is from the findings. Press a passage to change it.';
  return (
    <p className={marks > 0 ? 'pb-2 text-sm text-gap' : 'pb-2 text-sm text-mut'} role="status">
      {words}
    </p>
  );
}
