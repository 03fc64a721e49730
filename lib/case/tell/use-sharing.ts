'use client';

import type { CaseExtras } from '../saved/case-content';
import { useKeeper, useOpenKept } from '../saved/use-kept';
import { type MaskChoice, newSalt } from './masking';

/** What a person decided about telling others of the open case. It is kept with the case. */
export interface Sharing extends Pick<CaseExtras, 'drafts' | 'comments'> {
  readonly mask: MaskChoice;
  readonly setMask: (on: boolean) => void;
  /** @param name see `LetterName` and `PEOPLE`. @param text null: as it is written by itself */
  readonly setDraft: (name: string, text: string | null) => void;
}

export function useSharing(): Sharing {
  const keeper = useKeeper();
  const { mask, drafts, comments } = useOpenKept() ?? NOTHING;
  return {
    mask,
    drafts,
    comments,
    setMask: (on) => {
      keeper.setMask({ on });
    },
    setDraft: keeper.setDraft,
  };
}

/** While no case is open. The salt is random all the same: under a known one keys could be tried. */
const NOTHING: CaseExtras = { mask: { on: false, salt: newSalt() }, drafts: {}, comments: [] };
