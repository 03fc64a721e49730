import type { Findings } from '@/lib/core/findings/findings';
import type { IntakeFile } from '@/lib/core/intake/intake';

/** Lines of a file that take no part: those that reading refused, and once compared, those without a number or version. */
export function rejectedLines(file: IntakeFile, findings: Findings | null): number {
  const input = findings?.inputs.find((candidate) => candidate.file === file.file);
  return Math.max(file.rejectedRows, input?.rejected ?? 0);
}
