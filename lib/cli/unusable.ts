import { warn } from './output';

const UNUSABLE = 2;

/** Says why a call, or what it names, is of no use. Gives the exit status for it. */
export function unusable(sentence: string): number {
  warn(sentence);
  return UNUSABLE;
}
