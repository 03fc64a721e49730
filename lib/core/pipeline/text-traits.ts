import { assertNever } from '../assert-never';
import { type TextTrait, textTraits } from '../findings/fault-parameters';

export function hasTrait(text: string, trait: TextTrait, delimiter: string): boolean {
  switch (trait) {
    case 'line-break':
      return /[\r\n]/.test(text);
    case 'quote':
      return text.includes('"');
    case 'delimiter':
      return text.includes(delimiter);
    case 'non-ascii':
      return /[^\0-\x7f]/.test(text);
    default:
      return assertNever(trait);
  }
}

/** What a text without any trait but the delimiter has none of. */
const TELLING = /["\r\n]|[^\0-\x7f]/;

/** A bit for each trait of a text, by its place in `textTraits`. */
export function traitsOf(text: string, delimiter: string): number {
  if (!text.includes(delimiter) && !TELLING.test(text)) return 0;
  return textTraits.reduce((bits, trait, at) => bits | (hasTrait(text, trait, delimiter) ? 1 << at : 0), 0);
}

/** In characters, not halves of them. */
export function lengthOf(text: string): number {
  return SURROGATE.test(text) ? Array.from(text).length : text.length;
}

const SURROGATE = /[\ud800-\udfff]/;

/** The digits that a text ends in and has no others before: "1042" of "U1042"; null: it has none such. */
export function serialOf(text: string): string | null {
  return /^\D*(\d+)$/.exec(text)?.[1] ?? null;
}
