import { assertNever } from '@/lib/core/assert-never';
import { shown } from '@/lib/core/phrases/shown';
import type { Block, Letter, TableBlock } from './letter';

/** Columns of a line of text; what RFC 5322 advises. Code is never wrapped. */
const WIDTH = 76;

/** The letter's body as plain text: lines of at most 76 characters where words allow, newline as LF, a blank line between blocks. */
export function letterText(letter: Letter): string {
  return `${letter.blocks.map(blockText).join('\n\n')}\n`;
}

/** One block as plain text, without a newline at the end. */
export function blockText(block: Block): string {
  return shown(plainText(block));
}

function plainText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return block.text
        .split('\n')
        .map((line) => wrap(line, '', ''))
        .join('\n');
    case 'heading':
      return `${block.text}\n${'-'.repeat(Math.min(WIDTH, block.text.length))}`;
    case 'list':
      return block.items.map((item, at) => listItem(item, block.ordered ? `${at + 1}. ` : '- ')).join('\n');
    case 'table':
      return tableText(block);
    case 'code':
      return block.text;
    case 'quote':
      return wrap(block.text, '> ', '> ');
    default:
      return assertNever(block);
  }
}

function listItem(item: string, mark: string): string {
  return wrap(item, mark, ' '.repeat(mark.length));
}

/** Breaks at spaces; a word longer than the line stands on a line of its own. */
function wrap(text: string, first: string, rest: string): string {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(/[ \n]+/)) {
    if (!empty && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = rest;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line].join('\n');
}

/** Columns aligned with spaces; a table too wide for the line becomes a list, each row with its labels. */
function tableText(table: TableBlock): string {
  const widths = table.columns.map((column, at) =>
    Math.max(column.label.length, ...table.rows.map((row) => (row[at] ?? '').length)),
  );
  if (widths.reduce((sum, width) => sum + width + 2, -2) > WIDTH) return stackedTable(table);
  const line = (cells: readonly string[]) =>
    table.columns
      .map((column, at) =>
        column.align === 'right'
          ? (cells[at] ?? '').padStart(widths[at] ?? 0)
          : (cells[at] ?? '').padEnd(widths[at] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [
    line(table.columns.map((column) => column.label)),
    line(widths.map((width) => '-'.repeat(width))),
    ...table.rows.map(line),
  ].join('\n');
}

function stackedTable(table: TableBlock): string {
  return table.rows
    .map((row) => listItem(table.columns.map((column, at) => `${column.label}: ${row[at] ?? ''}`).join('; '), '- '))
    .join('\n');
}
