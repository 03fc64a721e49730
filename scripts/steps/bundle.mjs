import { root } from './run.mjs';

/**
 * A TypeScript source with everything that it imports, as one module that Node alone runs. Rejects with esbuild's
 * `errors`, which it has told, where the sources are wrong.
 */
export async function bundle(entry, banner = '') {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20.9',
    banner: { js: banner },
  });
  return outputFiles[0].text;
}
