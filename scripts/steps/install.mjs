import { existsSync, readFileSync } from 'node:fs';
import { root, runNpm } from './run.mjs';

/**
 * Installs what the lock file names and the disk lacks: nothing where it is all there. Gives whether it all is.
 * `tools` adds what checks and tests need to what the product runs on.
 */
export async function ensureInstalled({ tools }) {
  if (isInstalled(tools)) return true;
  console.log(tools ? 'Installing packages, with the tools that check and test …' : 'Installing packages …');
  const status = await runNpm(['ci', ...(tools ? [] : ['--omit=dev'])]);
  return status === 0;
}

/** Compares the lock file with npm's own record of what it installed; packages that a platform may lack are not asked for. */
function isInstalled(tools) {
  const recordPath = `${root}/node_modules/.package-lock.json`;
  if (!existsSync(recordPath)) return false;
  const wanted = JSON.parse(readFileSync(`${root}/package-lock.json`, 'utf8')).packages;
  const found = JSON.parse(readFileSync(recordPath, 'utf8')).packages;
  return Object.entries(wanted)
    .filter(([path, entry]) => path !== '' && !entry.optional && !entry.devOptional && (tools || !entry.dev))
    .every(([path, entry]) => found[path]?.version === entry.version && existsSync(`${root}/${path}`));
}
