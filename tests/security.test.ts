import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '..');
const text = readFileSync(path.join(root, 'SECURITY.md'), 'utf8');

/** Rows of the table of promises: the promise, and the tests that hold it. */
const promises = (text.split('## What is promised')[1]?.split('\n## ')[0] ?? '')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (promise|---) /.test(line))
  .map((line) => ({
    promise: line.split(' | ')[0]?.slice(2) ?? '',
    tests: [...line.matchAll(/\]\(([^)]+)\): “([^”]+)”/g)].map(([, file = '', name = '']) => ({ file, name })),
  }));

describe('SECURITY.md', () => {
  it('makes promises', () => {
    expect(promises.length).toBeGreaterThan(10);
  });

  it.each(promises)('names the tests behind a promise: $promise', ({ tests }) => {
    expect(tests).not.toEqual([]);
    for (const { file, name } of tests) {
      const source = readFileSync(path.join(root, file), 'utf8');
      const [, ...calls] = source.split(/\(\s*['"`]/);
      expect(
        calls.some((call) => call.startsWith(name)),
        `${file}: ${name}`,
      ).toBe(true);
    }
  });

  it('links to files that there are', () => {
    const links = [...text.matchAll(/\]\(([^):]+)\)/g)].map(([, file = '']) => file);
    expect(links.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });
});
