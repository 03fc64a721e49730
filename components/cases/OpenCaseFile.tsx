'use client';

import { useRef } from 'react';
import { useKeeper } from '@/lib/case/saved/use-saved';
import { Button } from '../ui/Button';

/** Opens a case that was exported to a file. */
export function OpenCaseFile({ primary = false }: { readonly primary?: boolean }) {
  const keeper = useKeeper();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button onClick={() => input.current?.click()} variant={primary ? 'primary' : 'plain'}>
        Open a case file
      </Button>
      <input
        accept=".tieout"
        aria-label="Case file"
        className="hidden"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) void keeper.take(file.name, file);
        }}
        ref={input}
        tabIndex={-1}
        type="file"
      />
    </>
  );
}
