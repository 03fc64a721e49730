import type { Problem } from '../problem';
import { fail, ok, type Result } from '../result';
import { isGzip, openGzip } from './gzip';
import { type Budget, MOST_FILES, type NamedBytes, type Opened } from './opened';
import { isZip, openZip } from './zip';

/** Archives within archives that are opened at most. */
export const MOST_NESTED = 4;
/** What is in a file in the end, however often it was packed. */
export interface Unpacked {
  readonly files: readonly Result<NamedBytes>[];
  /** What was left out, and such. */
  readonly asides: readonly Problem[];
}

/**
 * Opens layer by layer what begins like an archive, and gives back as it is what does not. In memory.
 * @param most bytes that may come out in all
 * Problems of the files: archive-damaged, archive-encrypted, archive-method, archive-too-large, archive-too-deep,
 * archive-too-many, archive-empty.
 */
export function openArchive(file: NamedBytes, most: number): Unpacked {
  const budget: Budget = { most, left: most, files: MOST_FILES };
  const asides: Problem[] = [];
  return { files: opened(file, 0), asides };

  function opened(one: NamedBytes, depth: number): Result<NamedBytes>[] {
    const layer = layerOf(one.bytes);
    if (layer === null) return [ok(one)];
    if (depth === MOST_NESTED) return [fail({ code: 'archive-too-deep', file: one.name, most: MOST_NESTED })];
    const found = layer(one, budget);
    if (found === null) return [ok(one)];
    asides.push(...found.asides);
    return found.inside.flatMap((inside) => (inside.ok ? opened(inside.value, depth + 1) : [inside]));
  }
}

/** How what begins so is opened; null: it is no archive that is. */
function layerOf(head: Uint8Array): ((file: NamedBytes, budget: Budget) => Opened | null) | null {
  if (isGzip(head)) return openGzip;
  return isZip(head) ? openZip : null;
}
