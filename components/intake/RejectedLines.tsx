import { assertNever } from '@/lib/core/assert-never';
import type { Rejection } from '@/lib/core/csv/csv-table';
import type { IntakeFile } from '@/lib/core/intake/intake';
import { formatCount } from '@/lib/core/words/amounts';
import { plural } from '@/lib/core/words/phrases';
import { Dialog } from '../ui/Dialog';

interface RejectedLinesProps {
  readonly file: IntakeFile;
  readonly onClose: () => void;
}

/** Every line of a file that was left out, with its place and the reason. */
export function RejectedLines({ file, onClose }: RejectedLinesProps) {
  return (
    <Dialog onClose={onClose} title={`${plural(file.rejectedRows, 'line', 'lines')} of ${file.file} rejected`}>
      <table className="w-full text-left text-sm">
        <thead className="text-xs text-mut">
          <tr>
            <th className="border-b border-line py-1.5 pr-4 text-right font-medium">Line</th>
            <th className="border-b border-line py-1.5 pr-4 font-medium">Column</th>
            <th className="border-b border-line py-1.5 pr-4 font-medium">Reason</th>
            <th className="border-b border-line py-1.5 font-medium">Text</th>
          </tr>
        </thead>
        <tbody>
          {file.rejected.map((rejection) => (
            <tr key={`${rejection.line} ${rejection.column}`}>
              <td className="num border-b border-line py-1 pr-4 text-right">{formatCount(rejection.line)}</td>
              <td className="border-b border-line py-1 pr-4">{rejection.column ?? ''}</td>
              <td className="border-b border-line py-1 pr-4">{reasonWords(rejection.reason)}</td>
              <td className="border-b border-line py-1 font-mono text-xs break-all">{rejection.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {file.rejected.length < file.rejectedRows ? (
        <p className="mt-3 text-sm text-mut">
          The first {formatCount(file.rejected.length)} of {formatCount(file.rejectedRows)} are listed.
        </p>
      ) : null}
    </Dialog>
  );
}

function reasonWords(reason: Rejection['reason']): string {
  switch (reason) {
    case 'too-few-cells':
      return 'fewer cells than the header';
    case 'too-many-cells':
      return 'more cells than the header';
    case 'not-a-number':
      return 'not a number';
    case 'not-a-version':
      return 'not a version';
    case 'empty-key':
      return 'the key is empty';
    case 'repeated-header':
      return 'the header, repeated';
    default:
      return assertNever(reason);
  }
}
