import { assertNever } from '@/lib/core/assert-never';
import type { Rejection } from '@/lib/core/csv/csv-table';
import { formatCount } from '@/lib/core/words/amounts';
import { plural } from '@/lib/core/words/phrases';
import { Dialog } from '../ui/Dialog';

interface RejectedLinesProps {
  readonly file: string;
  /** Rejected lines in all, and those of them whose place is known. */
  readonly count: number;
  readonly rejections: readonly Rejection[];
  readonly onClose: () => void;
}

/** The lines of a file that were left out, each with its place and the reason. */
export function RejectedLines({ file, count, rejections, onClose }: RejectedLinesProps) {
  return (
    <Dialog onClose={onClose} title={`${plural(count, 'line', 'lines')} of ${file} rejected`}>
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
          {rejections.map((rejection) => (
            <tr key={`${rejection.line} ${rejection.column}`}>
              <td className="num border-b border-line py-1 pr-4 text-right">{formatCount(rejection.line)}</td>
              <td className="border-b border-line py-1 pr-4">{rejection.column ?? ''}</td>
              <td className="border-b border-line py-1 pr-4">{reasonWords(rejection.reason)}</td>
              <td className="border-b border-line py-1 font-mono text-xs break-all">{rejection.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rejections.length < count ? (
        <p className="mt-3 text-sm text-mut">
          {formatCount(rejections.length)} of {formatCount(count)} are listed.
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
