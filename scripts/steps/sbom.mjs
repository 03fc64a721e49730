import { productFolders } from './licences.mjs';
import { neededBy, packageName } from './lock.mjs';

/**
 * A bill of materials in CycloneDX 1.5, the same for the same lock file: what `npm start` installs, on any platform.
 * `required` is in the product, `excluded` builds it.
 */
export function billOfMaterials(packages) {
  const { name, version, license } = packages[''];
  const product = new Set(productFolders(packages));
  const folders = Object.keys(packages)
    .filter((folder) => folder !== '' && !packages[folder].dev)
    .sort();
  const reference = (folder) =>
    folder === '' ? purl(name, version) : `${purl(packageName(folder), packages[folder].version)}#${folder}`;
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      component: {
        'bom-ref': reference(''),
        type: 'application',
        name,
        version,
        purl: purl(name, version),
        ...licensed(license),
      },
    },
    components: folders.map((folder) => {
      const { version, integrity, license } = packages[folder];
      const name = packageName(folder);
      return {
        'bom-ref': reference(folder),
        type: 'library',
        name,
        version,
        scope: product.has(folder) ? 'required' : 'excluded',
        hashes: [{ alg: 'SHA-512', content: Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex') }],
        ...licensed(license),
        purl: purl(name, version),
      };
    }),
    dependencies: ['', ...folders].map((folder) => ({
      ref: reference(folder),
      dependsOn: neededBy(packages, folder).map(reference),
    })),
  };
}

function purl(name, version) {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

function licensed(expression) {
  return { licenses: [/ /.test(expression) ? { expression } : { license: { id: expression } }] };
}
