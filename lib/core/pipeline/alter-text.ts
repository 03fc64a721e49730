import { assertNever } from '../assert-never';
import type { TextForm } from '../findings/fault-parameters';
import { hasTrait } from './text-traits';

/**
 * A text after the alteration; the same where it does not apply. Composite keys are altered as one text. Of a collation it
 * is what keys are compared by: the spelling that stands is another matter, see `alteredKeys`.
 */
export function alterText(text: string, { how, width, length }: TextForm): string {
  switch (how) {
    case 'leading-zeros':
      return text.startsWith('0') ? text.replace(/^0+(?=\d)/, '') : text;
    case 'whitespace':
      return text.trim();
    case 'case':
      return text.toLowerCase();
    case 'upper-case':
      return text.toUpperCase();
    case 'float-precision':
      return isLongNumber(text) ? BigInt(Number(text)).toString() : text;
    case 'fifteen-digits':
      return isLongNumber(text) ? roundToFifteen(text) : text;
    case 'decimal-point':
      return /^-?\d+$/.test(text) ? `${text}.0` : text;
    case 'punctuation':
      return text.replace(/[-./\s]/g, '');
    case 'accents':
      return hasTrait(text, 'non-ascii', '')
        ? text
            .normalize('NFD')
            .replace(/\p{Mn}/gu, '')
            .normalize('NFC')
        : text;
    case 'unicode-form':
      return hasTrait(text, 'non-ascii', '') ? text.normalize('NFC') : text;
    case 'zero-padded':
      return /^\d+$/.test(text) ? text.padStart(width ?? 0, '0') : text;
    case 'cut':
      return length === undefined ? text : cutText(text, length);
    case 'collation':
      return text.toLowerCase().replace(/ +$/, '');
    default:
      return assertNever(how);
  }
}

function roundToFifteen(text: string): string {
  const sign = text.startsWith('-') ? '-' : '';
  const digits = text.slice(sign.length);
  return `${sign}${digits.slice(0, 15)}${'0'.repeat(digits.length - 15)}`;
}

/** More digits than a double or a spreadsheet keeps exactly. */
function isLongNumber(text: string): boolean {
  return text.length > 15 && /^-?[1-9]\d{15,}$/.test(text);
}

/** The first `length` characters, not halves of them. */
export function cutText(text: string, length: number): string {
  return text.length <= length ? text : Array.from(text).slice(0, length).join('');
}
