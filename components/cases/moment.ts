/** "22 Nov 2026, 14:03", on this machine's clock. @param at ISO 8601 */
export function formatMoment(at: string): string {
  return new Date(at).toLocaleString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
}
