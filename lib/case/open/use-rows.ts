'use client';

import { useEffect, useMemo, useState } from 'react';
import type { RowQuery, RowWindow } from '@/lib/core/compare/rows/row-query';
import type { Findings } from '@/lib/core/findings/findings';
import type { Problem } from '@/lib/core/problem';
import type { Investigator } from '@/lib/engine/investigator';

/** Rows on their way: both null. */
interface Rows {
  readonly window: RowWindow | null;
  readonly problem: Problem | null;
}

interface AskedRows extends Rows {
  /** Asks again after a problem. */
  readonly retry: () => void;
}

const NONE: Rows = { window: null, problem: null };

/** The rows that differ, the largest differences first. */
export function largestDifferences(count: number): RowQuery {
  return { scope: 'differing', search: '', filters: [], sort: [], from: 0, count };
}

/** @param findings whose rows they are: others are asked for anew */
export function useRows(engine: Pick<Investigator, 'rows'>, findings: Findings, query: RowQuery): AskedRows {
  const [held, setHeld] = useState<Rows & { readonly of: Findings | null; readonly asked: string }>({
    ...NONE,
    of: null,
    asked: '',
  });
  const [attempt, setAttempt] = useState(0);
  const asked = JSON.stringify([query, attempt]);
  const stable = useMemo(() => (JSON.parse(asked) as [RowQuery, number])[0], [asked]);
  useEffect(() => {
    const call = new AbortController();
    void engine.rows(stable, { signal: call.signal }).then((answer) => {
      if (call.signal.aborted) return;
      setHeld({
        window: answer.ok ? answer.value : null,
        problem: answer.ok ? null : answer.problem,
        of: findings,
        asked,
      });
    });
    return () => {
      call.abort();
    };
  }, [engine, findings, stable, asked]);
  const retry = () => {
    setAttempt(attempt + 1);
  };
  return { ...(held.of === findings && held.asked === asked ? held : NONE), retry };
}
