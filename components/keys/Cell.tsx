import { FileSwatch } from '@/components/charts/FileSwatch';
import { fileLabel } from '@/lib/charts/lettering';
import { assertNever } from '@/lib/core/assert-never';
import type { CellContent } from './row-columns';

interface CellProps {
  readonly content: CellContent;
  /** Indices of the deltas of which no row took effect on a side. */
  readonly missing: ReadonlySet<number>;
}

export function Cell({ content, missing }: CellProps) {
  switch (content.kind) {
    case 'text':
    case 'number':
      return (
        <span className="num block truncate" title={content.text}>
          {content.text}
        </span>
      );
    case 'gap':
      return <span className="num block truncate font-medium text-gap">{content.text}</span>;
    case 'file':
      return (
        <span className="flex min-w-0 items-center gap-1.5" title={content.name}>
          <FileSwatch index={content.file} missing={missing.has(content.file)} />
          <span className="truncate">{fileLabel(content.name)}</span>
        </span>
      );
    case 'absent':
      return <span className="block truncate text-mut">{content.text}</span>;
    default:
      return assertNever(content);
  }
}
