'use client';

import { useId, useState } from 'react';
import { formatCount } from '@/lib/core/phrases/amounts';
import { QuietButton } from '../ui/Button';

interface Fact {
  readonly text: string;
  readonly detail: string;
  /** Shows the rows behind the fact. */
  readonly onShow?: (() => void) | undefined;
}

interface FactListProps {
  readonly title: string;
  /** None: nothing is shown. */
  readonly facts: readonly Fact[];
}

/** Facts that are shown before the rest is asked for. */
const FIRST = 5;

/** A list of phrases, each with what belongs to it on the right. */
export function FactList({ title, facts }: FactListProps) {
  const id = useId();
  const [all, setAll] = useState(false);
  if (facts.length === 0) return null;
  const shown = all || facts.length <= FIRST + 1 ? facts : facts.slice(0, FIRST);
  return (
    <section aria-labelledby={id} className="min-w-0">
      <h2 className="mb-2 font-semibold" id={id}>
        {title}
      </h2>
      <ul className="text-[13.5px]">
        {shown.map(({ text, detail, onShow }) => (
          <li
            className="grid grid-cols-[minmax(0,1fr)_fit-content(56%)] gap-4 border-t border-line py-1.5"
            key={`${text} ${detail}`}
          >
            <span className="min-w-0">{text}</span>
            <span className="num text-right text-mut">
              {detail}
              {onShow ? (
                <QuietButton aria-label={`Show the rows: ${text}`} className="ml-2 print:hidden" onClick={onShow}>
                  Show
                </QuietButton>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      {shown.length === facts.length ? null : (
        <QuietButton
          aria-label={`All ${formatCount(facts.length)}: ${title}`}
          className="-ml-1 print:hidden"
          onClick={() => {
            setAll(true);
          }}
        >
          All {formatCount(facts.length)}
        </QuietButton>
      )}
    </section>
  );
}
