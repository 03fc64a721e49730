import type { TextTrait } from '../findings/fault-parameters';

/** What a text holds, to follow "holds" or "with". */
export const traitInWords: Readonly<Record<TextTrait, string>> = {
  'line-break': 'a line break',
  quote: 'a quote',
  delimiter: "the files' delimiter",
  'non-ascii': 'a letter or sign beyond ASCII',
};
