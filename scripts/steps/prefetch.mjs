import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { lazyChunks, workerChunks } from './sizes.mjs';

/**
 * Lets the built page fetch the worker's scripts beside its own, those that it starts with and those that it loads
 * next: a worker asks for them one after the other, standing still meanwhile, and only once the page runs. Throws where
 * there are none.
 */
export function writePrefetches(out) {
  const page = path.join(out, 'index.html');
  const html = readFileSync(page, 'utf8');
  const folder = path.join(out, '_next', 'static', 'chunks');
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const [, address] = /\bsrc="([^"]*\/chunks\/)[^"/]+\.js"/.exec(html) ?? [];
  const onPage = scripts.filter((name) => html.includes(`src="${address}${name}"`));
  const text = (name) => readFileSync(path.join(folder, name), 'utf8');
  const start = onPage.flatMap((name) => workerChunks(text(name)));
  if (start.length === 0) throw new Error(`No worker found in ${out}.`);
  const next = start.filter((name) => !onPage.includes(name)).flatMap((name) => lazyChunks(text(name)).flat());
  const links = [...new Set([...start, ...next])]
    .filter((name) => !onPage.includes(name))
    .map((name) => `<link rel="prefetch" as="script" href="${address}${name}"/>`);
  writeFileSync(page, html.replace('</head>', `${links.join('')}</head>`));
}
