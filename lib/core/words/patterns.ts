import { assertNever } from '../assert-never';
import type { RowFilter } from '../compare/rows/row-query';
import type { Telling } from '../faults/fault-words';
import type { Side } from '../findings/findings';
import type { CellRelation, PatternCondition } from '../findings/pattern';
import { list, plural } from '../phrases/phrases';
import { traitInWords } from './traits';

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
    case 'values':
      return `${pattern.column} is ${list(pattern.values.map(quoted), 'or')}`;
    case 'column-range':
      return pattern.from === pattern.to
        ? `${pattern.column} should be ${pattern.from}`
        : `${pattern.column} should be ${pattern.from} to ${pattern.to}`;
    case 'trait':
      return `${pattern.column} holds ${traitInWords[pattern.trait]}`;
    case 'longer-than':
      return `${pattern.column} has more than ${plural(pattern.length, 'character', 'characters')}`;
    case 'key-remainder':
      return `${pattern.column} leaves ${pattern.leaves} when divided by ${pattern.by}`;
    case 'absent-from':
      return `${pattern.file}, the last file, has no row of it`;
    case 'relation':
      return `${pattern.column} ${RELATIONS[pattern.is]}`;
    default:
      return assertNever(pattern);
  }
}

const RELATIONS: Readonly<Record<CellRelation, string>> = {
  emptied: 'is empty and should not be',
  filled: 'is filled and should be empty',
  'minus-lost': 'stands without its minus',
  older: 'is that of another row of the same key',
  beginning: 'ends too soon',
};

/** A text whose ends are to be seen. */
function quoted(value: string): string {
  return /^\S+$/.test(value) ? value : `"${value}"`;
}

/**
 * What shows the rows of a pattern in the row table: by what rows are filtered by anyway, else the unexplained keys that meet it.
 * @param at its place among the side's patterns
 */
export function patternFilter(pattern: PatternCondition, side: Side, at: number): RowFilter {
  switch (pattern.kind) {
    case 'file':
      return { kind: 'expectedFile', file: pattern.file };
    case 'version-range':
      return { kind: 'version', from: pattern.from, to: pattern.to };
    case 'one-column':
      return { kind: 'column', column: pattern.column };
    default:
      return { kind: 'pattern', side, pattern: at };
  }
}
