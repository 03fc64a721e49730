import { compareCodeUnits } from './natural-order';

/** The files by name as texts, so that delta10 comes before delta2. */
export function asText(files: readonly string[]): string[] {
  return [...files].sort(compareCodeUnits);
}

export function reversed(files: readonly string[]): string[] {
  return [...files].reverse();
}

/** One file before all others, or after them. */
export function moved(files: readonly string[], file: string, to: 'first' | 'last'): string[] {
  const others = files.filter((other) => other !== file);
  return to === 'first' ? [file, ...others] : [...others, file];
}

export function sameOrder(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((file, at) => file === b[at]);
}
