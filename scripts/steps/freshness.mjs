import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isFinished } from './content-policy.mjs';
import { root } from './run.mjs';

const stampFile = path.join(root, '.next', 'built-from.txt');
const sources = [
  'app',
  'components',
  'lib',
  'public',
  'scripts',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
];
const madeByTheBuild = path.join('public', 'sample');

/** Whether `out` was built from the sources as they stand, for the same base path. */
export function isFresh() {
  return (
    isFinished(path.join(root, 'out')) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sourceStamp()
  );
}

/** Notes what `out` was built from. */
export function noteBuilt() {
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, sourceStamp());
}

/** A digest of every source file's name and content, and of the base path. */
function sourceStamp() {
  const hash = createHash('sha256').update(process.env['TIEOUT_BASE_PATH'] ?? '');
  for (const file of sources.flatMap(filesIn)) hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)));
  return hash.digest('hex');
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
