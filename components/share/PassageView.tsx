'use client';

import { useState } from 'react';
import type { CheckedPassage, Mark } from '@/lib/case/tell/letter';
import { IconButton, QuietButton } from '../ui/Button';
import { cx } from '../ui/cx';
import { Pencil, RotateCcw } from '../ui/icons';
import { BlockView } from './BlockView';
import { MarkNotes } from './MarkNotes';

interface PassageViewProps {
  readonly passage: CheckedPassage;
  /** Called with the whole text of the passage; empty takes it out. */
  readonly onEdit: (text: string) => void;
  readonly onRestore: () => void;
  readonly check: (text: string) => readonly Mark[];
}

/** A passage of a letter that is edited where it stands. */
export function PassageView({ passage, onEdit, onRestore, check }: PassageViewProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const { block, text, marks, edited } = passage;
  const name = beginning(text === '' ? passageStart(passage) : text);

  if (draft !== null) {
    return (
      <div className="-mx-3 px-3 py-1">
        <textarea
          aria-label={`Passage “${name}”`}
          className={cx(
            'field-sizing-content max-h-96 min-h-16 w-full resize-y rounded-md border border-field bg-bg px-2 py-1',
            block?.kind === 'code' && 'font-mono text-xs leading-5',
          )}
          onBlur={() => {
            if (draft !== text) onEdit(draft);
            setDraft(null);
          }}
          onChange={(event) => {
            setDraft(event.target.value);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              event.preventDefault();
              event.stopPropagation();
              setDraft(null);
            }
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.blur();
          }}
          ref={focusAtEnd}
          rows={Math.min(16, draft.split('\n').length + 1)}
          value={draft}
        />
        <MarkNotes marks={check(draft)} />
        <p className="text-2xs text-mut">
          {hint(block?.kind)}Leave the field to keep the change, Escape to drop it. An empty passage is left out.
        </p>
      </div>
    );
  }
  if (block === null) {
    return (
      <p className="-mx-3 px-3 py-1 text-xs text-mut">
        Left out: “{name}”{' '}
        <QuietButton className="underline" onClick={onRestore}>
          Put it back
        </QuietButton>
      </p>
    );
  }
  return (
    <div
      className={cx(
        'group relative -mx-3 border-l-2 py-1 pr-9 pl-3',
        edited ? 'border-ours' : 'border-transparent hover:border-line',
      )}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a short cut for the pointer; the button beside it does the same */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above */}
      <div
        className="cursor-text"
        onClick={() => {
          if (window.getSelection()?.isCollapsed !== false) setDraft(text);
        }}
      >
        <BlockView block={block} marks={marks} />
      </div>
      <MarkNotes marks={marks} />
      <div className="absolute top-0.5 right-1 flex flex-col opacity-0 group-hover:opacity-100 focus-within:opacity-100">
        <IconButton
          label={`Edit “${name}”`}
          onClick={() => {
            setDraft(text);
          }}
        >
          <Pencil size={13} />
        </IconButton>
        {edited ? (
          <IconButton label={`Undo the change of “${name}”`} onClick={onRestore}>
            <RotateCcw size={13} />
          </IconButton>
        ) : null}
      </div>
    </div>
  );
}

function passageStart({ written }: CheckedPassage): string {
  if (written.kind === 'list') return written.items[0] ?? '';
  if (written.kind === 'table') return written.columns.map(({ label }) => label).join(' | ');
  return written.text;
}

function beginning(text: string): string {
  const line = text.split('\n')[0] ?? '';
  return line.length > 32 ? `${line.slice(0, 31).trimEnd()}…` : line;
}

function hint(kind: string | undefined): string {
  if (kind === 'list') return 'A line an item. ';
  return kind === 'table' ? 'A line a row, its cells parted by “ | ”. ' : '';
}

function focusAtEnd(field: HTMLTextAreaElement | null): void {
  if (field === null || field === document.activeElement) return;
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
}
