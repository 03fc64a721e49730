import { assertNever } from '../assert-never';
import type { FilterOperator } from '../findings/fault-parameters';

/** A comparison of one column with a bound, both in the column's own form (see CaseColumn). */
export interface Condition {
  readonly column: number;
  readonly operator: FilterOperator;
  readonly value: number;
}

/** An empty cell meets no condition, as in SQL. */
export function meets(condition: Condition, value: number): boolean {
  if (value === Number.NEGATIVE_INFINITY) return false;
  switch (condition.operator) {
    case '=':
      return value === condition.value;
    case '!=':
      return value !== condition.value;
    case '<':
      return value < condition.value;
    case '<=':
      return value <= condition.value;
    case '>':
      return value > condition.value;
    case '>=':
      return value >= condition.value;
    default:
      return assertNever(condition.operator);
  }
}
