import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundle } from './bundle.mjs';
import { builtFrom } from './freshness.mjs';
import { root } from './run.mjs';

/** The command line as one file that Node alone runs. */
export const command = path.join(root, 'dist', 'cli.mjs');

const sources = builtFrom(path.join('dist', 'cli-built-from.txt'), [
  'lib',
  'scripts/steps',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]);

/** Bundles the command line. Gives an exit status. */
export async function buildCommand() {
  if (!existsSync(path.join(root, 'node_modules', 'esbuild'))) {
    console.error('The packages that build Tieout are not installed: `npm ci` installs them.');
    return 1;
  }
  try {
    const text = await bundle('lib/cli/main.ts', '#!/usr/bin/env node');
    // Under another name first: a run beside this one never finds half a file.
    const unfinished = `${command}.${process.pid}`;
    mkdirSync(path.dirname(command), { recursive: true });
    writeFileSync(unfinished, text, { mode: 0o755 });
    renameSync(unfinished, command);
    sources.note();
    return 0;
  } catch (error) {
    // esbuild has told what is wrong with the sources.
    if (!('errors' in error)) throw error;
    return 1;
  }
}

/** Bundles only where the sources changed since. Gives an exit status. */
export async function ensureCommand() {
  return existsSync(command) && sources.isFresh() ? 0 : buildCommand();
}
