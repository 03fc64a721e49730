'use client';

import { useState } from 'react';
import { openedCase, shownFindings } from '@/lib/case/open/selectors';
import type { CaseState } from '@/lib/case/open/state';
import { useCaseStore } from '@/lib/case/open/use-case';
import { plural } from '@/lib/core/phrases/phrases';
import { FilesColumn } from '../intake/FilesColumn';
import { mayPass, ProblemList } from '../intake/ProblemList';
import { Working } from '../intake/Working';
import { TELL_START } from '../share/tell-place';
import { CaseLayout } from './CaseLayout';
import { Found } from './Found';

interface CaseScreenProps {
  readonly state: Exclude<CaseState, { status: 'idle' | 'reading' }>;
}

/** A case from top to bottom: files, verdict, evidence, rows, replay. */
export default function CaseScreen({ state }: CaseScreenProps) {
  const store = useCaseStore();
  const opened = openedCase(state);
  const findings = shownFindings(state);
  const [place, setPlace] = useState(TELL_START);
  const problems = state.status === 'unsettled' ? state.problems : state.status === 'failed' ? [state.problem] : [];

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
      {findings && opened ? (
        <Found
          busy={state.status === 'investigating'}
          findings={findings}
          mask={state.notes.mask}
          onPlace={setPlace}
          opened={opened}
          place={place}
          screen={state.screen}
        />
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
