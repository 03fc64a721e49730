import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';
import { licenceFaults, licences, productFolders, writeNotices } from '../../scripts/steps/licences.mjs';
import { lockedPackages, packageName } from '../../scripts/steps/lock.mjs';
import { root } from '../../scripts/steps/run.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'tieout-licences-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function inProduct(licence: string) {
  return { folder: 'node_modules/some', name: 'some', version: '1.0.0', licence, inProduct: true };
}

function asTool(licence: string) {
  return { ...inProduct(licence), inProduct: false };
}

function isRefused(one: ReturnType<typeof inProduct>): boolean {
  return licenceFaults([one], () => true).length > 0;
}

describe('licences', () => {
  it('of all packages are allowed, and those of the product bring their text', () => {
    expect(licenceFaults(licences(lockedPackages()))).toEqual([]);
  });

  it('that the list does not name are refused, with what to do', () => {
    expect(licenceFaults([inProduct('GPL-3.0-only')], () => true)).toEqual([
      'some 1.0.0 has the licence GPL-3.0-only, which what is shipped may not have: replace it, or allow the licence in scripts/steps/licence-policy.mjs once its terms are met.',
    ]);
    expect(isRefused(asTool('GPL-3.0-only'))).toBe(true);
    expect(isRefused(asTool('none'))).toBe(true);
  });

  it('that only tools may have are refused in the product', () => {
    expect(isRefused(asTool('MPL-2.0'))).toBe(false);
    expect(isRefused(inProduct('MPL-2.0'))).toBe(true);
  });

  it('of which all must be kept are all asked, of which one may be chosen one', () => {
    expect(isRefused(inProduct('MIT AND GPL-3.0-only'))).toBe(true);
    expect(isRefused(inProduct('MIT AND ISC'))).toBe(false);
    expect(isRefused(inProduct('(MIT OR GPL-3.0-only)'))).toBe(false);
    expect(isRefused(inProduct('GPL-2.0-only OR GPL-3.0-only'))).toBe(true);
  });

  it('without a text are told', () => {
    expect(licenceFaults([inProduct('MIT')], () => false)).toHaveLength(1);
  });
});

describe('what is in the product', () => {
  it('is whatever its sources import, and no builder', async () => {
    const { metafile } = await build({
      absWorkingDir: root,
      entryPoints: [
        ...['app/page.tsx', 'app/layout.tsx', 'lib/cli/main.ts'],
        ...['lib/engine/browser/investigator.worker.ts', 'lib/engine/browser/reader.worker.ts'],
      ],
      bundle: true,
      write: false,
      metafile: true,
      outdir: folder,
      format: 'esm',
      platform: 'node',
      loader: { '.css': 'empty' },
      logLevel: 'error',
    });
    const imported = Object.keys(metafile.inputs).flatMap(
      (file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? [],
    );
    expect(imported.length).toBeGreaterThan(0);
    const product = productFolders(lockedPackages()) as string[];
    expect([...new Set(imported)].filter((one) => !product.includes(one))).toEqual([]);
    expect(product.map(packageName)).not.toContain('typescript');
  });

  it('stands with its licence in a file beside the page', () => {
    writeNotices(folder);
    const notices = readFileSync(path.join(folder, 'THIRD-PARTY-LICENCES.txt'), 'utf8');
    for (const { name, inProduct } of licences(lockedPackages())) {
      if (inProduct) expect(notices).toContain(`\n${name}`);
    }
    expect(notices).toContain('Lucide Icons and Contributors');
    expect(notices).not.toContain('undefined');
  });
});
