import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import * as limits from '@/lib/core/limits';
import { formatCount } from '@/lib/core/phrases/amounts';

const readme = readFileSync(path.join(import.meta.dirname, '..', '..', '..', 'README.md'), 'utf8');

it('stand in the README with the numbers that hold', () => {
  const [, section = ''] = /^## Limits$([\s\S]*?)^## /m.exec(readme) ?? [];
  const numbers = Array.from(section.matchAll(/^\|[^|]+\| ([\d,]+) \|/gm), ([, number]) => number);
  expect(numbers.toSorted()).toEqual(Object.values(limits).map(formatCount).toSorted());
});
