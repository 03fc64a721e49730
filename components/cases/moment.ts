import { momentText } from '../ui/date-text';

/** "22 Nov 2026, 14:03", on this machine's clock. @param at ISO 8601 */
export function formatMoment(at: string): string {
  return momentText(new Date(at));
}
