'use client';

import type { ReactNode } from 'react';
import type { Source } from '@/lib/case/open/state';
import { Button } from '../ui/Button';
import { cx } from '../ui/cx';
import { ChooseFiles } from './ChooseFiles';

interface EmptyStateProps {
  /** Files are held over the page. */
  readonly over: boolean;
  readonly sample: readonly Source[];
  readonly onSources: (sources: readonly Source[]) => void;
  readonly onSample: () => void;
  /** The cases that were saved. */
  readonly saved?: ReactNode;
}

/** What stands on the page before anything was dropped. */
export function EmptyState({ over, sample, onSources, onSample, saved }: EmptyStateProps) {
  return (
    <main className="mx-auto w-full max-w-[880px] px-5 py-10 sm:px-10 sm:py-16">
      <h1 className="max-w-[22em] text-2xl leading-[1.22] font-semibold tracking-[-0.022em]">
        Find out why two tables built from the same files disagree, and prove it.
      </h1>
      <div
        className={cx(
          'mt-8 flex min-h-64 flex-col items-center justify-center gap-2 border border-dashed px-6 py-10 text-center transition-colors',
          over ? 'border-ours bg-soft' : 'border-field',
        )}
      >
        <p className="text-lg font-semibold">{over ? 'Let go to read them' : 'Drop all the files here at once'}</p>
        <p className="max-w-[34em] text-mut">
          The exported files and the tables built from them, in any order:{' '}
          <span className="whitespace-nowrap">.csv, .tsv,</span>{' '}
          <span className="whitespace-nowrap">.csv.gz or .zip.</span> They are read here and go nowhere else.
        </p>
        <div className="mt-4 flex flex-wrap justify-center gap-2">
          <ChooseFiles onSources={onSources} text="Choose files" variant="primary" />
          {sample.length === 0 ? null : <Button onClick={onSample}>Open the sample</Button>}
        </div>
      </div>
      {saved}
      <div className="mt-10 grid gap-x-10 gap-y-6 sm:grid-cols-3">
        <Step title="What to drop">
          Every delta that was exported, the vendor’s table, and the customer’s own. One of the two tables is enough to
          begin with.
        </Step>
        <Step title="What happens">
          Each file gets its role by itself. The pipeline is run again with every known fault until one gives the table
          exactly.
        </Step>
        <Step title="What leaves this machine">
          Nothing. The files are read in this browser by this page, which is not allowed to send anything to anyone.
        </Step>
      </div>
      <SampleFiles sample={sample} />
    </main>
  );
}

function Step({ title, children }: { readonly title: string; readonly children: string }) {
  return (
    <section className="border-t border-line pt-3">
      <h2 className="mb-1 font-semibold">{title}</h2>
      <p className="text-sm text-mut">{children}</p>
    </section>
  );
}

function SampleFiles({ sample }: { readonly sample: readonly Source[] }) {
  if (sample.length === 0) return null;
  return (
    <details className="mt-10 text-sm text-mut">
      <summary className="w-fit hover:text-ink">Download the sample’s files</summary>
      <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1">
        {sample.map((source) =>
          source.kind === 'url' ? (
            <li key={source.name}>
              <a
                className="text-ink underline decoration-field underline-offset-2"
                download={source.name}
                href={source.url}
              >
                {source.name}
              </a>
            </li>
          ) : null,
        )}
      </ul>
    </details>
  );
}
