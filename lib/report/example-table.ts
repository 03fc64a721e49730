import type { RowCells, RowSide } from '@/lib/core/compare/rows/row-query';
import type { Findings } from '@/lib/core/findings/findings';
import { keyColumns } from '@/lib/core/findings/key-columns';
import type { Mask } from '@/lib/core/mask/pseudonym';
import { shownKey, shownKeyColumns } from '@/lib/core/mask/shown-key';
import { formatAmount } from '@/lib/core/phrases/amounts';
import { deltasOf, unitOf } from '@/lib/core/words/telling';
import type { TableBlock } from './letters/letter';

/** A value that a table lacks, and a row that none of the files has. */
const ABSENT = 'absent';

/**
 * Keys with both values and, for either table, the version and the file of the row that it took. Where a table was not
 * given, what the files give stands in for it. With a mask a key is its pseudonym.
 */
export function exampleTable(findings: Findings, rows: readonly RowCells[], mask: Mask | null): TableBlock {
  const sides = (['theirs', 'ours'] as const).map((side) => (findings.sides[side] === null ? 'expected' : side));
  const nameOf = (side: 'theirs' | 'ours' | 'expected') => (side === 'expected' ? 'Expected' : findings.labels[side]);
  const unit = unitOf(findings);
  const files = deltasOf(findings);
  return {
    kind: 'table',
    columns: [
      ...shownKeyColumns(keyColumns(findings.mapping), mask).map((label) => ({ label, align: 'left' as const })),
      ...sides.map((side) => ({ label: nameOf(side), align: 'right' as const })),
      ...sides.map((side) => ({
        label: side === 'expected' ? 'Expected row' : `${nameOf(side)} took`,
        align: 'left' as const,
      })),
    ],
    rows: rows.map((row) => [
      ...shownKey(row.key, mask),
      ...sides.map((side) => valueCell(row[side], unit)),
      ...sides.map((side) => sourceOf(row[side], files)),
    ]),
  };
}

export function valueCell(side: RowSide | null, unit: string | null): string {
  if (side === null) return ABSENT;
  return side.measure === '' ? 'empty' : formatAmount(side.measure, unit);
}

/** "5879, delta3.csv" */
export function sourceOf(side: RowSide | null, files: readonly string[]): string {
  if (side === null) return ABSENT;
  const file = side.file === null ? 'in no file' : (files[side.file] ?? 'in no file');
  return side.version === null ? file : `${side.version}, ${file}`;
}
