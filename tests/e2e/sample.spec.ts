import { expect, test } from './support/test';

test('the sample opens in one click and its fault is proved', async ({ casePage, page }) => {
  await casePage.open();
  await casePage.openSample();
  await expect(casePage.verdict.headline).toHaveText("No row of delta3.csv took effect in Ledgerly's table.");
  await expect(casePage.verdict.region).toContainText('Proved by replay');
  await expect(casePage.verdict.region).toContainText('10,000 of 10,000 rows');
  await expect(casePage.verdict.region).toContainText('4,742,481');
  await expect(casePage.files.deltas).toHaveCount(5);
  await expect(page.getByRole('heading', { name: '1,841 of 10,000 users differ' })).toBeVisible();
});

test('the sample’s files can be downloaded and give the same verdict when they are dropped', async ({
  casePage,
  page,
}) => {
  await casePage.open();
  await page.getByText('Download the sample’s files').click();
  const links = page.getByRole('link', { name: /\.csv$/ });
  await expect(links).toHaveCount(7);
  const files: { name: string; text: string }[] = [];
  for (const link of await links.all()) {
    const answer = await page.request.get((await link.getAttribute('href')) ?? '');
    files.push({ name: await link.innerText(), text: await answer.text() });
  }
  await casePage.drop(files);
  await expect(casePage.verdict.headline).toHaveText("No row of delta3.csv took effect in Ledgerly's table.");
});
