/** What the tabs of one browser tell each other about cases. */
export type TabNews =
  | { readonly type: 'kept'; readonly id: string; readonly revision: number }
  | { readonly type: 'list-changed' };

export interface Tabs {
  tell(news: TabNews): void;
  /** Called with what other tabs tell; never with this tab's own. Returns what ends it. */
  listen(listener: (news: TabNews) => void): () => void;
  /**
   * Holds the case as open in this tab until the returned function is called.
   * @param elsewhere called with true when another tab holds it already, with false once that one lets go
   */
  hold(id: string, elsewhere: (open: boolean) => void): () => void;
}

/** Neither is needed for safety, which the revisions give: without them a conflict is only noticed later. */
export function browserTabs(): Tabs {
  let channel: BroadcastChannel | null = null;
  return {
    tell: (news) => channel?.postMessage(news),
    listen(listener) {
      if (!('BroadcastChannel' in window)) return () => undefined;
      const opened = new BroadcastChannel('tieout.cases');
      channel = opened;
      const received = (event: MessageEvent<TabNews>) => {
        listener(event.data);
      };
      opened.addEventListener('message', received);
      return () => {
        opened.close();
        if (channel === opened) channel = null;
      };
    },
    hold(id, elsewhere) {
      if (!('locks' in navigator)) return () => undefined;
      const name = `tieout.case.${id}`;
      const ended = new AbortController();
      const held = () =>
        new Promise<void>((resolve) => {
          if (ended.signal.aborted) resolve();
          else
            ended.signal.addEventListener('abort', () => {
              resolve();
            });
        });
      const wait = async () => {
        const free = await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
          if (lock) await held();
          return lock !== null;
        });
        if (free || ended.signal.aborted) return;
        elsewhere(true);
        await navigator.locks.request(name, { signal: ended.signal }, async () => {
          elsewhere(false);
          await held();
        });
      };
      // Refused where the wait was ended, or in a window that may hold no locks.
      wait().catch(() => undefined);
      return () => {
        ended.abort();
      };
    },
  };
}
