'use client';

import { type ReactNode, useState } from 'react';
import { withDeltaAt } from '@/lib/case/open/edit-setup';
import { useCaseStore } from '@/lib/case/open/use-case';
import type { IntakeFile } from '@/lib/core/intake/intake';
import type { Setup } from '@/lib/core/setup';
import { cx } from '../ui/cx';

interface DeltaListProps {
  /** In arrival order. */
  readonly deltas: readonly IntakeFile[];
  readonly setup: Setup;
  readonly children: (file: IntakeFile, position: number) => ReactNode;
}

const DRAGGED = 'application/x-tieout-delta';

/** The deltas, which can be dragged into another order; each item has buttons that do the same. */
export function DeltaList({ deltas, setup, children }: DeltaListProps) {
  const store = useCaseStore();
  const [target, setTarget] = useState<number | null>(null);
  return (
    <ol>
      {deltas.map((file, position) => (
        <li
          className={cx('list-none', target === position && 'bg-soft outline outline-ours')}
          draggable={deltas.length > 1}
          key={file.id}
          onDragEnd={() => {
            setTarget(null);
          }}
          onDragLeave={() => {
            setTarget(null);
          }}
          onDragOver={(event) => {
            if (!event.dataTransfer.types.includes(DRAGGED)) return;
            event.preventDefault();
            setTarget(position);
          }}
          onDragStart={(event) => {
            event.dataTransfer.setData(DRAGGED, String(file.id));
            event.dataTransfer.effectAllowed = 'move';
          }}
          onDrop={(event) => {
            const id = event.dataTransfer.getData(DRAGGED);
            setTarget(null);
            if (id === '' || Number(id) === file.id) return;
            event.preventDefault();
            store.setUp(withDeltaAt(setup, Number(id), position));
          }}
        >
          {children(file, position)}
        </li>
      ))}
    </ol>
  );
}
