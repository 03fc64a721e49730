import type { Rejection } from '@/lib/core/csv/csv-table';
import type { Findings } from '@/lib/core/findings/findings';
import type { IntakeFile, Setup } from '@/lib/core/intake/intake';

/** Lines of a file that take no part: those that reading refused, and once compared, those without a number or version. */
export function rejectedLines(file: IntakeFile, findings: Findings | null): number {
  const input = findings?.inputs.find((candidate) => candidate.file === file.file);
  return Math.max(file.rejectedRows, input?.rejected ?? 0);
}

/**
 * The rejections that are known by place, in file order: all of reading's, and of each column that has to hold numbers
 * the first cell that is none. Fewer than `rejectedLines` where a column has several.
 */
export function listedRejections(file: IntakeFile, { mapping }: Setup): readonly Rejection[] {
  const headerOf = (column: string) => mapping.headers[file.id]?.[column] ?? column;
  const measure = file.columns.find(({ name }) => name === headerOf(mapping.measure));
  const first = measure?.evidence.firstOther;
  const refused: Rejection[] = first
    ? [{ line: first.line, column: measure.name, reason: 'not-a-number', text: first.cell }]
    : [];
  return [...file.rejected, ...refused].toSorted((a, b) => a.line - b.line);
}
