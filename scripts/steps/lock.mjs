import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './run.mjs';

/** What the lock file names: an entry by its folder, `node_modules/…`; the project itself by ''. */
export function lockedPackages() {
  return JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
}

/** The package that lies in a folder of `node_modules`. */
export function packageName(folder) {
  return folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

/** The folders of the packages that the one in `folder` needs; those that it may lack are left out. */
export function neededBy(packages, folder) {
  const { dependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} } = packages[folder];
  const peers = Object.keys(peerDependencies).filter((name) => !peerDependenciesMeta[name]?.optional);
  return [...new Set([...Object.keys(dependencies), ...peers])].sort().map((name) => locate(packages, folder, name));
}

/** Where Node finds `name` from `folder`. Throws where the lock file does not have it. */
function locate(packages, folder, name) {
  for (let at = folder; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const found = `${at === '' ? '' : `${at}/`}node_modules/${name}`;
    if (packages[found]) return found;
    if (at === '') throw new Error(`The lock file names no ${name} for ${folder}.`);
  }
}
