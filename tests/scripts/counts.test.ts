import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCounts, countsLine, playwrightCounts, vitestCounts } from '../../scripts/steps/counts.mjs';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tieout-counts-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function report(content: unknown): string {
  const file = path.join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const vitest = (numFailedTests: number, testResults: unknown[] = []) =>
  report({ numPassedTests: 8, numFailedTests, numPendingTests: 1, numTodoTests: 0, testResults });

describe('the counts of a test run', () => {
  it('are those of the report', () => {
    expect(vitestCounts(vitest(2), 1)).toEqual({ passed: 8, failed: 2, skipped: 1 });
    const stats = { expected: 5, flaky: 1, unexpected: 2, skipped: 3 };
    expect(playwrightCounts(report({ stats }), 1)).toEqual({ passed: 6, failed: 2, skipped: 3 });
  });

  it('count a test file that broke before its tests as one failed', () => {
    const broken = [{ status: 'failed', assertionResults: [] }];
    expect(vitestCounts(vitest(0, broken), 1)).toMatchObject({ failed: 1 });
  });

  it('count a run without a report as one failed', () => {
    expect(vitestCounts(path.join(folder, 'none.json'), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(playwrightCounts(path.join(folder, 'none.json'), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('never pass a run that ended badly', () => {
    expect(vitestCounts(vitest(0), 1)).toEqual({ passed: 8, failed: 1, skipped: 1 });
  });

  it('add up to one plain line', () => {
    const sum = addCounts({ passed: 8, failed: 0, skipped: 0 }, { passed: 6, failed: 1, skipped: 0 });
    expect(countsLine(sum)).toBe('14 passed, 1 failed');
    expect(countsLine({ passed: 1, failed: 0, skipped: 2 })).toBe('1 passed, 0 failed, 2 skipped');
  });
});
