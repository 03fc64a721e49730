import { writeFileSync } from 'node:fs';
import { expect, test } from './support/test';

const ROWS = 1_500_000;

test('reading a large file can be cancelled, and its name is kept to try again', async ({ casePage, page }, info) => {
  const file = info.outputPath('delta0.csv');
  const block = Array.from({ length: 1000 }, (_, i) => `${i},${i * 7},${i % 9},${i}`).join('\n');
  writeFileSync(file, `customer_id,spend,visits,batch\n${`${block}\n`.repeat(ROWS / 1000)}`);
  await casePage.open();
  await casePage.choose([file]);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(casePage.problems).toContainText('Reading was cancelled.');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'Reading delta0.csv' })).toBeVisible();
});
