'use client';

import { type CaseNotes, freshNotes } from '../open/notes';
import { notesOf } from '../open/selectors';
import { useCase } from '../open/use-case';
import { newSalt } from './masking';

/** What people added to the open case. It is saved with the case. */
export function useNotes(): CaseNotes {
  return notesOf(useCase()) ?? NOTHING;
}

/** While no case is open. The salt is random all the same: under a known one keys could be tried. */
const NOTHING = freshNotes(newSalt());
