import { describe, expect, it } from 'vitest';
import type { Problem } from '@/lib/core/problem';
import { describeProblem } from '@/lib/core/words/problem';

const problems: { readonly [Code in Problem['code']]: Extract<Problem, { code: Code }> } = {
  'file-empty': { code: 'file-empty', file: 'a.csv' },
  'header-only': { code: 'header-only', file: 'a.csv' },
  'not-csv': { code: 'not-csv', file: 'a.csv', looksLike: 'spreadsheet' },
  'file-changed': { code: 'file-changed', file: 'a.csv' },
  'file-unreadable': { code: 'file-unreadable', file: 'a.csv', reason: 'the disk is gone' },
  'column-duplicate': { code: 'column-duplicate', file: 'a.csv', line: 1, column: 'id' },
  'column-missing': { code: 'column-missing', file: 'a.csv', line: 1, column: 'id', found: ['n', 'v'] },
  'no-header': { code: 'no-header', file: 'a.csv', line: 1, text: '1,2', likely: 5 },
  'mostly-unread': {
    code: 'mostly-unread',
    file: 'a.csv',
    line: 7,
    column: 'n',
    reason: 'not-a-number',
    text: 'x',
    unread: 30,
    of: 90,
  },
  'archive-damaged': { code: 'archive-damaged', file: 'a.zip', entry: 'x/b.csv', flaw: 'checksum' },
  'archive-encrypted': { code: 'archive-encrypted', file: 'a.zip', entry: 'b.csv' },
  'archive-method': { code: 'archive-method', file: 'a.zip', entry: 'b.csv', method: 'bzip2' },
  'archive-too-large': { code: 'archive-too-large', file: 'a.gz', most: 2e9 },
  'archive-too-deep': { code: 'archive-too-deep', file: 'a.zip', most: 4 },
  'archive-too-many': { code: 'archive-too-many', file: 'a.zip', most: 10_000 },
  'archive-empty': { code: 'archive-empty', file: 'a.zip', leftOut: 2 },
  'entries-left-out': { code: 'entries-left-out', file: 'a.zip', entries: ['__MACOSX/._b.csv'], count: 1 },
  'entries-renamed': { code: 'entries-renamed', file: 'a.zip', entries: ['../b.csv', '/c.csv'], count: 5 },
  'encoding-broken': { code: 'encoding-broken', file: 'a.csv', encoding: 'UTF-16LE' },
  'lines-lost': { code: 'lines-lost', file: 'a.csv', counted: 9, read: 7 },
  'record-too-long': { code: 'record-too-long', file: 'a.csv', line: 7, most: 8_388_608, open: true },
  'too-many-columns': { code: 'too-many-columns', file: 'a.csv', line: 7, columns: 20_000, most: 16_384 },
  'too-many-rows': { code: 'too-many-rows', rows: 70_000_000, most: 67_000_000 },
  'too-many-files': { code: 'too-many-files', files: 65_537, most: 65_536 },
  'quote-open': { code: 'quote-open', file: 'a.csv', line: 7 },
  'not-a-measure': { code: 'not-a-measure', file: 'a.csv', line: 7, column: 'n', cell: 'x', refused: 3 },
  'same-file': { code: 'same-file', file: 'a.csv', other: 'b.csv' },
  'role-taken': { code: 'role-taken', file: 'a.csv', other: 'b.csv', role: 'ours' },
  'no-deltas': { code: 'no-deltas' },
  'no-table': { code: 'no-table' },
  'no-mapping': { code: 'no-mapping', role: 'measure' },
  'too-large': { code: 'too-large', needed: 8.1e9, available: 6.4e9 },
  'out-of-memory': { code: 'out-of-memory' },
  'part-missing': { code: 'part-missing' },
  cancelled: { code: 'cancelled' },
  'engine-stopped': { code: 'engine-stopped', reason: 'out of memory' },
};

describe('the words of a problem', () => {
  it.each(Object.values(problems))('say in whole sentences what happened, where, and what to do: $code', (problem) => {
    const { what, next } = describeProblem(problem);
    for (const sentence of [what, next]) expect(sentence).toMatch(/^\S.*\.$/);
    if ('file' in problem) expect(what).toContain(problem.file);
    if ('other' in problem) expect(what).toContain(problem.other);
    if ('line' in problem) expect(what).toContain(`line ${problem.line}`);
    if ('column' in problem) expect(what).toContain(`"${problem.column}"`);
  });

  it('say of the first line of many that could not be read what is wrong with it', () => {
    expect(describeProblem(problems['mostly-unread']).what).toBe(
      'a.csv, line 7, column "n": "x" is not a number; 30 of 90 lines of the file could not be read, too many for a verdict.',
    );
  });

  it('count the other refused cells', () => {
    const told = (refused: number) => describeProblem({ ...problems['not-a-measure'], refused }).what;
    expect(told(1)).toBe('a.csv, line 7, column "n": "x" is not a number.');
    expect(told(2)).toBe('a.csv, line 7, column "n": "x" is not a number, and neither is 1 other cell.');
    expect(told(3)).toBe('a.csv, line 7, column "n": "x" is not a number, and neither are 2 other cells.');
  });
});
