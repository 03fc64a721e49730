'use client';

import type { ReactNode } from 'react';
import { EditableText } from '../ui/EditableText';
import { ThemeToggle } from './ThemeToggle';

interface TopBarProps {
  /** Null while no case is open. */
  readonly caseName: string | null;
  readonly onRename: (name: string) => void;
  /** What can be done with the open case. */
  readonly actions?: ReactNode;
}

export function TopBar({ caseName, onRename, actions }: TopBarProps) {
  return (
    <header className="flex min-h-13 flex-wrap items-center gap-x-5 gap-y-1 border-b border-line px-5 py-2 sm:px-6">
      <span className="text-lg font-[650] tracking-[-0.02em]">Tieout</span>
      <div className="min-w-0 flex-1">
        {caseName === null ? null : (
          <EditableText className="text-mut" label="Name of the case" onCommit={onRename} value={caseName} />
        )}
      </div>
      <div className="flex flex-wrap items-center gap-2 print:hidden">
        {actions}
        <ThemeToggle />
      </div>
    </header>
  );
}
