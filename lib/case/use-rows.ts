'use client';

import { useEffect, useState } from 'react';
import type { RowCells } from '@/lib/core/compare/rows/row-query';
import type { Findings } from '@/lib/core/findings/findings';
import type { Problem } from '@/lib/core/problem';
import type { Investigator } from '@/lib/engine/investigator';

/** The rows that differ most; `rows` is null while they are on their way. */
interface Examples {
  readonly rows: readonly RowCells[] | null;
  readonly problem: Problem | null;
}

const NONE: Examples = { rows: null, problem: null };

/** @param findings whose rows they are: others are asked for anew */
export function useExamples(engine: Pick<Investigator, 'rows'>, findings: Findings, count: number): Examples {
  const [held, setHeld] = useState<Examples & { readonly of: Findings | null }>({ ...NONE, of: null });
  useEffect(() => {
    const call = new AbortController();
    const query = { scope: 'differing', search: '', filters: [], sort: [], from: 0, count } as const;
    void engine.rows(query, { signal: call.signal }).then((answer) => {
      if (call.signal.aborted) return;
      setHeld(
        answer.ok
          ? { rows: answer.value.rows, problem: null, of: findings }
          : { rows: null, problem: answer.problem, of: findings },
      );
    });
    return () => {
      call.abort();
    };
  }, [engine, findings, count]);
  return held.of === findings ? held : NONE;
}
