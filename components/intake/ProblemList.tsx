import type { Problem } from '@/lib/core/problem';
import type { GivenEncoding } from '@/lib/core/setup';
import { describeProblem } from '@/lib/core/words/problem';
import { NewerVersion } from '../shell/NewerVersion';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { HeaderLineField } from './HeaderLineField';
import { UndoButton } from './UndoButton';

interface ProblemListProps {
  readonly problems: readonly Problem[];
  /** Takes a file out of the case. */
  readonly onRemove: (file: string) => void;
  /** Of the files that claim to be a side's table takes one. */
  readonly onTake: (file: string, role: 'ours' | 'theirs') => void;
  /** Reads a file again with its header on that line. */
  readonly onHeader: (files: readonly string[], line: number) => void;
  /** What a file's bytes were read as: "UTF-8". */
  readonly encodingOf: (file: string) => string | undefined;
  /** Reads a file again, its bytes taken for that encoding. */
  readonly onEncoding: (file: string, encoding: GivenEncoding) => void;
  /** Tries again what failed; null where trying again would change nothing. */
  readonly onRetry: (() => void) | null;
}

/** What stands in the way of a verdict, with what to do about each. */
export function ProblemList({
  problems,
  onRemove,
  onTake,
  onHeader,
  encodingOf,
  onEncoding,
  onRetry,
}: ProblemListProps) {
  return (
    <section aria-label="To settle first" className="mb-8 border-b border-line">
      <h1 className="mb-3 text-xl font-semibold tracking-[-0.015em]" role="alert">
        {problems.length === 1 ? 'One thing is in the way.' : `${problems.length} things are in the way.`}
      </h1>
      {problems.map((problem) => {
        const { what, next } = describeProblem(problem);
        return (
          <Notice key={`${problem.code} ${what}`} next={next} what={what}>
            {problem.code === 'no-header' ? (
              <HeaderLineField
                asked
                files={[problem.file]}
                line={problem.likely}
                onLine={(line) => {
                  onHeader([problem.file], line);
                }}
              />
            ) : null}
            {problem.code === 'mostly-unread' && problem.reason === 'other-encoding'
              ? ENCODINGS.filter(({ text }) => text !== encodingOf(problem.file)).map(({ encoding, text }) => (
                  <Button
                    className={LONG}
                    key={encoding}
                    onClick={() => {
                      onEncoding(problem.file, encoding);
                    }}
                  >
                    Read {problem.file} as {text}
                  </Button>
                ))
              : null}
            {problem.code === 'role-taken'
              ? [problem.file, problem.other].map((file) => (
                  <Button
                    className={LONG}
                    key={file}
                    onClick={() => {
                      onTake(file, problem.role);
                    }}
                  >
                    Take {file} as {problem.role === 'ours' ? 'the vendor’s table' : 'the customer’s table'}
                  </Button>
                ))
              : filesOf(problem).map((file) => (
                  <Button
                    className={LONG}
                    key={file}
                    onClick={() => {
                      onRemove(file);
                    }}
                  >
                    Leave out {file}
                  </Button>
                ))}
          </Notice>
        );
      })}
      {problems.some(({ code }) => code === 'engine-stopped' || code === 'part-missing') ? <NewerVersion /> : null}
      <p className="flex flex-wrap gap-2 border-t border-line py-4 empty:hidden">
        {onRetry ? <Button onClick={onRetry}>Try again</Button> : null}
        <UndoButton />
      </p>
    </section>
  );
}

const ENCODINGS = [
  { encoding: 'utf-8', text: 'UTF-8' },
  { encoding: 'windows-1252', text: 'windows-1252' },
] as const;

/** Names of files may be longer than the screen is wide. */
const LONG = 'max-w-full text-left [overflow-wrap:anywhere] whitespace-normal!';

/** Reading the same file once more may go well. */
export function mayPass({ code }: Problem): boolean {
  return code === 'file-unreadable' || code === 'file-changed' || code === 'part-missing';
}

function filesOf(problem: Problem): readonly string[] {
  if ('other' in problem) return [problem.file, problem.other];
  return 'file' in problem ? [problem.file] : [];
}
