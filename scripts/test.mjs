// The whole test: installs what is missing, then checks, unit and golden tests, build, and the built page in a browser.
// Ends with one line, "N passed, N failed"; a failing check counts as one failed.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureBrowser } from './steps/browser.mjs';
import { build } from './steps/build.mjs';
import { checks } from './steps/checks.mjs';
import { addCounts, countsLine, playwrightCounts, vitestCounts } from './steps/counts.mjs';
import { ensureInstalled } from './steps/install.mjs';
import { root, runTool } from './steps/run.mjs';
import { sizeBudgets } from './steps/size-budgets.mjs';
import { overBudget, siteSizes } from './steps/sizes.mjs';
import { stageLog } from './steps/stages.mjs';

const log = stageLog();
const reports = mkdtempSync(path.join(tmpdir(), 'tieout-test-'));
let counts = { passed: 0, failed: 0, skipped: 0 };

/** A stage that counts as one failed when it fails, and as nothing when it passes. */
async function step(name, work) {
  const passed = await log.stage(name, work);
  if (!passed) counts.failed += 1;
  return passed;
}

/** A stage that runs tests and is counted by its report. */
async function tests(name, work, count) {
  const report = path.join(reports, `${name}.json`);
  await log.stage(name, async () => {
    const status = await work(report);
    counts = addCounts(counts, count(report, status));
    return status;
  });
}

async function runAll() {
  if (!(await step('packages', async () => ((await ensureInstalled({ tools: true })) ? 0 : 1)))) return;
  const browser = await step('browser', ensureBrowser);
  for (const { name, run } of checks) await step(name, run);
  await tests('unit and golden tests', (report) => runVitest(report), vitestCounts);
  if (!(await step('build', build))) return;
  await step('sizes', sizes);
  if (!browser) return;
  await tests('browser tests', runPlaywright, playwrightCounts);
  await tests('engines', runEngines, vitestCounts);
}

/** Holds what the built page weighs against what it may. */
function sizes() {
  const found = siteSizes(path.join(root, 'out'));
  for (const [part, bytes] of Object.entries(found)) {
    console.log(`${part.padEnd(9)}  ${inKib(bytes)} of at most ${inKib(sizeBudgets[part])}`);
  }
  const over = overBudget(found, sizeBudgets);
  for (const sentence of over) console.error(sentence);
  return over.length === 0 ? 0 : 1;
}

function inKib(bytes) {
  return `${(bytes / 1024).toFixed(1).padStart(5)} KiB`;
}

function runVitest(report, more = [], env = {}) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return runTool('vitest/vitest.mjs', ['run', ...reporters, ...more], env);
}

/** The built page in three engines, or in those that are installed. */
async function runEngines(report) {
  return runVitest(report, ['--config=tests/engines/vitest.config.ts'], { PORT: String(await freePort()) });
}

async function runPlaywright(report) {
  const env = { PORT: String(await freePort()), PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  return runTool('@playwright/test/cli.js', ['test', '--reporter=list,json', '--pass-with-no-tests'], env);
}

/** A port that was free a moment ago. */
function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

try {
  await runAll();
} catch (error) {
  console.error(error);
  counts.failed += 1;
}
rmSync(reports, { recursive: true, force: true });
log.print();
console.log(`\n${countsLine(counts)}`);
process.exit(counts.failed === 0 ? 0 : 1);
