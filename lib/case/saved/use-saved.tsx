'use client';

import { createContext, type ReactNode, use, useEffect, useState, useSyncExternalStore } from 'react';
import { useCaseStore } from '../open/use-case';
import { browserWorld } from './browser-world';
import { CaseKeeper } from './case-keeper';
import { NOTHING_KNOWN, type SavedState } from './saved-state';

const KeeperContext = createContext<CaseKeeper | null>(null);

/** Keeps the case of the provider around it, and whatever was kept before. */
export function KeeperProvider({ children }: { readonly children: ReactNode }) {
  const store = useCaseStore();
  const [keeper] = useState(() => new CaseKeeper(store, browserWorld()));
  useEffect(() => {
    void keeper.start();
    const hide = () => {
      if (document.visibilityState === 'hidden') void keeper.flush();
    };
    const unload = (event: BeforeUnloadEvent) => {
      if (keeper.wouldLose()) event.preventDefault();
    };
    document.addEventListener('visibilitychange', hide);
    window.addEventListener('beforeunload', unload);
    return () => {
      document.removeEventListener('visibilitychange', hide);
      window.removeEventListener('beforeunload', unload);
      keeper.stop();
    };
  }, [keeper]);
  return <KeeperContext value={keeper}>{children}</KeeperContext>;
}

/** What can be done with the cases that are kept. Stable over renders. */
export function useKeeper(): CaseKeeper {
  const keeper = use(KeeperContext);
  if (!keeper) throw new Error('useKeeper is used outside KeeperProvider');
  return keeper;
}

export function useSaved(): SavedState {
  const keeper = useKeeper();
  return useSyncExternalStore(keeper.subscribe, keeper.getState, () => NOTHING_KNOWN);
}
