import type { ReactNode, Ref } from 'react';

interface CardProps {
  readonly ref?: Ref<HTMLDivElement>;
  readonly title: ReactNode;
  readonly caseName: string;
  readonly date: string;
  /** The files that it came from. */
  readonly files: string;
  readonly children: ReactNode;
}

/** A piece of the case that stands by itself: its finding, what shows it, and where it came from. */
export function Card({ ref, title, caseName, date, files, children }: CardProps) {
  return (
    <div className="flex flex-col bg-bg [text-rendering:geometricPrecision] px-8 pt-6 pb-5 text-ink" ref={ref}>
      <div className="mb-4 border-t-2 border-ink pt-3 text-lg leading-6 font-semibold">{title}</div>
      {children}
      <CardSource caseName={caseName} date={date} files={files} />
    </div>
  );
}

/** The last line of every picture. */
export function CardSource({ caseName, date, files }: Pick<CardProps, 'caseName' | 'date' | 'files'>) {
  return (
    <div className="mt-5 flex justify-between gap-6 border-t border-line pt-2 text-2xs text-mut">
      <span className="min-w-0">{[caseName, date, files].join(' · ')}</span>
      <span className="shrink-0">Tieout</span>
    </div>
  );
}
