'use client';

import { useRef } from 'react';
import { fileSource } from '@/lib/case/open/dropped-files';
import type { Source } from '@/lib/case/open/state';
import { Button } from '../ui/Button';

const ACCEPTED = '.csv,.tsv,.txt,.gz,.zip';

interface ChooseFilesProps {
  readonly text: string;
  readonly variant?: 'plain' | 'primary';
  readonly onSources: (sources: readonly Source[]) => void;
}

/** A button that opens the browser's own file dialog. */
export function ChooseFiles({ text, variant = 'plain', onSources }: ChooseFilesProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button onClick={() => input.current?.click()} variant={variant}>
        {text}
      </Button>
      <input
        accept={ACCEPTED}
        hidden
        multiple
        onChange={(event) => {
          const sources = [...(event.target.files ?? [])].map(fileSource);
          event.target.value = '';
          if (sources.length > 0) onSources(sources);
        }}
        ref={input}
        type="file"
      />
    </>
  );
}
