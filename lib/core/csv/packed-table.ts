import { assertNever } from '../assert-never';
import type { Cells } from './cells';
import type { CsvColumn, CsvTable } from './csv-table';
import { NumeralColumn, type NumeralFacts, type Units } from './numeral-column';
import { TextColumn } from './text-column';

/**
 * A table as plain data, which another thread can be handed: the same but for its columns' cells, of which only what they
 * hold goes along and nothing that was made from it when asked for.
 */
export interface PackedTable extends Omit<CsvTable, 'columns'> {
  readonly columns: readonly PackedColumn[];
}

interface PackedColumn extends Omit<CsvColumn, 'cells'> {
  readonly cells: PackedCells;
}

type PackedCells =
  | {
      readonly kind: 'numerals';
      readonly units: Units;
      readonly scale: number | Uint8Array;
      readonly width: number;
      readonly facts: NumeralFacts;
    }
  | ({ readonly kind: 'texts' } & Pick<TextColumn, 'bytes' | 'offsets' | 'codes' | 'hashes'>);

/** Shares the table's arrays. */
export function packTable(table: CsvTable): PackedTable {
  return { ...table, columns: table.columns.map((column) => ({ ...column, cells: packed(column.cells) })) };
}

export function unpackTable(table: PackedTable): CsvTable {
  return { ...table, columns: table.columns.map((column) => ({ ...column, cells: unpacked(column.cells) })) };
}

/** The memory that a table's rows lie in, each piece once: to be handed over rather than copied. */
export function buffersOfTable({ lines, columns }: PackedTable): ArrayBuffer[] {
  const arrays = columns.flatMap(({ cells }): ArrayBufferView[] => {
    switch (cells.kind) {
      case 'numerals':
        return typeof cells.scale === 'number' ? [cells.units] : [cells.units, cells.scale];
      case 'texts':
        return [cells.bytes, cells.offsets, cells.codes, cells.hashes];
      default:
        return assertNever(cells);
    }
  });
  return [...new Set([lines, ...arrays].map(({ buffer }) => buffer as ArrayBuffer))];
}

function packed(cells: Cells): PackedCells {
  if (cells instanceof NumeralColumn) {
    const { units, scale, width, facts } = cells;
    return { kind: 'numerals', units, scale, width, facts };
  }
  const { bytes, offsets, codes, hashes } = cells.asTexts();
  return { kind: 'texts', bytes, offsets, codes, hashes };
}

function unpacked(cells: PackedCells): Cells {
  switch (cells.kind) {
    case 'numerals':
      return new NumeralColumn(cells.units, cells.scale, cells.width, cells.facts);
    case 'texts':
      return new TextColumn(cells.bytes, cells.offsets, cells.codes, cells.hashes);
    default:
      return assertNever(cells);
  }
}
