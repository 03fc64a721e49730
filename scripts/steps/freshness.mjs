import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './run.mjs';

const madeByTheBuild = path.join('public', 'sample');

/**
 * What was built from sources, noted in `stampFile`.
 * @param sources files and folders of the project
 * @param setting what else decides the outcome; it is asked whenever it is needed
 */
export function builtFrom(stampFile, sources, setting = () => '') {
  /** A digest of every source file's name and content, and of the setting. */
  function stamp() {
    const hash = createHash('sha256').update(setting());
    for (const file of sources.flatMap(filesIn)) hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)));
    return hash.digest('hex');
  }
  const noted = path.join(root, stampFile);
  return {
    /** Whether the last build noted was from the sources as they stand. */
    isFresh: () => existsSync(noted) && readFileSync(noted, 'utf8') === stamp(),
    note() {
      mkdirSync(path.dirname(noted), { recursive: true });
      writeFileSync(noted, stamp());
    },
  };
}

function filesIn(name) {
  if (name === madeByTheBuild || !existsSync(path.join(root, name))) return [];
  if (path.extname(name) !== '') return [name];
  return readdirSync(path.join(root, name), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const inside = path.join(name, entry.name);
      return entry.isDirectory() ? filesIn(inside) : [inside];
    });
}
