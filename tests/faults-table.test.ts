import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { injectedFaults } from './support/faults-table';
import { expectReadable } from './support/readable';

test.each(injectedFaults)('$fault ($stage) is injected by a test', ({ fault, stage, seen, file, test: name }) => {
  const source = readFileSync(path.join(import.meta.dirname, file), 'utf8');
  expect(source).toMatch(new RegExp(`test\\(\\s*['\`]${name}`));
  for (const text of [fault, stage, seen]) expectReadable(text);
});
