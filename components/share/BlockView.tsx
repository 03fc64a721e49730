import type { ReactNode } from 'react';
import type { Block, Mark, TableBlock } from '@/lib/case/tell/letter';
import { assertNever } from '@/lib/core/assert-never';
import { cx } from '../ui/cx';

interface BlockViewProps {
  readonly block: Block;
  /** Places in the block's text as it is edited. */
  readonly marks: readonly Mark[];
}

/** A passage as a reader sees it, with the numbers marked that are not as the findings have them. */
export function BlockView({ block, marks }: BlockViewProps): ReactNode {
  const text = (of: string, from: number) => <Marked from={from} marks={marks} text={of} />;
  switch (block.kind) {
    case 'paragraph':
      return <p className="whitespace-pre-line">{text(block.text, 0)}</p>;
    case 'heading':
      return <h4 className="pt-2 font-semibold">{text(block.text, 0)}</h4>;
    case 'quote':
      return <blockquote className="border-l-2 border-field pl-3">{text(block.text, 0)}</blockquote>;
    case 'code':
      return (
        <pre className="border bg-soft px-3 py-2 font-mono text-xs leading-5 break-words whitespace-pre-wrap">
          {text(block.text, 0)}
        </pre>
      );
    case 'list': {
      const starts = startsOf(block.items, 1);
      const Tag = block.ordered ? 'ol' : 'ul';
      return (
        <Tag className={cx('pl-5', block.ordered ? 'list-decimal' : 'list-disc')}>
          {block.items.map((item, i) => (
            <li className="mb-1" key={`${starts[i]}`}>
              {text(item, starts[i] ?? 0)}
            </li>
          ))}
        </Tag>
      );
    }
    case 'table':
      return <TableView block={block} text={text} />;
    default:
      return assertNever(block);
  }
}

interface TableViewProps {
  readonly block: TableBlock;
  readonly text: (of: string, from: number) => ReactNode;
}

/** As it is edited, a table's cells are parted by " | " and its rows by a newline, the header first. */
function TableView({ block, text }: TableViewProps) {
  const lines = [block.columns.map(({ label }) => label), ...block.rows];
  const lineStarts = startsOf(
    lines.map((cells) => cells.join(' | ')),
    1,
  );
  const cell = (line: number, at: number) => (lineStarts[line] ?? 0) + (startsOf(lines[line] ?? [], 3)[at] ?? 0);
  const side = (at: number) => (block.columns[at]?.align === 'right' ? 'num text-right' : 'text-left');
  return (
    <div className="overflow-x-auto">
      <table className="text-sm">
        <thead>
          <tr>
            {block.columns.map(({ label }, at) => (
              <th className={cx('border-b border-field py-1 pr-4 font-medium', side(at))} key={label} scope="col">
                {text(label, cell(0, at))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((cells, row) => (
            <tr key={`${lineStarts[row + 1]}`}>
              {cells.map((value, at) => (
                <td className={cx('border-b border-line py-1 pr-4 align-top', side(at))} key={cell(row + 1, at)}>
                  {text(value, cell(row + 1, at))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Where each text begins when all stand after each other with `apart` characters in between. */
function startsOf(texts: readonly string[], apart: number): readonly number[] {
  let at = 0;
  return texts.map((text) => {
    const start = at;
    at += text.length + apart;
    return start;
  });
}

interface MarkedProps {
  readonly text: string;
  /** Where the text begins in what the marks count. */
  readonly from: number;
  readonly marks: readonly Mark[];
}

/** Text with its marks underlined, by a wavy line besides the colour. */
function Marked({ text, from, marks }: MarkedProps) {
  const here = marks.filter((mark) => mark.from >= from && mark.to <= from + text.length);
  if (here.length === 0) return text;
  const parts: ReactNode[] = [];
  let at = 0;
  for (const mark of here) {
    parts.push(text.slice(at, mark.from - from));
    at = mark.to - from;
    parts.push(
      <mark
        className="bg-transparent text-gap underline decoration-wavy underline-offset-3"
        key={mark.from}
        title={mark.kind === 'unknown' ? 'Not a figure of the findings' : 'Another figure of the findings'}
      >
        {text.slice(mark.from - from, at)}
      </mark>,
    );
  }
  return [...parts, text.slice(at)];
}
