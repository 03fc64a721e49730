import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * What the parts of a built site weigh, in bytes after gzip: `firstLoad`, the scripts that the page names; `charts`, what
 * the lightest lazy import that brings the chart library loads; `worker`, what the page's worker starts with and the page
 * never loads; `reader`, the same of the worker that this worker starts, chunks that both share included. Throws where the
 * site has no such part.
 */
export function siteSizes(out) {
  const folder = path.join(out, '_next', 'static', 'chunks');
  const chunks = new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.js'))
      .map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
  );
  const page = pageScripts(readFileSync(path.join(out, 'index.html'), 'utf8'));
  const lazy = [...chunks.values()].flatMap(lazyChunks);
  const onPage = new Set([...page, ...lazy.flat()]);
  const startedBy = (names) => [...new Set(names.flatMap((name) => workerChunks(chunks.get(name))))];
  const worker = startedBy([...onPage]).filter((name) => !onPage.has(name));
  const reader = startedBy(worker).filter((name) => !onPage.has(name));

  const weight = (names) => names.reduce((sum, name) => sum + gzipSync(chunks.get(name), { level: 9 }).length, 0);
  const lightest = (part, groups) => {
    const weights = groups.map(weight).filter((bytes) => bytes > 0);
    if (weights.length === 0) throw new Error(`No ${part} found in ${out}: the bundler may write it otherwise now.`);
    return Math.min(...weights);
  };
  return {
    firstLoad: lightest('first load', [page]),
    charts: lightest(
      'charts',
      lazy.filter((names) => names.some((name) => chunks.get(name).includes('recharts'))),
    ),
    worker: lightest('worker', [worker]),
    reader: lightest('reader', [reader]),
  };
}

/** What weighs more than it may, a sentence each. */
export function overBudget(sizes, budgets) {
  return Object.entries(budgets)
    .filter(([part, most]) => !(sizes[part] <= most))
    .map(([part, most]) => `${part} weighs ${sizes[part]} bytes after gzip, and may weigh ${most}.`);
}

/** Scripts for browsers without modules are left out: none that the page supports loads them. */
function pageScripts(html) {
  const tags = [...html.matchAll(/<script\b[^>]*\bsrc="[^"]*\/chunks\/([^"/]+\.js)"[^>]*>/g)];
  return [...new Set(tags.filter(([tag]) => !/\bnomodule\b/i.test(tag)).map(([, name]) => name))];
}

/** `f("static/chunks/turbopack-worker-….js", ["static/chunks/….js", …])`: a worker's entry and what it starts with. */
export function workerChunks(script) {
  return [...script.matchAll(/"(static\/chunks\/turbopack-worker-[^"]+)",(\[[^\]]*\])/g)].flatMap(([, entry, list]) =>
    [entry, ...JSON.parse(list)].map(nameOf),
  );
}

/** `Promise.all(["static/chunks/….js", …].map(`: what one lazy import loads. */
export function lazyChunks(script) {
  return [...script.matchAll(/Promise\.all\((\["static\/chunks\/[^\]]*\])/g)].map(([, list]) =>
    JSON.parse(list)
      .map(nameOf)
      .filter((name) => name.endsWith('.js')),
  );
}

function nameOf(chunk) {
  return path.posix.basename(chunk);
}
