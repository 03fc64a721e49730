import { capitalised } from './phrases';

/** A phrase as the beginning of a sentence. A name of a file or a column keeps its letters: "delta3.csv was never retrieved". */
export function sentenceCase(phrase: string): string {
  const [first = ''] = phrase.split(/[\s,;:]/);
  return /[._\d]/.test(first) || /[A-Z]/.test(first.slice(1)) ? phrase : capitalised(phrase);
}
