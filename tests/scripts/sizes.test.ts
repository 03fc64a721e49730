import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { overBudget, siteSizes } from '../../scripts/steps/sizes.mjs';

let out = '';
beforeEach(() => {
  out = mkdtempSync(path.join(tmpdir(), 'tieout-sizes-'));
  mkdirSync(path.join(out, '_next', 'static', 'chunks'), { recursive: true });
});
afterEach(() => {
  rmSync(out, { recursive: true, force: true });
});

const list = (...names: string[]) => JSON.stringify(names.map((name) => `static/chunks/${name}`));
const lazy = (...names: string[]) => `e.v(t=>Promise.all(${list(...names)}.map(t=>e.l(t))))`;

const chunks = {
  'main.js': `${lazy('evidence.js', 'library.js')};${lazy('words.js')};${lazy('letters.js', 'library.js', 'words.js')}`,
  'shell.js': `f("static/chunks/turbopack-worker-1.js",${list('engine.js', 'columns.js', 'words.js', 'main.js')})`,
  'old.js': 'for browsers without modules'.repeat(100),
  'evidence.js': 'the charts',
  'library.js': 'className:"recharts-wrapper"',
  'letters.js': 'the letters',
  'words.js': 'sentences',
  'engine.js': `f("static/chunks/turbopack-worker-1.js",${list('columns.js', 'reading.js', 'shell.js')})`,
  'columns.js': 'columns of cells',
  'reading.js': 'the reading',
  'turbopack-worker-1.js': 'importScripts',
};

function site(files: Readonly<Record<string, string>>) {
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(path.join(out, '_next', 'static', 'chunks', name), text);
  }
  const script = (name: string, attributes = '') =>
    `<script src="/base/_next/static/chunks/${name}"${attributes}></script>`;
  const html = [
    script('main.js', ' async=""'),
    script('shell.js'),
    script('main.js'),
    script('old.js', ' noModule=""'),
  ];
  writeFileSync(path.join(out, 'index.html'), html.join(''));
}

const weight = (...names: (keyof typeof chunks)[]) =>
  names.reduce((sum, name) => sum + gzipSync(chunks[name], { level: 9 }).length, 0);

describe('what the built page weighs', () => {
  it('is, at first, the scripts that the page names, once each and without those for old browsers', () => {
    site(chunks);
    expect(siteSizes(out).firstLoad).toBe(weight('main.js', 'shell.js'));
  });

  it('is, for the charts, their import with its library, and not another one that has the library too', () => {
    site(chunks);
    expect(siteSizes(out).charts).toBe(weight('evidence.js', 'library.js'));
  });

  it('is, for the worker, its entry and what no page loads', () => {
    site(chunks);
    expect(siteSizes(out).worker).toBe(weight('turbopack-worker-1.js', 'engine.js', 'columns.js'));
  });

  it('is, for the reader, the same of the worker that the worker starts', () => {
    site(chunks);
    expect(siteSizes(out).reader).toBe(weight('turbopack-worker-1.js', 'columns.js', 'reading.js'));
  });

  it('is refused where a part is not found, rather than counted as nothing', () => {
    site({ ...chunks, 'library.js': 'another library' });
    expect(() => siteSizes(out)).toThrow('No charts found');
  });
});

describe('a budget', () => {
  it('is kept up to its last byte', () => {
    expect(overBudget({ page: 100 }, { page: 100 })).toEqual([]);
    expect(overBudget({ page: 101 }, { page: 100 })).toEqual(['page weighs 101 bytes after gzip, and may weigh 100.']);
  });

  it('is broken by a part that was not weighed', () => {
    expect(overBudget({}, { page: 100 })).toHaveLength(1);
  });
});
