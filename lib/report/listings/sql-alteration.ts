import { assertNever } from '@/lib/core/assert-never';
import type { TextForm } from '@/lib/core/findings/fault-parameters';
import { id } from './sql-names';

/** A key or another text as an alteration leaves it. @param version by which the first spelling of a collation is found */
export function alteration({ how, width, length }: TextForm, text: string, version: string | undefined): string {
  switch (how) {
    case 'leading-zeros':
      return `regexp_replace(${text}, '^0+([0-9])', '\\1')`;
    case 'whitespace':
      return `regexp_replace(${text}, '^\\s+|\\s+$', '', 'g')`;
    case 'case':
      return `lower(${text})`;
    case 'upper-case':
      return `upper(${text})`;
    case 'float-precision':
      return `CASE WHEN regexp_full_match(${text}, '-?[1-9][0-9]{15,}') THEN printf('%.0f', CAST(${text} AS DOUBLE)) ELSE ${text} END`;
    case 'fifteen-digits':
      return `CASE WHEN regexp_full_match(${text}, '-?[1-9][0-9]{15,}') THEN rpad(regexp_extract(${text}, '^-?[0-9]{15}'), length(${text})::INTEGER, '0') ELSE ${text} END`;
    case 'decimal-point':
      return `regexp_replace(${text}, '^(-?[0-9]+)$', '\\1.0')`;
    case 'punctuation':
      return `regexp_replace(${text}, '[-./\\s]', '', 'g')`;
    case 'accents':
      return `strip_accents(${text})`;
    case 'unicode-form':
      return `nfc_normalize(${text})`;
    case 'zero-padded':
      return `CASE WHEN regexp_full_match(${text}, '[0-9]+') THEN repeat('0', greatest(0, ${width} - length(${text}))) || ${text} ELSE ${text} END`;
    case 'cut':
      return `left(${text}, ${length})`;
    case 'collation':
      return `first_value(${text}) OVER (PARTITION BY rtrim(lower(${text})) ORDER BY ${version === undefined ? '' : `${id(version)}, `}arrival)`;
    default:
      return assertNever(how);
  }
}
