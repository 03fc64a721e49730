'use client';

import { createContext, type ReactNode, use, useState } from 'react';
import { type MaskChoice, newSalt } from './masking';

/** What a person decided about telling others of the open case. Kept with the case where cases are kept. */
export interface Sharing {
  readonly mask: MaskChoice;
  /** By name; see `LetterName` and `PEOPLE`. What a name stands for is written by its own file. */
  readonly drafts: Readonly<Record<string, string>>;
  readonly setMask: (on: boolean) => void;
  /** @param text null: as it is written by itself */
  readonly setDraft: (name: string, text: string | null) => void;
}

const SharingContext = createContext<Sharing | null>(null);

interface SharingProviderProps {
  readonly sharing: Sharing;
  readonly children: ReactNode;
}

export function SharingProvider({ sharing, children }: SharingProviderProps) {
  return <SharingContext value={sharing}>{children}</SharingContext>;
}

export function useSharing(): Sharing {
  const sharing = use(SharingContext);
  if (!sharing) throw new Error('useSharing is used outside SharingProvider');
  return sharing;
}

/** For as long as the page is open. @param idle no case is open: the next one begins anew, under another salt. */
export function useOwnSharing(idle: boolean): Sharing {
  const [kept, setKept] = useState(begin);
  if (idle && kept.used) setKept(begin());
  if (!idle && !kept.used) setKept({ ...kept, used: true });
  return {
    mask: kept.mask,
    drafts: kept.drafts,
    setMask: (on) => {
      setKept((before) => ({ ...before, mask: { ...before.mask, on } }));
    },
    setDraft: (name, text) => {
      setKept((before) => {
        const { [name]: _, ...others } = before.drafts;
        return { ...before, drafts: text === null ? others : { ...others, [name]: text } };
      });
    },
  };
}

function begin(): Pick<Sharing, 'mask' | 'drafts'> & { readonly used: boolean } {
  return { used: false, mask: { on: false, salt: newSalt() }, drafts: {} };
}
