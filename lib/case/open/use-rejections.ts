'use client';

import { useEffect, useState } from 'react';
import { named } from '@/lib/core/by-name';
import type { Findings } from '@/lib/core/findings/findings';
import type { IntakeFile } from '@/lib/core/intake/intake';
import type { Rejection } from '@/lib/core/rejection';
import { ok, type Result } from '@/lib/core/result';
import type { Investigator } from '@/lib/engine/investigator';

type Lines = Result<readonly Rejection[]>;

/**
 * The lines of a file that take no part, in line order; null while they are on their way.
 * @param findings null: nothing was compared yet, and the lines are those that reading refused
 */
export function useRejections(
  engine: Pick<Investigator, 'rejections'>,
  file: IntakeFile,
  findings: Findings | null,
): Lines | null {
  const [held, setHeld] = useState<{ readonly of: Findings; readonly file: IntakeFile; readonly lines: Lines } | null>(
    null,
  );
  useEffect(() => {
    if (findings === null) return;
    const call = new AbortController();
    void engine.rejections({ signal: call.signal }).then((answer) => {
      if (call.signal.aborted) return;
      const lines: Lines = answer.ok ? ok(named(answer.value, file.file) ?? file.rejected) : answer;
      setHeld({ of: findings, file, lines });
    });
    return () => {
      call.abort();
    };
  }, [engine, file, findings]);
  if (findings === null) return ok(file.rejected);
  return held?.of === findings && held.file === file ? held.lines : null;
}
