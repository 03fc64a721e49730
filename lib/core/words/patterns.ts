import { assertNever } from '../assert-never';
import type { RowFilter } from '../compare/rows/row-query';
import type { Telling } from '../faults/fault-words';
import type { PatternCondition } from '../findings/pattern';

/** A pattern's condition as a phrase, to follow "where": "the expected row comes from delta2.csv". */
export function tellPattern(pattern: PatternCondition, { side, columns: { measure } }: Telling): string {
  switch (pattern.kind) {
    case 'file':
      return `the expected row comes from ${pattern.file}`;
    case 'version-range':
      return `${pattern.column} ${pattern.from} to ${pattern.to}`;
    case 'row-range':
      return `rows ${pattern.from + 1} to ${pattern.to} of ${pattern.file}`;
    case 'key-range':
      return pattern.range === null ? 'the keys lie in one range' : `keys ${pattern.range.from} to ${pattern.range.to}`;
    case 'sign':
      return `${measure} is ${pattern.is} than expected in ${side === 'ours' ? 'the vendor’s table' : 'the customer’s table'}`;
    case 'constant-difference':
      return `${measure} is off by exactly ${pattern.difference}`;
    case 'constant-ratio':
      return `${measure} is exactly ${pattern.ratio} times what it should be`;
    case 'one-column':
      return `only ${pattern.column} differs`;
    default:
      return assertNever(pattern);
  }
}

/** What shows the keys that meet the condition in the row table; null: no filter can. */
export function patternFilter(pattern: PatternCondition): RowFilter | null {
  switch (pattern.kind) {
    case 'file':
      return { kind: 'expectedFile', file: pattern.file };
    case 'version-range':
      return { kind: 'version', from: pattern.from, to: pattern.to };
    case 'one-column':
      return { kind: 'column', column: pattern.column };
    case 'row-range':
    case 'key-range':
    case 'sign':
    case 'constant-difference':
    case 'constant-ratio':
      return null;
    default:
      return assertNever(pattern);
  }
}
