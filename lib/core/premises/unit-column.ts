import { ColumnBuilder } from '../csv/column-builder';
import { columnTally } from '../csv/column-tally';
import type { CsvColumn, CsvTable } from '../csv/csv-table';
import { isEmptyCell } from '../csv/empty-cell';
import { parseNumberText } from '../csv/number-text';
import { NumeralColumn } from '../csv/numeral-column';
import type { Setup } from '../setup';

/** What stands for the unit of an amount that carries none, beside amounts that do. */
const PLAIN = 'no sign';

/** A column of units, made of what the measure's cells carry besides their numbers. */
export interface UnitColumn {
  readonly name: string;
  /** Distinct, sorted. */
  readonly units: readonly string[];
}

export interface WithUnits {
  readonly files: ReadonlyMap<number, CsvTable>;
  readonly setup: Setup;
  /** Null: the amounts are in one unit, or carry none. */
  readonly unitColumn: UnitColumn | null;
}

/**
 * Where amounts carry signs of which no sum is meaningful, two currencies, or percent beside plain numbers, the sign
 * becomes a column of its own in the files that have signs: "$5" and "€5" are then two values, and totals are told apart
 * by it. Everything as it is where they are in one unit. O(distinct texts of the measure)
 */
export function withUnits(files: ReadonlyMap<number, CsvTable>, setup: Setup): WithUnits {
  const { mapping, roles } = setup;
  const measures = [...files].flatMap(([id, table]) => {
    const header = mapping.headers[String(id)]?.[mapping.measure] ?? mapping.measure;
    const column = table.columns.find(({ name }) => name === header);
    const takesPart = (roles[String(id)] ?? 'ignored') !== 'ignored';
    return column && takesPart ? [{ id, table, column, units: unitsOf(column) }] : [];
  });
  const carried = new Set(measures.flatMap(({ units }) => units ?? []));
  carried.delete('');
  const signs = [...carried].filter((unit) => unit !== PLAIN);
  const plain = carried.has(PLAIN) || measures.some(({ units }) => units === null);
  if (signs.length < 2 && !(signs[0] === '%' && plain)) return { files, setup, unitColumn: null };
  const name = freshName(`${mapping.measure} sign`, [...files.values()]);
  const extended = new Map(files);
  // A table of plain numbers may well leave a currency out, but what is a percentage elsewhere is another number there.
  const everywhere = signs.includes('%');
  for (const { id, table, column, units } of measures) {
    if (!everywhere && !units?.some((unit) => unit !== '' && unit !== PLAIN)) continue;
    const own = units ?? column.cells.texts().map((text) => (text === '' ? '' : PLAIN));
    const builder = new ColumnBuilder();
    for (const code of column.cells.codes) builder.text(own[code] ?? '');
    const cells = builder.finish();
    extended.set(id, {
      ...table,
      columns: [...table.columns, { name, at: column.at, cells, tally: columnTally(cells, table.lines) }],
    });
  }
  return {
    files: extended,
    setup: {
      ...setup,
      mapping: {
        ...mapping,
        attributes: [...mapping.attributes, name],
        unit: setup.premises?.given?.includes('unit') === true ? mapping.unit : null,
      },
    },
    unitColumn: { name, units: [...signs.sort(), ...(plain ? [PLAIN] : [])] },
  };
}

/** By code what each text carries; null: no cell of the column can carry anything. */
function unitsOf({ cells }: CsvColumn): readonly string[] | null {
  if (cells instanceof NumeralColumn) return null;
  const texts = cells.texts();
  if (!texts.some((text) => /\p{Sc}|%|\p{Lu}{3}/u.test(text))) return null;
  return texts.map((text) => {
    if (isEmptyCell(text)) return '';
    const number = parseNumberText(text, '.') ?? parseNumberText(text, ',');
    return number === null ? '' : (number.unit ?? PLAIN);
  });
}

function freshName(wanted: string, tables: readonly CsvTable[]): string {
  const taken = new Set(tables.flatMap(({ columns }) => columns.map(({ name }) => name)));
  let name = wanted;
  while (taken.has(name)) name += "'";
  return name;
}
