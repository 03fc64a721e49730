import { editableText, withEditedText } from '@/lib/report/letters/edit';
import type { Block, Letter } from '@/lib/report/letters/letter';

/** What a person changed in a letter, apart from the letter: this is written anew from whatever the findings are. */

export type LetterName = 'engineer' | 'customer';

/** A passage that was changed: what stood there, at which place, and what shall stand there. Empty `now` takes it out. */
export interface Edit {
  /** 0-based block of the letter. */
  readonly at: number;
  readonly was: string;
  readonly now: string;
}

export interface LetterDraft {
  /** Null: as it is written. */
  readonly subject: string | null;
  readonly edits: readonly Edit[];
}

export const UNCHANGED: LetterDraft = { subject: null, edits: [] };

/** A passage of a letter as it stands now. */
export interface Passage {
  /** As it was written from the findings. */
  readonly written: Block;
  /** With the person's change; null: taken out. */
  readonly block: Block | null;
  readonly edited: boolean;
}

/** Whether the letter stands as it is written by itself. */
export function isUnchanged({ subject, edits }: LetterDraft): boolean {
  return subject === null && edits.length === 0;
}

/** Each passage of the letter with its change, and the changes whose passage the letter no longer has. */
export function applyDraft(
  letter: Letter,
  draft: LetterDraft,
): { readonly subject: string; readonly passages: readonly Passage[]; readonly homeless: readonly Edit[] } {
  const texts = letter.blocks.map(editableText);
  const byPlace = new Map<number, Edit>();
  const homeless: Edit[] = [];
  for (const edit of draft.edits) {
    const place = texts[edit.at] === edit.was ? edit.at : texts.indexOf(edit.was);
    if (place === -1 || byPlace.has(place)) homeless.push(edit);
    else byPlace.set(place, edit);
  }
  return {
    subject: draft.subject ?? letter.subject,
    homeless,
    passages: letter.blocks.map((written, at) => {
      const edit = byPlace.get(at);
      if (!edit) return { written, block: written, edited: false };
      return { written, block: edit.now.trim() === '' ? null : withEditedText(written, edit.now), edited: true };
    }),
  };
}

/** The draft with one passage changed; changed back to what was written, it is no change. */
export function withEdit(draft: LetterDraft, at: number, written: Block, now: string): LetterDraft {
  const was = editableText(written);
  const others = draft.edits.filter((edit) => edit.was !== was || edit.at !== at);
  return { ...draft, edits: now === was ? others : [...others, { at, was, now }] };
}

/** The draft with a passage as it was written. */
export function withoutEdit(draft: LetterDraft, at: number, written: Block): LetterDraft {
  return withEdit(draft, at, written, editableText(written));
}

/** The letter that leaves: with every change, without the passages that were taken out. */
export function finalLetter(letter: Letter, subject: string, passages: readonly Passage[]): Letter {
  return { ...letter, subject, blocks: passages.flatMap(({ block }) => block ?? []) };
}
