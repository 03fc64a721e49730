import { assertNever } from '../assert-never';
import { MISSING } from '../decimal';
import type { FilterOperator, TextTrait } from '../findings/fault-parameters';
import { remainderOf } from '../findings/remainder';
import { valueList } from '../findings/value-list';
import type { CaseColumn, KeySpace } from '../table/case-tables';
import type { Dataset } from '../table/dataset';
import { plainText } from '../table/plain-text';
import type { Comparison } from './change';
import { keyPart } from './key-part';
import { cellOf, indexOf } from './lookups';
import { hasTrait, lengthOf, serialOf } from './text-traits';

/** What a condition is of where it is of the key. */
export const KEY = -1;

/** A comparison made ready for one case. */
export interface Condition {
  /** Index of a case column, or KEY. */
  readonly column: number;
  /** Whether a cell in the column's own form (see CaseColumn) meets it, or a key by its id. An empty cell meets none. */
  readonly meets: (value: number) => boolean;
  /** Where it is an order of numbers: which, and to what; null: ask `meets`. */
  readonly order: Order | null;
}

interface Order {
  readonly operator: OrderOperator;
  readonly bound: number;
}

const orderOperators = ['=', '!=', '<', '<=', '>', '>='] as const;
type OrderOperator = (typeof orderOperators)[number];

/** Sets the flag to 1 of each row whose cell meets the condition. O(rows) */
export function flagMutable(flags: Uint8Array, { meets, order }: Condition, cells: Float64Array | Int32Array): void {
  if (order !== null && cells instanceof Float64Array) flagOrderMutable(flags, order, cells);
  else for (let r = 0; r < flags.length; r++) if (meets(cells[r] as number)) flags[r] = 1;
}

/** One loop for each, so that nothing is called for a row. */
function flagOrderMutable(flags: Uint8Array, { operator, bound }: Order, cells: Float64Array): void {
  const rows = flags.length;
  switch (operator) {
    case '=':
      for (let r = 0; r < rows; r++) if (cells[r] === bound && bound !== MISSING) flags[r] = 1;
      return;
    case '!=':
      for (let r = 0; r < rows; r++) if (cells[r] !== bound && cells[r] !== MISSING) flags[r] = 1;
      return;
    case '<':
      for (let r = 0; r < rows; r++) if ((cells[r] as number) < bound && cells[r] !== MISSING) flags[r] = 1;
      return;
    case '<=':
      for (let r = 0; r < rows; r++) if ((cells[r] as number) <= bound && cells[r] !== MISSING) flags[r] = 1;
      return;
    case '>':
      for (let r = 0; r < rows; r++) if ((cells[r] as number) > bound) flags[r] = 1;
      return;
    case '>=':
      for (let r = 0; r < rows; r++) if ((cells[r] as number) >= bound && cells[r] !== MISSING) flags[r] = 1;
      return;
    default:
      assertNever(operator);
  }
}

function isOrderOperator(operator: FilterOperator): operator is OrderOperator {
  return (orderOperators as readonly string[]).includes(operator);
}

/** Null where the case has no such column. @param keys those whose ids are asked for */
export function conditionOf(comparison: Comparison, dataset: Dataset, keys: KeySpace): Condition | null {
  const { column, operator, value } = comparison;
  const c = indexOf(dataset, column);
  const held = dataset.columns[c];
  if (held) {
    const meets = cellTest(held, operator, value, dataset.delimiter);
    const order = isOrderOperator(operator) ? { operator, bound: cellOf(held, value) } : null;
    return { column: c, meets: (cell) => cell !== MISSING && meets(cell), order };
  }
  const part = 'name' in column ? dataset.keyColumns.indexOf(column.name) : -1;
  if (part === -1) return null;
  return { column: KEY, meets: keyTest(keys, part, operator, value, dataset.delimiter), order: null };
}

function cellTest(
  column: CaseColumn,
  operator: FilterOperator,
  value: string,
  delimiter: string,
): (cell: number) => boolean {
  switch (operator) {
    case 'in':
    case 'not-in': {
      const values = new Set(valueList(value).map((one) => cellOf(column, one)));
      return (cell) => values.has(cell) === (operator === 'in');
    }
    case 'mod': {
      const remainder = remainderOf(value);
      if (remainder === null) return () => false;
      if (column.type !== 'number' || column.wide) return textTest(column, operator, value, delimiter);
      const unit = 10 ** column.scale;
      const { by, leaves } = remainder;
      return (cell) => Math.abs(cell) % (by * unit) === leaves * unit;
    }
    case 'has':
    case 'longer-than':
      return textTest(column, operator, value, delimiter);
    default:
      return comparing(operator, cellOf(column, value));
  }
}

/** Each distinct text of the column is looked at once. */
function textTest(
  column: CaseColumn,
  operator: FilterOperator,
  value: string,
  delimiter: string,
): (cell: number) => boolean {
  const meets = testOfText(operator, value, delimiter);
  if (!column.texts) return (cell) => meets(plainText(column, cell));
  const flags = Uint8Array.from(column.texts, (text) => (meets(text) ? 1 : 0));
  return (cell) => flags[cell] === 1;
}

/** A key's part is compared as a number where it is asked for its order, else as a text. */
function keyTest(
  keys: KeySpace,
  part: number,
  operator: FilterOperator,
  value: string,
  delimiter: string,
): (key: number) => boolean {
  switch (operator) {
    case '<':
    case '<=':
    case '>':
    case '>=': {
      const { numbers } = keyPart(keys, part);
      const meets = comparing(operator, /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN);
      return (key) => numbers[key] !== MISSING && meets(numbers[key] as number);
    }
    case 'mod': {
      const remainder = remainderOf(value);
      const { serials, base } = keyPart(keys, part);
      const from = remainder === null ? 0 : Number(base % BigInt(remainder.by));
      const meets = testOfText(operator, value, delimiter);
      return (key) =>
        serials[key] === MISSING
          ? meets(keys.parts(key)[part] ?? '')
          : remainder !== null && ((serials[key] as number) + from) % remainder.by === remainder.leaves;
    }
    default: {
      const meets = testOfText(operator, value, delimiter);
      return (key) => meets(keys.parts(key)[part] ?? '');
    }
  }
}

/** For operators that texts meet by what they are. */
function testOfText(operator: FilterOperator, value: string, delimiter: string): (text: string) => boolean {
  switch (operator) {
    case '=':
      return (text) => text === value;
    case '!=':
      return (text) => text !== value;
    case 'in':
    case 'not-in': {
      const values = new Set(valueList(value));
      return (text) => values.has(text) === (operator === 'in');
    }
    case 'mod': {
      const remainder = remainderOf(value);
      return (text) => {
        const serial = serialOf(text);
        return (
          serial !== null && remainder !== null && Number(BigInt(serial) % BigInt(remainder.by)) === remainder.leaves
        );
      };
    }
    case 'has':
      return (text) => hasTrait(text, value as TextTrait, delimiter);
    case 'longer-than': {
      const most = /^\d+$/.test(value) ? Number(value) : Number.POSITIVE_INFINITY;
      return (text) => lengthOf(text) > most;
    }
    case '<':
    case '<=':
    case '>':
    case '>=':
      return () => false;
    default:
      return assertNever(operator);
  }
}

function comparing(operator: OrderOperator, bound: number): (cell: number) => boolean {
  switch (operator) {
    case '=':
      return (cell) => cell === bound;
    case '!=':
      return (cell) => cell !== bound;
    case '<':
      return (cell) => cell < bound;
    case '<=':
      return (cell) => cell <= bound;
    case '>':
      return (cell) => cell > bound;
    case '>=':
      return (cell) => cell >= bound;
    default:
      return assertNever(operator);
  }
}
