import { chromiumLaunch } from '../support/chromium.mjs';
import { CasesPanel } from './support/cases-panel';
import { smallCase } from './support/small-case';
import { expect, test } from './support/test';

const port = Number(process.env['PORT'] ?? 4173);
const basePath = process.env['TIEOUT_BASE_PATH'] ?? '';
const launch = chromiumLaunch();

/** A host that is neither https nor this machine: browsers give such a page no storage, no hashing and no clipboard. */
test.use({
  baseURL: `http://tieout.test:${port}${basePath}/`,
  launchOptions: { ...launch, args: [...launch.args, '--host-resolver-rules=MAP tieout.test 127.0.0.1'] },
  // A browser says on the console that it ignores a header over plain http.
  promised: false,
});

test('over plain http the verdict is reached, what is missing is said, and the case can be exported', async ({
  casePage,
  page,
}) => {
  await casePage.open();
  expect(await page.evaluate(() => [isSecureContext, 'subtle' in crypto, 'clipboard' in navigator])).toEqual([
    false,
    false,
    false,
  ]);
  await casePage.drop(smallCase);
  await expect(casePage.verdict.headline).toHaveText(/^No row of delta1\.csv took effect/);
  await expect(page.getByText('All 4 customers that differ are shown')).toBeVisible();
  await expect(page.getByText(/opened over https, or from this machine\./)).toBeVisible();
  await expect(page.getByText('Not kept', { exact: true })).toBeVisible();
  const cases = new CasesPanel(page);
  expect(await cases.link()).toContain('http://tieout.test');
  await cases.show();
  const file = await cases.export();
  expect(file.entry('case.json')).toContain('delta1.csv');
});
