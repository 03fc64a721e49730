import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultsPart, partOf, trustTable } from './fuzz/table';
import { injectedFaults } from './support/faults-table';

const table = readFileSync(path.join(import.meta.dirname, 'trust-table.md'), 'utf8');

describe('the table of what was tried', () => {
  it('has the faults that tests inject: `npm run fuzz -- --runs 0 --write` writes them', () => {
    expect(partOf(table, 'Faults')).toBe(faultsPart(injectedFaults));
  });

  it('has for each input how often it was tried, and no law broken', () => {
    const rows = partOf(table, 'Inputs')
      .split('\n')
      .filter((line) => line.startsWith('| ') && !line.startsWith('| target') && !line.startsWith('| ---'));
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toMatch(/^\| [^|]+ \| [^|]+ \| [^|]+ \| [\d,]+ \| 0 \| [\d,]+ ms \|$/);
  });

  it('is made of its parts', () => {
    expect(trustTable(partOf(table, 'Inputs'), partOf(table, 'Faults'))).toBe(table);
  });
});
