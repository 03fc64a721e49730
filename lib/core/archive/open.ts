import { MOST_ARCHIVED_FILES, MOST_NESTED } from '../limits';
import type { Problem } from '../problem';
import { fail, ok, type Result } from '../result';
import { archiveKind } from './archive-kind';
import { openGzip } from './gzip';
import type { Budget, NamedBytes, Opened } from './opened';
import { openZip } from './zip';

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
  const budget: Budget = { most, left: most, files: MOST_ARCHIVED_FILES };
  const asides: Problem[] = [];
  return { files: opened(file, 0), asides };

  function opened(one: NamedBytes, depth: number): Result<NamedBytes>[] {
    const kind = archiveKind(one.bytes);
    if (kind === null) return [ok(one)];
    if (depth === MOST_NESTED) return [fail({ code: 'archive-too-deep', file: one.name, most: MOST_NESTED })];
    const found = LAYERS[kind](one, budget);
    if (found === null) return [ok(one)];
    asides.push(...found.asides);
    return found.inside.flatMap((inside) => (inside.ok ? opened(inside.value, depth + 1) : [inside]));
  }
}

const LAYERS: Readonly<
  Record<NonNullable<ReturnType<typeof archiveKind>>, (file: NamedBytes, budget: Budget) => Opened | null>
> = { gzip: openGzip, zip: openZip };
