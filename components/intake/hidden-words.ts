import type { Findings } from '@/lib/core/findings/findings';
import { plural } from '@/lib/core/phrases/phrases';

/** "This hides 12 differences." Empty until the files were compared. */
export function hiddenWords(findings: Findings | null, column: string): string {
  const found = findings?.columns.find((candidate) => candidate.name === column);
  return found ? `This hides ${plural(found.hidden, 'difference', 'differences')}.` : '';
}
