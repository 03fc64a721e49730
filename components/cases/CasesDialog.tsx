'use client';

import { useState } from 'react';
import { codeOf } from '@/lib/case/saved/case-id';
import { useKeeper, useSaved } from '@/lib/case/saved/use-saved';
import { copyText, download } from '@/lib/case/tell/download';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { CaseList } from './CaseList';
import { OpenCaseFile } from './OpenCaseFile';

/** The open case as a thing to hand on, and every other one. */
export default function CasesDialog({ onClose }: { readonly onClose: () => void }) {
  const { open } = useSaved();
  return (
    <Dialog onClose={onClose} title="Cases">
      {open ? <ThisCase id={open.id} /> : null}
      <header className="mt-6 flex flex-wrap items-center gap-x-4 gap-y-2 py-2">
        <h3 className="min-w-0 flex-1 font-semibold">All cases in this browser</h3>
        <OpenCaseFile />
      </header>
      <CaseList />
    </Dialog>
  );
}

function ThisCase({ id }: { readonly id: string }) {
  const keeper = useKeeper();
  const [link, setLink] = useState<{ readonly url: string; readonly copied: boolean } | null>(null);

  async function copyLink() {
    const asked = keeper.link();
    const text = asked.then((url) => {
      if (url === null) throw new Error('no link');
      return url;
    });
    const copied = await copyText(text).catch(() => false);
    const url = await asked;
    if (url === null) return;
    // A browser may refuse the clipboard: the link then stands there to be copied by hand.
    setLink({ url, copied });
  }

  return (
    <section aria-label="This case" className="border-t border-line pt-3">
      <p className="mb-3 text-sm text-mut">
        Case {codeOf(id)}. The link says which case and which view, and carries no data; whoever opens it needs the case
        file too. The file holds everything: the files, what was found, comments and letters, nothing of it masked.
      </p>
      <div className="flex flex-wrap gap-2">
        <Button
          onClick={() => {
            void keeper.exported(id).then((file) => {
              if (file) download(file.name, file.blob);
            });
          }}
          variant="primary"
        >
          Export the case
        </Button>
        <Button onClick={() => void copyLink()}>Copy a link to this view</Button>
      </div>
      <div role="status">
        {link ? (
          <p className="mt-3 text-sm">
            {link.copied ? 'Copied: ' : 'Copy this: '}
            <code className="text-xs break-all text-mut select-all">{link.url}</code>
          </p>
        ) : null}
      </div>
    </section>
  );
}
