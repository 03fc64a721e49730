import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { command } from './command.mjs';
import { root, runNpm } from './run.mjs';

/**
 * Packs a built page and the bundled command line into `tieout-<version>.tgz` in a folder. They need Node alone, so that
 * the package has no dependencies: those of the sources are needed to build. Gives an exit status.
 */
export async function packProduct(site, folder) {
  const product = mkdtempSync(path.join(tmpdir(), 'tieout-pack-'));
  try {
    const { name, version, description, license, type, engines, bin } = JSON.parse(
      readFileSync(path.join(root, 'package.json'), 'utf8'),
    );
    writeFileSync(
      path.join(product, 'package.json'),
      `${JSON.stringify({ name, version, private: true, description, license, type, engines, bin }, null, 2)}\n`,
    );
    for (const file of ['LICENSE', 'README.md']) copyFileSync(path.join(root, file), path.join(product, file));
    mkdirSync(path.join(product, 'dist'));
    copyFileSync(command, path.join(product, 'dist', 'cli.mjs'));
    cpSync(site, path.join(product, 'out'), { recursive: true });
    return await runNpm(['pack', product, '--pack-destination', folder, '--silent']);
  } finally {
    rmSync(product, { recursive: true, force: true });
  }
}
