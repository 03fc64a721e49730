import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { workerChunks } from './sizes.mjs';

/**
 * Lets the built page fetch the worker's scripts beside its own: a worker asks for them one after the other, and only
 * once the page runs. Throws where there are none.
 */
export function writePrefetches(out) {
  const page = path.join(out, 'index.html');
  const html = readFileSync(page, 'utf8');
  const folder = path.join(out, '_next', 'static', 'chunks');
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const [, address] = /\bsrc="([^"]*\/chunks\/)[^"/]+\.js"/.exec(html) ?? [];
  const onPage = scripts.filter((name) => html.includes(`src="${address}${name}"`));
  const names = new Set(onPage.flatMap((name) => workerChunks(readFileSync(path.join(folder, name), 'utf8'))));
  if (names.size === 0) throw new Error(`No worker found in ${out}.`);
  const links = [...names]
    .filter((name) => !onPage.includes(name))
    .map((name) => `<link rel="prefetch" as="script" href="${address}${name}"/>`);
  writeFileSync(page, html.replace('</head>', `${links.join('')}</head>`));
}
