import { rejectedLines } from '@/lib/case/open/rejected';
import { useCaseStore } from '@/lib/case/open/use-case';
import { useRejections } from '@/lib/case/open/use-rejections';
import { useNotes } from '@/lib/case/tell/use-notes';
import type { Findings } from '@/lib/core/findings/findings';
import type { IntakeFile } from '@/lib/core/intake/intake';
import { formatCount } from '@/lib/core/phrases/amounts';
import { plural } from '@/lib/core/phrases/phrases';
import { withoutKey } from '@/lib/core/rejection';
import { describeProblem } from '@/lib/core/words/problem';
import { describeRejection } from '@/lib/core/words/rejections';
import { Dialog } from '../ui/Dialog';
import { Notice } from '../ui/Notice';

interface RejectedLinesProps {
  readonly file: IntakeFile;
  /** Null until the files were compared. */
  readonly findings: Findings | null;
  readonly onClose: () => void;
}

/** The lines of a file that were left out, each with its place and the reason. */
export function RejectedLines({ file, findings, onClose }: RejectedLinesProps) {
  const lines = useRejections(useCaseStore().investigator(), file, findings);
  const count = rejectedLines(file, findings);
  const { mask } = useNotes();
  return (
    <Dialog onClose={onClose} title={`${plural(count, 'line', 'lines')} of ${file.file} rejected`}>
      {lines === null ? (
        <p className="text-sm text-mut">Looking them up …</p>
      ) : lines.ok ? (
        <>
          <ul className="text-sm">
            {lines.value.map((rejection) => (
              <li
                className="num border-t border-line py-1.5 [overflow-wrap:anywhere]"
                key={`${rejection.line} ${rejection.column}`}
              >
                {describeRejection(mask.on ? withoutKey(rejection) : rejection, file.file)}
              </li>
            ))}
          </ul>
          {lines.value.length < count ? (
            <p className="mt-3 text-sm text-mut">
              The first {formatCount(lines.value.length)} of {formatCount(count)} are listed.
            </p>
          ) : null}
        </>
      ) : (
        <Notice {...describeProblem(lines.problem)} />
      )}
    </Dialog>
  );
}
