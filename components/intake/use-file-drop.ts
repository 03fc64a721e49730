'use client';

import { useEffect, useState } from 'react';
import { droppedFiles } from '@/lib/case/dropped-files';
import type { Source } from '@/lib/case/state';

/** Takes files dropped anywhere on the page. True while files are held over it. */
export function useFileDrop(onSources: (sources: readonly Source[]) => void): boolean {
  const [over, setOver] = useState(false);

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
      // Nothing is taken where the browser cannot hand the files out.
      droppedFiles(event.dataTransfer).then(
        (sources) => {
          if (sources.length > 0) onSources(sources);
        },
        () => undefined,
      );
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

  return over;
}
