import { existsSync, readFileSync } from 'node:fs';

const none = { passed: 0, failed: 0, skipped: 0 };

/**
 * What a run of Vitest counted, from its JSON report. A test file that failed before its tests counts as one failed;
 * so does a run that left no report, or that ended badly without a failed test (`status` is its exit status).
 */
export function vitestCounts(file, status) {
  const report = readReport(file);
  if (!report) return { ...none, failed: 1 };
  const brokenFiles = report.testResults.filter((one) => one.status === 'failed' && one.assertionResults.length === 0);
  return notSilentlyFailed(status, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  });
}

/** What a run of Playwright counted, from its JSON report; a test that passed on a retry counts as passed. */
export function playwrightCounts(file, status) {
  const report = readReport(file);
  if (!report) return { ...none, failed: 1 };
  const { expected, flaky, unexpected, skipped } = report.stats;
  return notSilentlyFailed(status, { passed: expected + flaky, failed: unexpected, skipped });
}

export function addCounts(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** "812 passed, 0 failed", with what was skipped where something was. */
export function countsLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
}

function notSilentlyFailed(status, counts) {
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function readReport(file) {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
