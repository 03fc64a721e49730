import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writePrefetches } from '../../scripts/steps/prefetch.mjs';

let out = '';
beforeEach(() => {
  out = mkdtempSync(path.join(tmpdir(), 'tieout-prefetch-'));
  mkdirSync(path.join(out, '_next', 'static', 'chunks'), { recursive: true });
  writeFileSync(
    path.join(out, 'index.html'),
    '<head><script src="/base/_next/static/chunks/shell.js"></script></head><body></body>',
  );
});
afterEach(() => {
  rmSync(out, { recursive: true, force: true });
});

function chunk(name: string, text: string) {
  writeFileSync(path.join(out, '_next', 'static', 'chunks', name), text);
}

test('the page fetches ahead what the worker starts with and what it loads next, but for what it loads itself', () => {
  chunk(
    'shell.js',
    'f("static/chunks/turbopack-worker-1.js",["static/chunks/engine.js","static/chunks/shell.js"]);Promise.all(["static/chunks/charts.js"].map(l))',
  );
  chunk('turbopack-worker-1.js', '');
  chunk('engine.js', 'Promise.all(["static/chunks/search.js","static/chunks/engine.js"].map(l))');
  writePrefetches(out);
  const links = readFileSync(path.join(out, 'index.html'), 'utf8').match(/<link [^>]*>/g);
  expect(links).toEqual([
    '<link rel="prefetch" as="script" href="/base/_next/static/chunks/turbopack-worker-1.js"/>',
    '<link rel="prefetch" as="script" href="/base/_next/static/chunks/engine.js"/>',
    '<link rel="prefetch" as="script" href="/base/_next/static/chunks/search.js"/>',
  ]);
});

test('a site without a worker is refused', () => {
  chunk('shell.js', 'nothing');
  expect(() => {
    writePrefetches(out);
  }).toThrow('No worker found');
});
