import { rowCsvHeader, rowCsvLine } from '@/lib/core/compare/rows/row-csv';
import type { RowCells } from '@/lib/core/compare/rows/row-query';
import type { Findings } from '@/lib/core/findings/findings';
import type { Mask } from '@/lib/core/mask/pseudonym';
import { deltasOf } from '@/lib/core/words/telling';

/** Rows as the CSV that the row table exports; with a mask, under pseudonyms. */
export function rowsCsv(findings: Findings, rows: readonly RowCells[], mask: Mask | null): string {
  const text = new Set(findings.columns.filter((column) => column.type === 'text').map((column) => column.name));
  const telling = {
    labels: findings.labels,
    mapping: findings.mapping,
    sides: findings.sides,
    files: deltasOf(findings),
    isText: (column: string) => text.has(column),
    mask,
  };
  return rowCsvHeader(telling) + rows.map((row) => rowCsvLine(row, telling)).join('');
}
