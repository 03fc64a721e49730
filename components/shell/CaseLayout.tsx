'use client';

import { type ReactNode, useId, useState } from 'react';
import { cx } from '../ui/cx';
import { ChevronDown } from '../ui/icons';

interface CaseLayoutProps {
  readonly side: ReactNode;
  /** What the folded side says of itself on a narrow screen: "7 files". */
  readonly sideSummary: string;
  readonly children: ReactNode;
}

/** The files beside the case; on a narrow screen they fold away above it. */
export function CaseLayout({ side, sideSummary, children }: CaseLayoutProps) {
  const id = useId();
  const [unfolded, setUnfolded] = useState(false);
  return (
    <div className="print:flex print:flex-col-reverse lg:grid lg:min-h-[calc(100dvh-53px)] lg:grid-cols-[284px_minmax(0,1fr)]">
      <aside aria-label="Files" className="border-line max-lg:border-b lg:border-r">
        <button
          aria-controls={id}
          aria-expanded={unfolded}
          className="flex w-full items-center justify-between gap-2 px-5 py-3 text-left text-sm font-medium lg:hidden print:hidden"
          onClick={() => {
            setUnfolded(!unfolded);
          }}
          type="button"
        >
          <span className="num">{sideSummary}</span>
          <ChevronDown className={cx('transition-transform', unfolded && 'rotate-180')} size={16} />
        </button>
        <div className={cx('px-5 pt-2 pb-6 lg:block lg:py-6', unfolded ? 'block' : 'hidden print:block')} id={id}>
          {side}
        </div>
      </aside>
      <main className="max-w-[1060px] min-w-0 px-5 pt-6 pb-12 sm:px-10 sm:pt-8">{children}</main>
    </div>
  );
}
