import { assertNever } from '@/lib/core/assert-never';
import type { Block, Letter, TableBlock } from './letter';

/** Between the cells of a table row that is being edited. */
const CELL = ' | ';

/** A block as one plain text that a person can edit: a list has an item a line, a table a row a line with the header first. */
export function editableText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'code':
    case 'quote':
      return block.text;
    case 'list':
      return block.items.join('\n');
    case 'table':
      return [block.columns.map((column) => column.label), ...block.rows].map((row) => row.join(CELL)).join('\n');
    default:
      return assertNever(block);
  }
}

/**
 * The block with an edited text; the inverse of `editableText` (for a table: of cells without the bar that parts them).
 * A table keeps its number of columns: missing cells are empty, what stands beyond the last bar joins the last cell.
 */
export function withEditedText(block: Block, text: string): Block {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'code':
    case 'quote':
      return { ...block, text };
    case 'list':
      return { ...block, items: text.split('\n').filter((line) => line.trim() !== '') };
    case 'table':
      return withEditedTable(block, text);
    default:
      return assertNever(block);
  }
}

/** The letter with one block edited. An empty text takes the block out. */
export function withEditedBlock(letter: Letter, index: number, text: string): Letter {
  const blocks = letter.blocks.flatMap((block, at) => {
    if (at !== index) return [block];
    return text.trim() === '' ? [] : [withEditedText(block, text)];
  });
  return { ...letter, blocks };
}

function withEditedTable(block: TableBlock, text: string): TableBlock {
  const [header = [], ...rows] = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => cells(line, block.columns.length));
  return { ...block, columns: block.columns.map((column, at) => ({ ...column, label: header[at] ?? '' })), rows };
}

function cells(line: string, count: number): string[] {
  const found = line.split(CELL);
  const last = found.slice(count - 1).join(CELL);
  return Array.from({ length: count }, (_, at) => (at === count - 1 ? last : (found[at] ?? '')));
}
