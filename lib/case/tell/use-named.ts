'use client';

import { useEffect, useMemo, useState } from 'react';
import type { Findings } from '@/lib/core/findings/findings';
import type { NamedInTexts } from '@/lib/core/mask/named-in';
import { useCase, useCaseStore } from '../open/use-case';
import { maskedColumns } from './masking';
import { textsOfPeople } from './texts-of-people';
import { useNotes } from './use-notes';

/** The keys and masked values that the texts of the open case name; undefined until they were looked for. */
export function useNamed(findings: Findings | null): NamedInTexts | undefined {
  const store = useCaseStore();
  const state = useCase();
  const notes = useNotes();
  const asked = useMemo(
    () =>
      JSON.stringify(findings && { texts: textsOfPeople(state, notes), columns: maskedColumns(findings, notes.mask) }),
    [state, notes, findings],
  );
  const [held, setHeld] = useState<{
    readonly asked: string;
    readonly of: Findings | null;
    readonly found: NamedInTexts;
  }>();
  useEffect(() => {
    const question = JSON.parse(asked) as { readonly texts: string[]; readonly columns: string[] } | null;
    if (question === null) return;
    const call = new AbortController();
    void store
      .investigator()
      .namedIn(question.texts, question.columns, { signal: call.signal })
      .then((answer) => {
        if (answer.ok && !call.signal.aborted) setHeld({ asked, of: findings, found: answer.value });
      });
    return () => {
      call.abort();
    };
  }, [store, findings, asked]);
  return held?.asked === asked && held.of === findings ? held.found : undefined;
}
