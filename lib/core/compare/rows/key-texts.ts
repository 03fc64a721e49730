import { keyText } from '../../key';
import type { KeySpace } from '../../table/case-tables';

/** Keys whose texts stand in one string, so that one search of it looks through all of them. */
const TOGETHER = 1024;
const ASCII = /^[\0-\x7f]*$/;

/** All keys' texts as they are shown, in lower case, laid out to be searched: run by run, when it is first looked through. */
export class KeyTexts {
  readonly #keys: KeySpace;
  /** Of `TOGETHER` keys each, one text after the other; null: not laid out yet. */
  readonly #runs: (string | null)[];
  /** Where the text of each key ends in its run, exclusive. */
  readonly #end: Uint32Array;

  constructor(keys: KeySpace) {
    this.#keys = keys;
    this.#end = new Uint32Array(keys.count);
    this.#runs = new Array<null>(Math.ceil(keys.count / TOGETHER)).fill(null);
  }

  get runs(): number {
    return this.#runs.length;
  }

  /** Lays out a run, if it is not yet. O(`TOGETHER`). */
  layOut(run: number): string {
    const texts = this.#runs[run] ?? this.#laidOut(run * TOGETHER);
    this.#runs[run] = texts;
    return texts;
  }

  #laidOut(first: number): string {
    const count = Math.min(TOGETHER, this.#keys.count - first);
    let texts = Array.from({ length: count }, (_, i) => keyText(this.#keys.parts(first + i)));
    let run = texts.join('');
    // Elsewhere a text may grow in lower case, and a letter's depends on those around it.
    const ascii = ASCII.test(run);
    if (!ascii) {
      texts = texts.map((text) => text.toLowerCase());
      run = texts.join('');
    }
    let end = 0;
    texts.forEach((text, i) => {
      end += text.length;
      this.#end[first + i] = end;
    });
    return ascii ? run.toLowerCase() : run;
  }

  /** 1 by key id where the key's text holds the part, whatever its case. @param part not empty */
  holding(part: string): Uint8Array {
    const needle = part.toLowerCase();
    const holds = new Uint8Array(this.#end.length);
    for (let r = 0; r < this.runs; r++) {
      const run = this.layOut(r);
      let k = r * TOGETHER;
      for (let at = run.indexOf(needle); at !== -1; at = run.indexOf(needle, this.#end[k - 1])) {
        while ((this.#end[k] as number) <= at) k++;
        // A match that begins in this key ends in it, or is of two keys' texts: the next can only begin in the next key.
        if (at + needle.length <= (this.#end[k] as number)) holds[k] = 1;
        k++;
      }
    }
    return holds;
  }
}
