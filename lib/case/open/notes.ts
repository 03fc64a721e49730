import { assertNever } from '@/lib/core/assert-never';
import type { Key } from '@/lib/core/key';
import { type CaseComment, withComment, withCommentChanged, withoutComment } from '../tell/comments';
import { isUnchanged, type LetterDraft, type LetterName } from '../tell/draft';
import type { MaskChoice } from '../tell/masking';
import type { People } from '../tell/people';

/** What people add to a case, beside its files and choices. It is saved with the case. */
export interface CaseNotes {
  readonly comments: readonly CaseComment[];
  readonly mask: MaskChoice;
  /** What was changed in letters by hand; a letter that is not here stands as it is written by itself. */
  readonly letters: { readonly [name in LetterName]?: LetterDraft | undefined };
  /** Who signs and whom the letters are for; null: nobody was named. */
  readonly people: People | null;
}

/** What of the screen does not stand in the address: a search and a key are the customer's data. */
export interface CaseScreen {
  readonly search: string;
  /** The key whose timeline is open; null: none is. */
  readonly openKey: Key | null;
}

export const EMPTY_SCREEN: CaseScreen = { search: '', openKey: null };

/** @param salt random and secret: it makes the pseudonyms of this case */
export function freshNotes(salt: string): CaseNotes {
  return { comments: [], mask: { on: false, salt }, letters: {}, people: null };
}

export type NotesEvent =
  | { readonly type: 'commented'; readonly comment: CaseComment }
  | { readonly type: 'comment-changed'; readonly id: string; readonly text: string; readonly at: string }
  | { readonly type: 'comment-removed'; readonly id: string }
  | { readonly type: 'masked'; readonly on: boolean }
  /** Whether a column's values are masked with the keys. */
  | { readonly type: 'column-masked'; readonly column: string; readonly on: boolean }
  /** A draft without a change is no draft. */
  | { readonly type: 'letter-edited'; readonly letter: LetterName; readonly draft: LetterDraft }
  | { readonly type: 'people-named'; readonly people: People };

/** The notes after an event. Pure; an id that no comment has changes nothing. */
export function reduceNotes(notes: CaseNotes, event: NotesEvent): CaseNotes {
  switch (event.type) {
    case 'commented':
      return { ...notes, comments: withComment(notes.comments, event.comment) };
    case 'comment-changed':
      return { ...notes, comments: withCommentChanged(notes.comments, event.id, { text: event.text, at: event.at }) };
    case 'comment-removed':
      return { ...notes, comments: withoutComment(notes.comments, event.id) };
    case 'masked':
      return { ...notes, mask: { ...notes.mask, on: event.on } };
    case 'column-masked': {
      const columns = { ...notes.mask.columns, [event.column]: event.on };
      return { ...notes, mask: { ...notes.mask, columns } };
    }
    case 'letter-edited': {
      const { letter, draft } = event;
      const others = Object.entries(notes.letters).filter(([name]) => name !== letter);
      return { ...notes, letters: Object.fromEntries(isUnchanged(draft) ? others : [...others, [letter, draft]]) };
    }
    case 'people-named':
      return { ...notes, people: event.people };
    default:
      return assertNever(event);
  }
}
