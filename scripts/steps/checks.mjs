import { checkLicences } from './licences.mjs';
import { runScript, runTool } from './run.mjs';

/** Every check, in the order in which they run; `run` gives an exit status. */
export const checks = [
  { name: 'format', run: () => runTool('@biomejs/biome/bin/biome', ['format', '.']) },
  { name: 'lint', run: lint },
  { name: 'types', run: types },
  { name: 'import arrow', run: () => runScript('scripts/import-arrow.mjs') },
  { name: 'dead code', run: () => runTool('knip/bin/knip.js', ['--no-config-hints']) },
  { name: 'licences', run: checkLicences },
];

async function lint() {
  const biome = await runTool('@biomejs/biome/bin/biome', ['lint', '--error-on-warnings', '.']);
  const eslint = await runTool('eslint/bin/eslint.js', ['.', '--max-warnings=0']);
  return biome || eslint;
}

async function types() {
  const routes = await runTool('next/dist/bin/next', ['typegen']);
  return routes || (await runTool('typescript/bin/tsc', ['--noEmit']));
}
