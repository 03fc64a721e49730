import { rejectedLines } from '@/lib/case/open/rejected';
import type { Findings } from '@/lib/core/findings/findings';
import type { Intake } from '@/lib/core/intake/intake';
import { formatCount } from '@/lib/core/phrases/amounts';
import { plural } from '@/lib/core/phrases/phrases';
import { tellNote } from '@/lib/core/words/intake';
import { describeProblem } from '@/lib/core/words/problem';

interface ReadingNoteProps {
  readonly intake: Intake;
  /** Null until the files were compared. */
  readonly findings: Findings | null;
}

/** How much was read, how fast, and that nothing was sent. */
export function ReadingNote({ intake, findings }: ReadingNoteProps) {
  const sum = (count: (file: Intake['files'][number]) => number) =>
    intake.files.reduce((total, file) => total + count(file), 0);
  const rows = sum((file) => file.rows);
  const rejected = sum((file) => rejectedLines(file, findings));
  const asides = intake.problems.flatMap((problem) => ('entries' in problem ? [describeProblem(problem).what] : []));
  return (
    <div className="flex flex-col gap-2 text-mut">
      {[...intake.notes.map(tellNote), ...asides].map((note) => (
        <p key={note}>{note}</p>
      ))}
      <p className="num">
        {plural(intake.files.length, 'file', 'files')}, {plural(rows, 'row', 'rows')}, {formatCount(rejected)}{' '}
        {rejected === 1 ? 'line' : 'lines'} rejected. Read in {seconds(intake.milliseconds)} on this machine; nothing
        was sent anywhere.
      </p>
    </div>
  );
}

function seconds(milliseconds: number): string {
  return milliseconds < 50 ? 'less than 0.1 s' : `${(milliseconds / 1000).toFixed(1)} s`;
}
