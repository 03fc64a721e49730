'use client';

import { codeOf } from '@/lib/case/saved/case-id';
import type { MissingCase as Missing } from '@/lib/case/saved/saved-state';
import { useKeeper } from '@/lib/case/saved/use-saved';
import { Button } from '../ui/Button';
import { OpenCaseFile } from './OpenCaseFile';

/** A link was opened where its case is not: which case it belongs to, and how to load it. */
export default function MissingCase({ missing }: { readonly missing: Missing }) {
  const keeper = useKeeper();
  const { alike, other } = missing;
  return (
    <main className="mx-auto w-full max-w-[720px] px-5 py-10 sm:px-10 sm:py-16">
      <h1 className="text-xl leading-7 font-semibold tracking-[-0.015em]">
        This link belongs to case <span className="whitespace-nowrap">{codeOf(missing.id)}</span>, which is not in this
        browser.
      </h1>
      <p className="mt-3 max-w-[40em]">
        A case stays in the browser in which it was made, and a link carries none of its data: only which rows to show,
        and in which order. To see them, load the case.
      </p>
      <ol className="mt-5 max-w-[40em] list-decimal pl-5 marker:text-mut">
        <li className="py-1">
          Ask whoever sent the link for the case file: there, <b className="font-semibold">Cases</b>, then{' '}
          <b className="font-semibold">Export the case</b>. The list there shows it as case{' '}
          <span className="whitespace-nowrap">{codeOf(missing.id)}</span>.
        </li>
        <li className="py-1">Open that file here, or drop it on this page. The link’s view then opens by itself.</li>
      </ol>
      <div className="mt-6 flex flex-wrap gap-2">
        <OpenCaseFile primary />
        <Button onClick={keeper.giveUpMissing}>Go to the beginning</Button>
      </div>
      <div className="mt-6" role="status">
        {other ? (
          <Other
            button="Open that case"
            id={other.id}
            text={`That file holds another case, “${other.name}” (${codeOf(other.id)}). It is kept in this browser now.`}
          />
        ) : alike ? (
          <Other
            button="Show the view there"
            id={alike.id}
            text={`“${alike.name}” (${codeOf(alike.id)}) in this browser was made from the same files.`}
          />
        ) : null}
      </div>
    </main>
  );
}

interface OtherProps {
  readonly id: string;
  readonly text: string;
  readonly button: string;
}

function Other({ id, text, button }: OtherProps) {
  const keeper = useKeeper();
  return (
    <div className="flex flex-wrap items-center gap-3 border-t border-line py-4">
      <p className="min-w-0 flex-1 basis-72">{text}</p>
      <Button onClick={() => void keeper.openInstead(id)}>{button}</Button>
    </div>
  );
}
