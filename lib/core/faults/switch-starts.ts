import { isZeroDecimal } from '../decimal';
import type { Findings } from '../findings/findings';

/** What faults begin with when they are switched on in the replay: values that these files make likely to show. */

export function hasVersion({ mapping }: Findings): boolean {
  return mapping.version !== '';
}

/** Columns whose values can take each other's place. */
export function numberColumns({ columns }: Findings): readonly string[] {
  return columns.filter(({ type }) => type === 'number').map(({ name }) => name);
}

/** Rows of the largest delta. */
export function largestFile(findings: Findings): number {
  return Math.max(0, ...deltas(findings).map(({ rows }) => rows));
}

/** Where the files before the last one end: a snapshot taken just before it came. */
export function newestBeforeLastFile(findings: Findings): string {
  const inOrder = deltas(findings).toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0));
  return (inOrder.at(-2) ?? inOrder.at(-1))?.versions?.max ?? '0';
}

/** Which of a key's rows of the same version is agreed to count. */
export function agreedTies({ premises }: Findings): 'earlier' | 'later' {
  return premises.find((premise) => premise.code === 'ties')?.keep ?? 'later';
}

/** The measure's average over all rows of the deltas, cut to a whole number. */
export function averageMeasure(findings: Findings): string {
  const files = deltas(findings);
  const rows = files.reduce((sum, input) => sum + input.rows, 0);
  const total = files.reduce((sum, input) => sum + BigInt(input.total.replace(/\..*$/, '')), 0n);
  return rows === 0 ? '0' : String(total / BigInt(rows));
}

export function hasDecimals({ inputs }: Findings): boolean {
  return inputs.some(({ total }) => total.includes('.') && !isZeroDecimal(`0.${total.split('.')[1] ?? '0'}`));
}

function deltas({ inputs }: Findings): Findings['inputs'] {
  return inputs.filter(({ role }) => role === 'delta');
}
