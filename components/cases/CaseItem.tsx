'use client';

import { useState } from 'react';
import { codeOf } from '@/lib/case/saved/case-id';
import type { CaseSummary } from '@/lib/case/saved/case-shelf';
import { useKeeper } from '@/lib/case/saved/use-saved';
import { download } from '@/lib/case/tell/download';
import { plural } from '@/lib/core/phrases/phrases';
import { formatBytes } from '../intake/bytes';
import { Button, IconButton } from '../ui/Button';
import { EditableText } from '../ui/EditableText';
import { Copy, Download, Trash2 } from '../ui/icons';
import { formatMoment } from './moment';

interface CaseItemProps {
  readonly summary: CaseSummary;
  /** It is the one on the screen. */
  readonly isOpen: boolean;
}

/** A case in the list: what was found, when, how much it holds, and what can be done with it. */
export function CaseItem({ summary, isOpen }: CaseItemProps) {
  const keeper = useKeeper();
  const [asked, setAsked] = useState(false);
  const { id, name, verdict } = summary;
  const facts = [
    formatMoment(summary.updated),
    plural(summary.files, 'file', 'files'),
    ...(summary.bytes > 0 ? [formatBytes(summary.bytes)] : []),
    ...(summary.comments > 0 ? [plural(summary.comments, 'comment', 'comments')] : []),
  ];
  return (
    <li className="border-t border-line py-3">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-72">
          <EditableText
            className="font-semibold"
            label="Name of the case"
            onCommit={(text) => void keeper.rename(id, text)}
            value={name}
          />
          <p className="text-sm">{verdict ? verdict.headline : 'Nothing was found yet.'}</p>
          <p className="num mt-0.5 text-xs text-mut">
            {verdict ? `${verdict.label} · ` : ''}
            {facts.join(' · ')} · <span className="whitespace-nowrap">case {codeOf(id)}</span>
          </p>
        </div>
        <div className="flex items-center gap-1">
          {isOpen ? (
            <span className="px-2 text-sm text-mut">open</span>
          ) : (
            <Button aria-label={`Open ${name}`} onClick={() => void keeper.open(id)}>
              Open
            </Button>
          )}
          <IconButton label={`Duplicate ${name}`} onClick={() => void keeper.duplicate(id)}>
            <Copy size={15} />
          </IconButton>
          <IconButton
            label={`Export ${name}`}
            onClick={() => {
              void keeper.exported(id).then((file) => {
                if (file) download(file.name, file.blob);
              });
            }}
          >
            <Download size={15} />
          </IconButton>
          <IconButton
            aria-expanded={asked}
            label={`Delete ${name}`}
            onClick={() => {
              setAsked(!asked);
            }}
          >
            <Trash2 size={15} />
          </IconButton>
        </div>
      </div>
      {asked ? (
        <div className="mt-2 flex flex-wrap items-center gap-2 bg-soft px-3 py-2 text-sm">
          <p className="min-w-0 flex-1 basis-56">Delete this case and its files from this browser?</p>
          <Button onClick={() => void keeper.remove(id)}>Delete</Button>
          <Button
            onClick={() => {
              setAsked(false);
            }}
          >
            Keep it
          </Button>
        </div>
      ) : null}
    </li>
  );
}
