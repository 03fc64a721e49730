import type { Source } from '@/lib/engine/investigator';

/** Held sources with new ones added; one of the same name takes the older one's place. */
export function withSources(held: readonly Source[], added: readonly Source[]): readonly Source[] {
  const names = new Set(added.map((source) => source.name));
  return [...held.filter((source) => !names.has(source.name)), ...added];
}

/** Without the source of that file, gzip-compressed or not. Unchanged when the file came out of an archive. */
export function withoutFile(held: readonly Source[], file: string): readonly Source[] {
  return held.filter((source) => {
    const name = baseName(source.name);
    return name !== file && name !== `${file}.gz`;
  });
}

function baseName(name: string): string {
  return name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
}
