import type { Findings } from '../../findings/findings';
import { keyColumns } from '../../findings/key-columns';
import { defused } from '../../formula';
import type { Mask } from '../../mask/pseudonym';
import { shownKey, shownKeyColumns } from '../../mask/shown-key';
import type { RowCells, RowSide } from './row-query';

/** The row table as CSV: RFC 4180 with CRLF, in UTF-8, safe to open in a spreadsheet. */

/** What the columns are called and what the cells name. */
export type RowCsvTelling = Pick<Findings, 'labels' | 'mapping' | 'sides'> & {
  /** Names of the deltas in arrival order. */
  readonly files: readonly string[];
  /** Whether a column holds text, and so might hold what a spreadsheet would run. */
  readonly isText: (column: string) => boolean;
  /** Null: a key has a column for each of its parts; with a mask, one for its pseudonym. */
  readonly mask: Mask | null;
};

export function rowCsvHeader(telling: RowCsvTelling): string {
  return csvLine(rowCsvColumns(telling));
}

export function rowCsvLine(row: RowCells, telling: RowCsvTelling): string {
  return csvLine(rowCsvCells(row, telling));
}

/** The header's cells, unquoted. */
export function rowCsvColumns({ labels, mapping, mask }: RowCsvTelling): string[] {
  const told = (name: string) => mask?.text(name) ?? name;
  const sides = [told(labels.theirs), told(labels.ours), 'Expected'];
  return [
    ...shownKeyColumns(keyColumns(mapping), mask),
    ...sides.map((side) => `${side} ${mapping.measure}`),
    `${sides[0]} minus ${sides[1]}`,
    ...sides.flatMap((side) => [`${side} ${mapping.version}`, `${side} file`]),
    'Cause',
    ...mapping.attributes.flatMap((name) => sides.map((side) => `${side} ${name}`)),
  ].map(defused);
}

/** A row's cells, unquoted, none of which a spreadsheet would run. */
export function rowCsvCells(row: RowCells, telling: RowCsvTelling): string[] {
  const { mapping, files } = telling;
  const sides = [row.theirs, row.ours, row.expected];
  const named = (text: string) => telling.mask?.text(text) ?? text;
  function cell(column: string, text: string | null | undefined): string {
    const told = telling.mask?.cell(column, text ?? '') ?? text ?? '';
    return telling.isText(column) ? defused(told) : told;
  }
  return [
    ...shownKey(row.key, telling.mask).map(defused),
    ...sides.map((side) => side?.measure ?? ''),
    row.difference,
    ...sides.flatMap((side) => [cell(mapping.version, side?.version), defused(named(fileOf(side, files)))]),
    defused(named(causesOf(row, telling))),
    ...mapping.attributes.flatMap((name, a) => sides.map((side) => cell(name, side?.attributes[a]))),
  ];
}

function fileOf(side: RowSide | null, files: readonly string[]): string {
  return side?.file == null ? '' : (files[side.file] ?? '');
}

function causesOf(row: RowCells, { labels, sides }: RowCsvTelling): string {
  const causes = row.causes.map(({ side, cause }) => `${labels[side]}: ${sides[side]?.causes[cause]?.fault ?? ''}`);
  return [...causes, ...(row.unexplained ? ['unexplained'] : [])].join('; ');
}

/** A cell with another country's delimiter is quoted too, so that it stays one cell there. */
function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
}
