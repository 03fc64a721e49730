import type { Problem } from '../problem';
import type { Result } from '../result';

/** Bytes with the name under which they are known: without folders, and without the ending of what they were packed in. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What one layer gives: each thing inside or why it cannot be had, and what is worth knowing besides. */
export interface Opened {
  readonly inside: readonly Result<NamedBytes>[];
  readonly asides: readonly Problem[];
}

/** What may still come out of an archive and of all that is in it; the layers take from it as they unpack. */
export interface Budget {
  /** What it began with, in bytes. */
  readonly most: number;
  left: number;
  /** Files. */
  files: number;
}
