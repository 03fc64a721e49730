'use client';

import { useMemo, useRef, useState } from 'react';
import type { CaseScreen } from '@/lib/case/open/notes';
import type { OpenCase } from '@/lib/case/open/state';
import { useCaseStore } from '@/lib/case/open/use-case';
import { useViewState } from '@/lib/case/open/use-view-state';
import { toggleFilter } from '@/lib/case/open/view-state';
import { copyText } from '@/lib/case/tell/download';
import { type MaskChoice, maskedCase } from '@/lib/case/tell/masking';
import { rowsTsv } from '@/lib/case/tell/rows';
import { useNamed } from '@/lib/case/tell/use-named';
import type { RowFilter } from '@/lib/core/compare/rows/row-query';
import type { Findings } from '@/lib/core/findings/findings';
import { UnitField } from '../intake/UnitField';
import { REPLAY_ID } from '../replay/ShowReplay';
import { RowTools } from '../share/RowTools';
import type { TellPlace } from '../share/tell-place';
import { QuietButton } from '../ui/Button';
import { InTurn } from '../ui/InTurn';
import { Premises } from '../verdict/Premises';
import { Verdict } from '../verdict/Verdict';
import { lazyPart } from './lazy-part';
import { today } from './today';

const ROOM = <div className="min-h-[600px]" />;
const Rows = lazyPart('The rows', () => import('../keys/Rows'), ROOM);
const Replay = lazyPart('The replay', () => import('../replay/Replay'), ROOM);
const Evidence = lazyPart('The charts', () => import('../charts/Evidence'), ROOM);
const Tell = lazyPart('What can be told and sent', () => import('../share/Tell'));

interface FoundProps {
  readonly opened: OpenCase;
  readonly findings: Findings;
  readonly mask: MaskChoice;
  readonly screen: CaseScreen;
  /** Other findings are sought. */
  readonly busy: boolean;
  /** Where the drawer to tell is open, or opens. */
  readonly place: TellPlace;
  readonly onPlace: (place: TellPlace) => void;
}

/** What was found: the verdict, and in turn below it the evidence, the rows, the replay. Another view of the rows draws no other part anew. */
export function Found({ opened, findings, mask, screen, busy, place, onPlace }: FoundProps) {
  const store = useCaseStore();
  const [view, setView] = useViewState();
  const [date] = useState(today);
  // A key and a search for one are the customer's data: they stay out of the address, and are kept with the case.
  const { search, openKey } = screen;
  const rows = useRef<HTMLElement>(null);
  const named = useNamed(findings);
  const shown = useMemo(() => maskedCase(findings, mask, named), [findings, mask, named]);
  const query = { ...view, search, from: 0, count: 0 };

  function filterRows(filter: RowFilter) {
    setView(({ filters }) => ({ filters: toggleFilter(filters, filter) }));
    rows.current?.scrollIntoView({ block: 'start', behavior: 'smooth' });
  }

  return (
    <div aria-busy={busy}>
      <Verdict
        findings={shown.findings}
        onFilter={filterRows}
        premises={<Premises findings={shown.findings} opened={opened} />}
        unit={<UnitField className="border-transparent px-0.5 text-xs hover:border-field" opened={opened} />}
      />
      <section aria-label="Evidence" className="mt-9">
        <InTurn waiting={ROOM}>
          <Evidence
            caseName={opened.setup.name}
            date={date}
            findings={shown.findings}
            onFilter={filterRows}
            tools={(picture, title) => (
              <QuietButton
                aria-label={`Picture of: ${title}`}
                onClick={() => {
                  onPlace({ tab: 'pictures', picture });
                  setView({ panel: 'tell' });
                }}
              >
                Image
              </QuietButton>
            )}
          />
        </InTurn>
      </section>
      <section aria-label="Rows" className="mt-10 scroll-mt-4" ref={rows}>
        <InTurn waiting={ROOM}>
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
              <RowTools caseName={opened.setup.name} engine={store.investigator()} findings={findings} query={query} />
            }
            view={{ ...view, search }}
          />
        </InTurn>
      </section>
      <section aria-label="Replay" className="mt-10 scroll-mt-4" id={REPLAY_ID} tabIndex={-1}>
        <InTurn waiting={ROOM}>
          <Replay
            caseName={opened.setup.name}
            date={date}
            engine={store.investigator()}
            findings={findings}
            mask={shown.mask}
          />
        </InTurn>
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
          onPlace={onPlace}
          place={place}
          query={query}
          sources={opened.sources}
        />
      ) : null}
    </div>
  );
}
