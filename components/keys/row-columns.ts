import type { RowCells, RowSide } from '@/lib/core/compare/rows/row-query';
import { isZeroDecimal } from '@/lib/core/decimal';
import type { Findings, Side } from '@/lib/core/findings/findings';
import { keyText } from '@/lib/core/key';
import type { Mask } from '@/lib/core/mask/pseudonym';
import { capitalised, spoken } from '@/lib/core/phrases/phrases';
import type { CaseWords } from '@/lib/core/words/case-words';
import { versionNoun } from '@/lib/core/words/chart-titles';

/** What a cell of the row table shows. */
export type CellContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'gap'; readonly text: string }
  | { readonly kind: 'file'; readonly file: number; readonly name: string }
  | { readonly kind: 'absent'; readonly text: string };

export interface RowColumnSpec {
  /** A `RowColumn` of the query. */
  readonly id: string;
  readonly label: string;
  /** Right-aligned, and sorted from the largest down at first. */
  readonly numeric: boolean;
  /** Px. */
  readonly width: number;
  /** Shown until the reader chooses otherwise. The cause is when there is more than one to tell apart. */
  readonly shown: boolean;
  readonly content: (row: RowCells) => CellContent;
}

const NO_ROW: CellContent = { kind: 'absent', text: 'no row' };
const NO_FILE: CellContent = { kind: 'absent', text: 'no file' };
const EMPTY: CellContent = { kind: 'absent', text: 'empty' };

/** Every column that the row table can have, in its first order. Columns of a table that was not given are left out. */
export function rowColumns(
  findings: Findings,
  files: readonly string[],
  words: CaseWords,
  mask: Mask | null = null,
): readonly RowColumnSpec[] {
  const sides = (['theirs', 'ours'] as const).filter((side) => findings.sides[side] !== null);
  const only = sides.length < 2;
  const version = capitalised(versionNoun(words.version).one);
  const versioned = findings.mapping.version !== '';
  const differences = new Set(sides.flatMap((side) => (findings.sides[side]?.causes.length ? [side] : [])));
  const causes = sides.reduce((sum, side) => sum + causesIn(findings, side), 0);
  const tables = [...sides, 'expected' as const];
  const label = (table: Side | 'expected') => (table === 'expected' ? 'expected' : words[table]);
  return [
    {
      id: 'key',
      label: capitalised(words.entity.one),
      numeric: false,
      width: 92,
      shown: true,
      content: (row) => ({ kind: 'text', text: keyText(row.key) }),
    },
    ...tables.map(
      (table): RowColumnSpec => ({
        id: table,
        label: table === 'expected' ? 'Expected' : label(table),
        numeric: true,
        width: widthOf(label(table), 92),
        shown: table !== 'expected' || only,
        content: (row) => ofSide(row[table], (side) => measureContent(side, words)),
      }),
    ),
    {
      id: 'difference',
      label: 'Difference',
      numeric: true,
      width: 108,
      shown: true,
      content: ({ difference }) => ({
        kind: isZeroDecimal(difference) ? 'absent' : 'gap',
        text: words.signed(difference),
      }),
    },
    ...(versioned ? (['expected', ...sides] as const) : []).map(
      (table): RowColumnSpec => ({
        id: `${table}Version`,
        label: `${version}, ${label(table)}`,
        numeric: false,
        width: widthOf(`${version}, ${label(table)}`, 84),
        shown: table === 'expected' || table === 'ours' || only || differences.has(table),
        content: (row) =>
          ofSide(row[table], (side) => (side.version === null ? EMPTY : { kind: 'text', text: side.version })),
      }),
    ),
    ...(['expected', ...sides] as const).map(
      (table): RowColumnSpec => ({
        id: `${table}File`,
        label: `From, ${label(table)}`,
        numeric: false,
        width: widthOf(`From, ${label(table)}`, 96),
        shown: table === 'expected' || table === 'ours' || only || differences.has(table),
        content: (row) =>
          ofSide(row[table], ({ file }) => (file === null ? NO_FILE : { kind: 'file', file, name: files[file] ?? '' })),
      }),
    ),
    {
      id: 'cause',
      label: 'Cause',
      numeric: false,
      width: 164,
      shown: causes > 1,
      content: (row) => causeContent(row, findings, words),
    },
    ...findings.mapping.attributes.flatMap((name, at) =>
      sides.map(
        (side): RowColumnSpec => ({
          id: `${side}:${name}`,
          label: `${capitalised(spoken(name))}, ${label(side)}`,
          numeric: findings.columns.find((column) => column.name === name)?.type === 'number',
          width: widthOf(`${spoken(name)}, ${label(side)}`, 84),
          shown: false,
          content: (row) =>
            ofSide(row[side], ({ attributes }) => {
              const cell = attributes[at] ?? null;
              return cell === null ? EMPTY : { kind: 'text', text: mask?.cell(name, cell) ?? cell };
            }),
        }),
      ),
    ),
  ];
}

/** Causes of a side, counting what they leave as one more. */
function causesIn(findings: Findings, side: Side): number {
  const found = findings.sides[side];
  return (found?.causes.length ?? 0) + ((found?.unexplained.keys ?? 0) > 0 ? 1 : 0);
}

function ofSide(side: RowSide | null, content: (side: RowSide) => CellContent): CellContent {
  return side === null ? NO_ROW : content(side);
}

function measureContent({ measure, rows = 1 }: RowSide, words: CaseWords): CellContent {
  if (measure === '') return EMPTY;
  const amount = words.amount(measure);
  return { kind: 'number', text: rows > 1 ? `${amount} in ${words.count(rows)} rows` : amount };
}

function causeContent(row: RowCells, findings: Findings, words: CaseWords): CellContent {
  const told = row.causes.map(({ side, cause }) => {
    const found = findings.sides[side]?.causes[cause];
    return found === undefined ? '' : words.cause(found, side);
  });
  if (row.unexplained) told.push('unexplained');
  return told.length === 0
    ? { kind: 'absent', text: 'as expected' }
    : { kind: 'text', text: [...new Set(told)].join('; ') };
}

function widthOf(label: string, least: number): number {
  return Math.min(200, Math.max(least, Math.ceil(label.length * 6.2) + 34));
}
