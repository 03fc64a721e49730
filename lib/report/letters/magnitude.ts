import { negateDecimal } from '@/lib/core/decimal';

/** A decimal without its sign. */
export function magnitude(decimal: string): string {
  return decimal.startsWith('-') ? negateDecimal(decimal) : decimal;
}
