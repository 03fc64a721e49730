import { shown } from '@/lib/core/phrases/shown';

/** A column of a plain-text table; numbers stand to the right. */
export interface TextColumn {
  readonly title: string;
  readonly numeric: boolean;
}

/** Rows under their titles (none where all are empty), cells aligned by column, one line a row, without trailing blanks. */
export function alignTable(columns: readonly TextColumn[], rows: readonly (readonly string[])[]): readonly string[] {
  const titles = columns.map(({ title }) => title);
  const lines = (titles.every((title) => title === '') ? rows : [titles, ...rows]).map((cells) => cells.map(oneLine));
  const widths = columns.map((_, c) => Math.max(...lines.map((cells) => (cells[c] ?? '').length)));
  return lines.map((cells) =>
    columns
      .map(({ numeric }, c) => {
        const cell = cells[c] ?? '';
        const width = widths[c] ?? 0;
        return numeric ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd(),
  );
}

/** A line break in a name would begin a line that nobody wrote. */
function oneLine(cell: string): string {
  return shown(cell.replace(/[\t\r\n]+/g, ' '));
}
