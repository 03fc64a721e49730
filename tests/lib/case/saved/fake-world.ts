import { CaseStore } from '@/lib/case/open/case-store';
import { notesOf } from '@/lib/case/open/selectors';
import type { CaseState, Source } from '@/lib/case/open/state';
import { type Address, formatAddress } from '@/lib/case/saved/address';
import { CaseKeeper, type KeeperWorld } from '@/lib/case/saved/case-keeper';
import type { CaseShelf } from '@/lib/case/saved/case-shelf';
import { memoryShelf } from '@/lib/case/saved/memory-shelf';
import type { TabNews } from '@/lib/case/saved/tabs';
import type { Findings } from '@/lib/core/findings/findings';
import { fakeInvestigator, johnnyIntake } from '../../../support/fake-investigator';
import { sampleFindings } from '../../../support/sample-findings';
import { texts } from './saved-case';

export const dropped: readonly Source[] = Object.entries(texts).map(([name, text]) => ({
  kind: 'file',
  name,
  file: new Blob([text]),
  lastModified: 1,
}));

/** One browser: a shelf, and tabs that hear each other. */
export function fakeBrowser(shelf: CaseShelf = memoryShelf(), closed: string | null = null) {
  let ids = 0;
  let minutes = 0;
  const hearing = new Map<object, (news: TabNews) => void>();
  const holders = new Map<string, { readonly tab: object; readonly elsewhere: (open: boolean) => void }[]>();

  function tab({
    at = { id: null, files: null, fragment: '' },
    findings = sampleFindings,
  }: {
    readonly at?: Address;
    readonly findings?: Findings;
  } = {}) {
    const self = {};
    const history: Address[] = [at];
    const watchers = new Set<() => void>();
    const fake = fakeInvestigator({ intake: johnnyIntake, findings });
    const store = new CaseStore(() => fake, {
      now: () => world.now(),
      newId: () => world.newId(),
      newSalt: () => world.newId() + world.newId(),
    });
    const due = new Set<() => void>();
    const world: KeeperWorld = {
      openShelf: () => Promise.resolve({ shelf, closed }),
      now: () => new Date(Date.UTC(2026, 10, 22, 12, minutes++)).toISOString(),
      newId: () => String(ids++).padStart(16, '0'),
      later(work) {
        due.add(work);
        return () => due.delete(work);
      },
      askToPersist: () => undefined,
      address: {
        read: () => history.at(-1) ?? at,
        show(id, fragment, how) {
          if (how === 'replace') history.pop();
          history.push({ id, files: null, fragment });
          for (const watcher of watchers) watcher();
        },
        watch(listener) {
          watchers.add(listener);
          return () => watchers.delete(listener);
        },
        link: (address) => `http://page/${formatAddress(address)}`,
      },
      tabs: {
        tell(news) {
          for (const [other, listener] of hearing) if (other !== self) listener(news);
        },
        listen(listener) {
          hearing.set(self, listener);
          return () => hearing.delete(self);
        },
        hold(id, elsewhere) {
          const held = holders.get(id) ?? [];
          if (held.length > 0) elsewhere(true);
          const mine = { tab: self, elsewhere };
          holders.set(id, [...held, mine]);
          return () => {
            const left = (holders.get(id) ?? []).filter((holder) => holder !== mine);
            holders.set(id, left);
            left[0]?.elsewhere(false);
          };
        },
      },
    };
    const keeper = new CaseKeeper(store, world);
    return {
      keeper,
      store,
      fake,
      history,
      /** As the address bar does when Back is pressed. */
      back() {
        history.pop();
        for (const watcher of watchers) watcher();
      },
      look(fragment: string) {
        world.address.show(world.address.read().id, fragment, 'push');
      },
      /** Everything that was set going has come to its end, as after a pause. */
      async rest() {
        for (let round = 0; round < 4; round++) {
          await store.settled();
          for (const work of [...due]) {
            due.delete(work);
            work();
          }
          await keeper.flush();
        }
      },
      /** Something is to be kept after a pause. */
      waits: () => due.size > 0,
      open: () => keeper.getState().open,
      notes: () => notesOf(store.getState()),
      screen: () => screenOf(store.getState()),
      cases: () => keeper.getState().cases,
    };
  }
  return { shelf, tab };
}

export type FakeTab = ReturnType<ReturnType<typeof fakeBrowser>['tab']>;

function screenOf(state: CaseState) {
  return state.status === 'idle' ? null : state.screen;
}
