import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { allowed, builders, texts } from './licence-policy.mjs';
import { lockedPackages, neededBy, packageName } from './lock.mjs';
import { root } from './run.mjs';

/** The folders of the packages of which something is in the product, in order; types and builders leave nothing in it. */
export function productFolders(packages) {
  const found = new Set();
  const visit = (folder) => {
    const name = packageName(folder);
    if (found.has(folder) || builders.has(name) || name.startsWith('@types/')) return;
    found.add(folder);
    for (const needed of neededBy(packages, folder)) visit(needed);
  };
  for (const name of Object.keys(packages[''].dependencies)) visit(`node_modules/${name}`);
  return [...found].sort();
}

/** Each package's name, version, licence, and whether it is in the product, tools of every platform included. */
export function licences(packages) {
  const product = new Set(productFolders(packages));
  return Object.keys(packages)
    .filter((folder) => folder !== '')
    .sort()
    .map((folder) => {
      const { version, license = 'none' } = packages[folder];
      return { folder, name: packageName(folder), version, licence: license, inProduct: product.has(folder) };
    });
}

/** What stands against the lists, a sentence each. */
export function licenceFaults(listed, hasText = (one) => licenceText(one) !== undefined) {
  const refused = listed
    .filter(({ licence, inProduct }) => !permits(inProduct ? allowed.product : allowed.tools, licence))
    .map(
      ({ name, version, licence, inProduct }) =>
        `${name} ${version} has the licence ${licence}, which ${inProduct ? 'what is shipped' : 'a tool'} may not have: replace it, or allow the licence in scripts/steps/licence-policy.mjs once its terms are met.`,
    );
  const silent = listed
    .filter((one) => one.inProduct && !hasText(one))
    .map(
      ({ name, version }) =>
        `${name} ${version} brings no text of its licence: add it to scripts/licences and name it in scripts/steps/licence-policy.mjs.`,
    );
  return [...refused, ...silent];
}

/** Whether an SPDX expression is met. Brackets are not read: nothing passes that would not with them. */
function permits(list, expression) {
  const terms = expression.replace(/[()]/g, '').split(' AND ');
  return terms.every((term) => term.split(' OR ').some((one) => list.has(one)));
}

/** The check: prints what stands against the lists, or a line that says that nothing does. Gives an exit status. */
export function checkLicences() {
  const listed = licences(lockedPackages());
  const faults = licenceFaults(listed);
  for (const sentence of faults) console.error(sentence);
  const shipped = listed.filter(({ inProduct }) => inProduct).length;
  if (faults.length === 0)
    console.log(`Licences: ${shipped} packages are in the product, ${listed.length - shipped} are tools.`);
  return faults.length === 0 ? 0 : 1;
}

/** Writes the licences of what a built site and the command line contain into the site. */
export function writeNotices(out) {
  const own = Object.keys(texts).map((name) => ({ heading: name, text: ownText(name) }));
  const brought = licences(lockedPackages())
    .filter(({ inProduct, name }) => inProduct && !(name in texts))
    .map((one) => ({ heading: `${one.name} ${one.version} (${one.licence})`, text: licenceText(one) }));
  const parts = [...brought, ...own].map(
    ({ heading, text }) => `${heading}\n${'-'.repeat(heading.length)}\n\n${text.trim()}\n`,
  );
  const head = 'Tieout contains the following software, under the licences that stand with it.\n';
  writeFileSync(path.join(out, 'THIRD-PARTY-LICENCES.txt'), [head, ...parts].join('\n\n'));
}

/** The text that a package brings, notices that go with it included, or that is kept for it here. */
function licenceText({ folder, name }) {
  if (name in texts) return ownText(name);
  const files = readdirSync(path.join(root, folder)).filter((file) => /^(licen[cs]e|notice)/i.test(file));
  return files.length === 0
    ? undefined
    : files
        .sort()
        .map((file) => readFileSync(path.join(root, folder, file), 'utf8'))
        .join('\n\n');
}

function ownText(name) {
  return readFileSync(path.join(root, 'scripts', 'licences', texts[name]), 'utf8');
}
