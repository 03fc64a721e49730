'use client';

import { type ReactNode, useId, useState } from 'react';
import { QuietButton } from './Button';

interface PanelProps {
  /** The finding, as a sentence without a full stop: "delta3.csv is the whole gap". */
  readonly title: string;
  readonly children: ReactNode;
  /** The same numbers as a table; given, the panel can be switched to it. */
  readonly table?: ReactNode;
  readonly tools?: ReactNode;
  /** Where the numbers come from: the case, the date, the files. */
  readonly footer?: ReactNode;
}

/** One piece of evidence that stands by itself when it is cut out of the page. */
export function Panel({ title, children, table, tools, footer }: PanelProps) {
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  return (
    <section aria-labelledby={id} className="min-w-0" data-panel="">
      <header className="mb-2 flex min-h-12 items-start gap-2 border-t-2 border-ink pt-2">
        <h3 className="min-w-0 flex-1 text-md leading-5 font-semibold" id={id}>
          {title}
        </h3>
        <div className="flex shrink-0 items-center gap-2 print:hidden" data-panel-tools="">
          {table === undefined ? null : (
            <QuietButton
              aria-label={`Show as ${asTable ? 'chart' : 'table'}: ${title}`}
              onClick={() => {
                setAsTable(!asTable);
              }}
            >
              {asTable ? 'Chart' : 'Table'}
            </QuietButton>
          )}
          {tools}
        </div>
      </header>
      {asTable && table !== undefined ? table : children}
      {footer === undefined ? null : <footer className="mt-2 text-2xs text-mut">{footer}</footer>}
    </section>
  );
}
