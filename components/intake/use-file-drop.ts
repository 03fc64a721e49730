'use client';

import { useEffect, useState } from 'react';
import { describeDrop, droppedFiles } from '@/lib/case/open/dropped-files';
import type { Source } from '@/lib/case/open/state';

interface FileDrop {
  /** Files are held over the page. */
  readonly over: boolean;
  /** What the last drop did not bring, and what to do. */
  readonly refused: ReturnType<typeof describeDrop>;
  readonly dismiss: () => void;
}

/** Takes files dropped anywhere on the page. */
export function useFileDrop(onSources: (sources: readonly Source[]) => void): FileDrop {
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<FileDrop['refused']>(null);

  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const hold = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      setOver(false);
      void droppedFiles(event.dataTransfer).then((dropped) => {
        setRefused(describeDrop(dropped));
        if (dropped.sources.length > 0) onSources(dropped.sources);
      });
    };
    window.addEventListener('dragenter', hold);
    window.addEventListener('dragover', hold);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', hold);
      window.removeEventListener('dragover', hold);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [onSources]);

  return {
    over,
    refused,
    dismiss: () => {
      setRefused(null);
    },
  };
}
