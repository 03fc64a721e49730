import type { ReactNode } from 'react';

interface SideHeadingProps {
  readonly text: string;
  readonly children?: ReactNode;
}

export function SideHeading({ text, children }: SideHeadingProps) {
  return (
    <div className="mb-2 flex items-center justify-between gap-2">
      <h2 className="text-xs font-semibold text-mut">{text}</h2>
      {children}
    </div>
  );
}
