import { dayText } from '../ui/date-text';

/** "22 Nov 2026", on this machine. */
export function today(): string {
  return dayText(new Date());
}
