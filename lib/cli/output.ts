import { shown, shownJson } from '@/lib/core/phrases/shown';

/** The two streams that a call writes, in which no name can hide, move or command anything of a terminal. */

export function say(text: string): void {
  process.stdout.write(shown(text));
}

/** JSON that is exact, and as unable to. */
export function sayJson(value: unknown): void {
  process.stdout.write(`${shownJson(JSON.stringify(value, null, 2))}\n`);
}

/** On standard error. */
export function warn(sentence: string): void {
  process.stderr.write(`${shown(sentence)}\n`);
}
