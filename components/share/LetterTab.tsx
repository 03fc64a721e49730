'use client';

import { useMemo } from 'react';
import { useCaseStore } from '@/lib/case/open/use-case';
import { largestDifferences, useRows } from '@/lib/case/open/use-rows';
import { type LetterName, UNCHANGED } from '@/lib/case/tell/draft';
import { EXAMPLES, letterState } from '@/lib/case/tell/letter';
import { maskTools } from '@/lib/case/tell/masking';
import { proposedPeople } from '@/lib/case/tell/people';
import type { RowEngine } from '@/lib/case/tell/rows';
import { useNamed } from '@/lib/case/tell/use-named';
import { useNotes } from '@/lib/case/tell/use-notes';
import type { Findings } from '@/lib/core/findings/findings';
import { entityOf } from '@/lib/core/words/entity';
import { describeProblem } from '@/lib/core/words/problem';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { LetterPaper } from './LetterPaper';
import { MaskedColumns } from './MaskedColumns';
import { PeopleFields } from './PeopleFields';

interface LetterTabProps {
  readonly name: LetterName;
  readonly findings: Findings;
  readonly caseName: string;
  readonly engine: Pick<RowEngine, 'rows'>;
}

/** A letter, edited in place, with every way to send it. */
export function LetterTab({ name, findings, caseName, engine }: LetterTabProps) {
  const store = useCaseStore();
  const { mask, letters, people: named } = useNotes();
  const examples = useRows(engine, findings, largestDifferences(EXAMPLES));
  const people = useMemo(() => named ?? proposedPeople(findings), [named, findings]);
  const draft = letters[name] ?? UNCHANGED;
  const known = useNamed(findings);
  const tools = useMemo(() => maskTools(findings, mask, known), [findings, mask, known]);
  const state = useMemo(
    () =>
      examples.window === null || known === undefined
        ? null
        : letterState(
            name,
            { findings, examples: examples.window.rows, people, mask: tools.mask, masked: mask.on },
            draft,
          ),
    [name, findings, examples.window, known, people, tools, mask.on, draft],
  );

  if (examples.problem)
    return (
      <Notice {...describeProblem(examples.problem)}>
        <Button onClick={examples.retry}>Try again</Button>
      </Notice>
    );
  if (state === null) return <p className="text-mut">Reading the rows that differ most…</p>;
  if (state.kind === 'nothing-to-send') {
    return (
      <div className="max-w-[60ch] py-6">
        <h3 className="text-md font-semibold">There is nothing to send</h3>
        <p className="mt-1 text-mut">{state.why}</p>
      </div>
    );
  }
  const { one, many } = entityOf(findings.mapping.key);
  return (
    <div className="grid gap-x-8 gap-y-5 md:grid-cols-[220px_minmax(0,1fr)]">
      <div className="flex flex-col gap-5">
        <PeopleFields letter={name} onChange={store.namePeople} people={people} />
        {name === 'engineer' ? (
          <>
            <label className="flex items-start gap-2 text-sm">
              <input
                checked={mask.on}
                className="mt-1"
                onChange={(event) => {
                  store.setMask(event.target.checked);
                }}
                type="checkbox"
              />
              Mask {many}, here and everywhere
            </label>
            {mask.on ? <MaskedColumns findings={findings} /> : null}
          </>
        ) : (
          <p className="text-sm text-mut">This letter names no {one} at all, masked or not.</p>
        )}
      </div>
      <LetterPaper
        caseName={caseName}
        draft={draft}
        name={name}
        onDraft={(changed) => {
          store.editLetter(name, changed);
        }}
        state={state}
      />
    </div>
  );
}
