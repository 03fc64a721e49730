import { rmSync } from 'node:fs';
import path from 'node:path';
import { writeContentPolicy } from './content-policy.mjs';
import { isFresh, noteBuilt } from './freshness.mjs';
import { root, runTool } from './run.mjs';

/** Builds the site into `out`: the sample, the pages, then their content security policy. Gives an exit status. */
export async function build() {
  rmSync(path.join(root, 'out'), { recursive: true, force: true });
  const sample = await writeSample();
  if (sample !== 0) return sample;
  const pages = await runTool('next/dist/bin/next', ['build']);
  if (pages !== 0) return pages;
  writeContentPolicy(path.join(root, 'out'));
  noteBuilt();
  return 0;
}

/** Builds only where the sources changed since the last build. Gives an exit status. */
export async function ensureBuilt() {
  if (isFresh()) return 0;
  console.log('Building …');
  return build();
}

/** Writes the sample's files to `public/sample`. Gives an exit status. */
export function writeSample() {
  return runTool('tsx/dist/cli.mjs', ['scripts/write-sample.ts']);
}
