'use client';

import { useCaseStore, useSilentEngine } from '@/lib/case/open/use-case';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';

/** A worker that says nothing may be busy, or lost: a person decides. */
export function SilentWorker() {
  const store = useCaseStore();
  const silent = useSilentEngine();
  return (
    <div className="print:hidden [&>*]:border-t-0 [&>*]:border-b [&>*]:px-5 sm:[&>*]:px-6" role="status">
      {silent ? (
        <Notice
          next="It may be busy with large files, or it may be lost. To restart it loses nothing of the case: it reads the files again and goes on with what was asked."
          what="The worker has not answered for 30 s."
        >
          <Button onClick={store.restartEngine}>Restart it</Button>
          <Button onClick={store.wait}>Wait</Button>
        </Notice>
      ) : null}
    </div>
  );
}
