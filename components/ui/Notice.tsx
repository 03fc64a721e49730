import type { ReactNode } from 'react';
import { TriangleAlert } from './icons';

interface NoticeProps {
  readonly what: string;
  readonly next: string;
  readonly children?: ReactNode;
}

/** Something that went wrong: what and where, then what to do, then the buttons that do it. */
export function Notice({ what, next, children }: NoticeProps) {
  return (
    <div className="flex gap-3 border-t border-line py-4">
      <TriangleAlert className="mt-0.5 shrink-0 text-warn" size={18} />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{what}</p>
        <p className="text-mut">{next}</p>
        {children === undefined ? null : <div className="mt-3 flex flex-wrap gap-2">{children}</div>}
      </div>
    </div>
  );
}
