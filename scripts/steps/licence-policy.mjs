/** Licences of what is in the product: the notice goes with it, and that is all they ask. */
const inProduct = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'OFL-1.1', 'Zlib'];

/**
 * SPDX names of the licences that a package may have. Tools build, check or test and are passed on to nobody, so that
 * what their licences ask of who passes them on is asked of nobody here.
 */
export const allowed = {
  product: new Set(inProduct),
  tools: new Set([...inProduct, 'BlueOak-1.0.0', 'CC-BY-4.0', 'LGPL-3.0-or-later', 'MPL-2.0', 'Python-2.0']),
};

/** Packages that `npm start` installs to build with, and of which nothing is in what it builds. */
export const builders = new Set([
  ...['@next/env', '@tailwindcss/postcss', 'babel-plugin-react-compiler', 'baseline-browser-mapping', 'caniuse-lite'],
  ...['client-only', 'esbuild', 'postcss', 'typescript'],
]);

/** Texts of what is in the product without a package of its own, or whose package brings none: files of `scripts/licences`. */
export const texts = {
  '@polka/url': 'polka-url.txt',
  'core-js (in next)': 'core-js.txt',
  'Lucide (icons)': 'lucide.txt',
  sirv: 'sirv.txt',
};
