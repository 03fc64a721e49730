'use client';

import { useCaseStore } from '@/lib/case/open/use-case';
import type { Problem } from '@/lib/core/problem';
import { describeProblem } from '@/lib/core/words/problem';
import { IconButton } from '../ui/Button';
import { X } from '../ui/icons';

/** A file that came along and is no data: what it is, and a way to be rid of it. */
export function StrayItem({ problem }: { readonly problem: Extract<Problem, { file: string }> }) {
  const store = useCaseStore();
  return (
    <li className="grid grid-cols-[10px_minmax(0,1fr)_auto] items-start gap-x-2.5 border-t border-line py-[7px]">
      <span className="flex h-5 items-center">
        <span className="size-2.5 rounded-[1px] border border-field" />
      </span>
      <div className="min-w-0">
        <p className="truncate leading-5 font-medium" title={problem.file}>
          {problem.file}
        </p>
        <p className="[overflow-wrap:anywhere] text-mut">
          {describeProblem(problem).what.replace(`${problem.file} is `, '')}
        </p>
      </div>
      <IconButton
        className="-mr-1.5 size-6 print:hidden"
        label={`Remove ${problem.file}`}
        onClick={() => {
          store.remove(problem.file);
        }}
      >
        <X size={14} />
      </IconButton>
    </li>
  );
}
