import { rmSync } from 'node:fs';
import path from 'node:path';
import { bundle } from './bundle.mjs';
import { buildCommand } from './command.mjs';
import { isFinished, writeContentPolicy } from './content-policy.mjs';
import { builtFrom } from './freshness.mjs';
import { writeNotices } from './licences.mjs';
import { writePrefetches } from './prefetch.mjs';
import { root, runTool } from './run.mjs';

const sources = builtFrom(
  path.join('.next', 'built-from.txt'),
  [
    'app',
    'components',
    'lib',
    'public',
    'scripts',
    'next.config.js',
    'postcss.config.mjs',
    'tsconfig.json',
    'package-lock.json',
  ],
  () => process.env['TIEOUT_BASE_PATH'] ?? '',
);

/** Builds the site into `out` and the command line into `dist`. Gives an exit status. */
export async function build() {
  return (await buildSite()) || (await buildCommand());
}

/** Builds the site into `out`: the sample, the pages, what they fetch ahead, the licences of what is in them, then their content security policy. Gives an exit status. */
async function buildSite() {
  rmSync(path.join(root, 'out'), { recursive: true, force: true });
  await writeSample();
  const pages = await runTool('next/dist/bin/next', ['build']);
  if (pages !== 0) return pages;
  writePrefetches(path.join(root, 'out'));
  writeNotices(path.join(root, 'out'));
  writeContentPolicy(path.join(root, 'out'));
  sources.note();
  return 0;
}

/** Builds the site only where the sources changed since the last build. Gives an exit status. */
export async function ensureBuilt() {
  if (isFinished(path.join(root, 'out')) && sources.isFresh()) return 0;
  console.log('Building …');
  return buildSite();
}

/** Writes the sample's files to `public/sample`. Rejects where its sources are wrong. */
export async function writeSample() {
  const text = await bundle('scripts/write-sample.ts');
  const { writeSample: writeInto } = await import(
    `data:text/javascript;base64,${Buffer.from(text).toString('base64')}`
  );
  writeInto(path.join(root, 'public', 'sample'));
}
