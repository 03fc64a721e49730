'use client';

import { useMemo, useRef, useState } from 'react';
import { openedCase, shownFindings } from '@/lib/case/open/selectors';
import type { CaseState } from '@/lib/case/open/state';
import { useCaseStore } from '@/lib/case/open/use-case';
import { useViewState } from '@/lib/case/open/use-view-state';
import { toggleFilter } from '@/lib/case/open/view-state';
import { copyText } from '@/lib/case/tell/download';
import { maskedCase } from '@/lib/case/tell/masking';
import { rowsTsv } from '@/lib/case/tell/rows';
import { useNamed } from '@/lib/case/tell/use-named';
import type { RowFilter } from '@/lib/core/compare/rows/row-query';
import { plural } from '@/lib/core/phrases/phrases';
import { FilesColumn } from '../intake/FilesColumn';
import { mayPass, ProblemList } from '../intake/ProblemList';
import { UnitField } from '../intake/UnitField';
import { Working } from '../intake/Working';
import { REPLAY_ID } from '../replay/ShowReplay';
import { RowTools } from '../share/RowTools';
import { TELL_START } from '../share/tell-place';
import { QuietButton } from '../ui/Button';
import { Premises } from '../verdict/Premises';
import { Verdict } from '../verdict/Verdict';
import { CaseLayout } from './CaseLayout';
import { lazyPart } from './lazy-part';
import { today } from './today';

const ROOM = <div className="min-h-[600px]" />;
const Rows = lazyPart('The rows', () => import('../keys/Rows'), ROOM);
const Replay = lazyPart('The replay', () => import('../replay/Replay'), ROOM);
const Evidence = lazyPart('The charts', () => import('../charts/Evidence'), ROOM);
const Tell = lazyPart('What can be told and sent', () => import('../share/Tell'));

interface CaseScreenProps {
  readonly state: Exclude<CaseState, { status: 'idle' | 'reading' }>;
}

/** A case from top to bottom: files, verdict, evidence, rows, replay. */
export default function CaseScreen({ state }: CaseScreenProps) {
  const store = useCaseStore();
  const [view, setView] = useViewState();
  const [date] = useState(today);
  // A key and a search for one are the customer's data: they stay out of the address, and are kept with the case.
  const { search, openKey } = state.screen;
  const rows = useRef<HTMLElement>(null);
  const opened = openedCase(state);
  const findings = shownFindings(state);
  const { mask } = state.notes;
  const named = useNamed(findings);
  const shown = useMemo(() => findings && maskedCase(findings, mask, named), [findings, mask, named]);
  const [place, setPlace] = useState(TELL_START);
  const query = { ...view, search, from: 0, count: 0 };
  const problems = state.status === 'unsettled' ? state.problems : state.status === 'failed' ? [state.problem] : [];

  function filterRows(filter: RowFilter) {
    setView({ filters: toggleFilter(view.filters, filter) });
    rows.current?.scrollIntoView({ block: 'start', behavior: 'smooth' });
  }

  const main = (
    <>
      {problems.length === 0 ? null : (
        <ProblemList
          onRemove={store.remove}
          onTake={store.take}
          encodingOf={(name) => opened?.intake.files.find(({ file }) => file === name)?.dialect.encoding}
          onEncoding={store.readEncoded}
          onHeader={store.readHeaderAt}
          onRetry={state.status === 'failed' || problems.some(mayPass) ? store.retry : null}
          problems={problems}
        />
      )}
      {state.status === 'investigating' ? (
        <Working again={findings !== null} onCancel={store.cancel} progress={state.progress} />
      ) : null}
      {findings && shown && opened ? (
        <div aria-busy={state.status === 'investigating'}>
          <Verdict
            findings={shown.findings}
            onFilter={filterRows}
            premises={<Premises findings={shown.findings} opened={opened} />}
            unit={<UnitField className="border-transparent px-0.5 text-xs hover:border-field" opened={opened} />}
          />
          <section aria-label="Evidence" className="mt-9">
            <Evidence
              caseName={opened.setup.name}
              date={date}
              findings={shown.findings}
              onFilter={filterRows}
              tools={(picture, title) => (
                <QuietButton
                  aria-label={`Picture of: ${title}`}
                  onClick={() => {
                    setPlace({ tab: 'pictures', picture });
                    setView({ panel: 'tell' });
                  }}
                >
                  Image
                </QuietButton>
              )}
            />
          </section>
          <section aria-label="Rows" className="mt-10 scroll-mt-4" ref={rows}>
            <Rows
              findings={shown.findings}
              investigator={store.investigator()}
              mask={shown.mask}
              onCopy={(row) => {
                void copyText(rowsTsv(shown.findings, [row], shown.mask, 'rows-only'));
              }}
              onOpenKey={(key) => {
                store.look({ openKey: key });
              }}
              onView={({ search: text, ...part }) => {
                if (text !== undefined) store.look({ search: text });
                if (Object.keys(part).length > 0) setView(part);
              }}
              openKey={openKey}
              tools={
                <RowTools
                  caseName={opened.setup.name}
                  engine={store.investigator()}
                  findings={findings}
                  query={query}
                />
              }
              view={{ ...view, search }}
            />
          </section>
          <section aria-label="Replay" className="mt-10 scroll-mt-4" id={REPLAY_ID} tabIndex={-1}>
            <Replay
              caseName={opened.setup.name}
              date={date}
              engine={store.investigator()}
              findings={findings}
              mask={shown.mask}
            />
          </section>
          {view.panel === 'tell' ? (
            <Tell
              caseName={opened.setup.name}
              date={date}
              engine={store.investigator()}
              findings={findings}
              onClose={() => {
                setView({ panel: null });
              }}
              onPlace={setPlace}
              place={place}
              query={query}
              sources={opened.sources}
            />
          ) : null}
        </div>
      ) : null}
    </>
  );
  if (!opened) return <main className="mx-auto w-full max-w-[720px] px-5 py-10 sm:px-10 sm:py-16">{main}</main>;
  return (
    <CaseLayout
      side={<FilesColumn findings={findings} opened={opened} />}
      sideSummary={plural(opened.intake.files.length, 'file', 'files')}
    >
      {main}
    </CaseLayout>
  );
}
