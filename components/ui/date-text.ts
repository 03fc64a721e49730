const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** "22 Nov 2026", on this machine's clock. Written out: the browser's own words for dates take it 50 ms to load. */
export function dayText(date: Date): string {
  return `${date.getDate()} ${MONTHS[date.getMonth()]} ${date.getFullYear()}`;
}

/** "22 Nov 2026, 14:03", on this machine's clock. */
export function momentText(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${dayText(date)}, ${two(date.getHours())}:${two(date.getMinutes())}`;
}
