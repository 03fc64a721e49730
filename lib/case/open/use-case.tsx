'use client';

import { createContext, type ReactNode, use, useSyncExternalStore } from 'react';
import type { CaseStore } from './case-store';
import { type CaseState, IDLE } from './state';

const CaseContext = createContext<CaseStore | null>(null);

interface CaseProviderProps {
  readonly store: CaseStore;
  readonly children: ReactNode;
}

export function CaseProvider({ store, children }: CaseProviderProps) {
  return <CaseContext value={store}>{children}</CaseContext>;
}

/** What can be done with the open case. Stable over renders. */
export function useCaseStore(): CaseStore {
  const store = use(CaseContext);
  if (!store) throw new Error('useCaseStore is used outside CaseProvider');
  return store;
}

export function useCase(): CaseState {
  const store = useCaseStore();
  return useSyncExternalStore(store.subscribe, store.getState, () => IDLE);
}

/** What can be undone, as a phrase; null: nothing. */
export function useUndoable(): string | null {
  const store = useCaseStore();
  return useSyncExternalStore(store.subscribe, store.undoable, () => null);
}

/** The engine has said nothing for a while although something was asked of it. */
export function useSilentEngine(): boolean {
  const store = useCaseStore();
  return useSyncExternalStore(store.subscribe, store.isSilent, () => false);
}
