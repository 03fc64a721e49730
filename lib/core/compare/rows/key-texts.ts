import { keyText } from '../../key';
import type { KeySpace } from '../../table/case-tables';

/** Keys whose texts stand in one string, so that one search of it looks through all of them. */
const TOGETHER = 1024;
const ASCII = /^[\0-\x7f]*$/;

/** All keys' texts as they are shown, in lower case, laid out to be searched. O(keys) to build. */
export class KeyTexts {
  /** Of `TOGETHER` keys each, one text after the other. */
  readonly #runs: readonly string[];
  /** Where the text of each key ends in its run, exclusive. */
  readonly #end: Uint32Array;

  constructor(keys: KeySpace) {
    this.#end = new Uint32Array(keys.count);
    this.#runs = Array.from({ length: Math.ceil(keys.count / TOGETHER) }, (_, run) => this.#run(keys, run * TOGETHER));
  }

  #run(keys: KeySpace, first: number): string {
    let texts = Array.from({ length: Math.min(TOGETHER, keys.count - first) }, (_, i) =>
      keyText(keys.parts(first + i)),
    );
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
    this.#runs.forEach((run, r) => {
      let k = r * TOGETHER;
      for (let at = run.indexOf(needle); at !== -1; at = run.indexOf(needle, this.#end[k - 1])) {
        while ((this.#end[k] as number) <= at) k++;
        // A match that begins in this key ends in it, or is of two keys' texts: the next can only begin in the next key.
        if (at + needle.length <= (this.#end[k] as number)) holds[k] = 1;
        k++;
      }
    });
    return holds;
  }
}
