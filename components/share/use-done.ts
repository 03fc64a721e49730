'use client';

import { useState } from 'react';

/** What was done last, to be said aloud: "Copied". Each act says it anew. */
export function useDone(): readonly [string, (words: string) => void, (work: Promise<boolean>, words: string) => void] {
  const [done, setDone] = useState('');
  function after(work: Promise<boolean>, words: string): void {
    setDone('');
    void work.then((allowed) => {
      setDone(allowed ? words : 'The browser did not allow it.');
    });
  }
  return [done, setDone, after];
}
