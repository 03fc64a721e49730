'use client';

import { useEffect, useState } from 'react';
import { loadAhead } from '@/lib/case/open/ahead';
import type { CaseStore } from '@/lib/case/open/case-store';
import { SAMPLE_UNIT } from '@/lib/case/open/sample';
import { openedCase, shownFindings } from '@/lib/case/open/selectors';
import type { Source } from '@/lib/case/open/state';
import { CaseProvider, useCase, useCaseStore } from '@/lib/case/open/use-case';
import { useUndoKey } from '@/lib/case/open/use-undo-key';
import { KeeperProvider, useKeeper, useSaved } from '@/lib/case/saved/use-saved';
import { CaseTools } from '../cases/CaseTools';
import { SaveNotices } from '../cases/SaveNotices';
import { EmptyState } from '../intake/EmptyState';
import { ReadingState } from '../intake/ReadingState';
import { useFileDrop } from '../intake/use-file-drop';
import { ShowReplay } from '../replay/ShowReplay';
import { MaskSwitch } from '../share/MaskSwitch';
import { TellButton } from '../share/TellButton';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { lazyPart } from './lazy-part';
import { SilentWorker } from './SilentWorker';
import { TopBar } from './TopBar';
import { whenIdle } from './when-idle';

const CaseScreen = lazyPart('The case', () => import('./CaseScreen'));
const SavedCases = lazyPart('The list of cases', () => import('../cases/SavedCases'));
const MissingCase = lazyPart('What this link belongs to', () => import('../cases/MissingCase'));
const Reopening = lazyPart('What was found before', () => import('../cases/Reopening'));

interface CaseAppProps {
  /** Called once. */
  readonly makeStore: () => CaseStore;
  readonly sample: readonly Source[];
}

/** The whole page, over a case that is given. */
export function CaseApp({ makeStore, sample }: CaseAppProps) {
  const [store] = useState(makeStore);
  return (
    <CaseProvider store={store}>
      <KeeperProvider>
        <CasePage sample={sample} />
      </KeeperProvider>
    </CaseProvider>
  );
}

function CasePage({ sample }: { readonly sample: readonly Source[] }) {
  const state = useCase();
  const store = useCaseStore();
  const keeper = useKeeper();
  const { missing, reopening } = useSaved();
  useUndoKey();
  const { over, refused, dismiss } = useFileDrop((sources) => {
    const files = keeper.takeCases(sources);
    if (files.length > 0) store.add(files);
  });
  const opened = openedCase(state);
  const working = state.status === 'reading' || state.status === 'investigating';
  const findings = shownFindings(state);

  // The engine and the case's part of the page come once the empty page stands, so that it is light and the first
  // files do not wait: the engine at once, for it takes longest and runs beside the page. While a case is worked out
  // nothing else is loaded than what shows it.
  useEffect(() => {
    store.prepare();
  }, [store]);
  useEffect(() => {
    if (working) {
      CaseScreen.load().catch(() => undefined);
      return;
    }
    const ends = new AbortController();
    const callOff = whenIdle(() => {
      void CaseScreen.load().then(
        () => loadAhead(ends.signal),
        () => undefined,
      );
    });
    return () => {
      callOff();
      ends.abort();
    };
  }, [working]);

  return (
    <>
      <TopBar
        actions={
          state.status === 'idle' ? null : (
            <>
              <CaseTools />
              <Button onClick={store.startOver}>New case</Button>
              {findings ? (
                <>
                  <MaskSwitch findings={findings} />
                  <ShowReplay />
                  <TellButton />
                </>
              ) : null}
            </>
          )
        }
        caseName={opened?.setup.name ?? null}
        onRename={store.rename}
      />
      <SaveNotices />
      <SilentWorker />
      {refused ? (
        <div className="border-b border-line px-5 sm:px-6 print:hidden [&>*]:border-t-0" role="alert">
          <Notice {...refused}>
            <Button onClick={dismiss}>Dismiss</Button>
          </Notice>
        </div>
      ) : null}
      {state.status === 'idle' && missing ? (
        <MissingCase missing={missing} />
      ) : state.status === 'idle' ? (
        <EmptyState
          onSample={() => {
            store.openWithUnit(sample, SAMPLE_UNIT);
          }}
          onSources={store.open}
          over={over}
          sample={sample}
          saved={<SavedCases />}
        />
      ) : state.status === 'reading' && reopening?.findings ? (
        <Reopening findings={reopening.findings} onCancel={store.cancel} progress={state.progress} />
      ) : state.status === 'reading' ? (
        <ReadingState onCancel={store.cancel} progress={state.progress} sources={state.sources} />
      ) : (
        <CaseScreen state={state} />
      )}
      {over && state.status !== 'idle' ? <DropVeil /> : null}
    </>
  );
}

function DropVeil() {
  return (
    <div className="pointer-events-none fixed inset-2 z-10 flex items-end justify-center border-2 border-ours p-6">
      <p className="bg-ink px-3 py-1.5 text-sm text-bg">Let go to add them to the case</p>
    </div>
  );
}
