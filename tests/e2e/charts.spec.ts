import type { Locator } from '@playwright/test';
import { TellPanel } from './support/tell-panel';
import { expect, test } from './support/test';

/** What is written in each of the drawings, in order of the alphabet. */
function writings(drawings: Locator): Promise<string[][]> {
  return drawings.evaluateAll((svgs) =>
    svgs.map((svg) => [...svg.querySelectorAll('text')].map((text) => text.textContent).sort()),
  );
}

test('page and report say the same in every chart: titles, ticks, names and figures', async ({ casePage, page }) => {
  await casePage.open();
  await casePage.openSample();
  const panels = page.getByRole('region', { name: 'Evidence', exact: true }).locator('[data-panel]');
  const drawn = panels.getByRole('application');
  await expect(drawn).toHaveCount(4);
  await expect(drawn.last()).toContainText('median');
  const onPage = await writings(drawn);
  const titles = await panels.getByRole('heading').allTextContents();
  const legend = await panels.getByRole('list').getByRole('listitem').allTextContents();

  const tell = new TellPanel(page);
  await tell.open('Report');
  const { bytes } = await tell.download('Download HTML');
  const report = await page.context().newPage();
  await report.setContent(bytes.toString('utf8'));
  const figures = report.locator('figure');
  const onPaper = await writings(figures.getByRole('img'));
  expect(await figures.getByRole('heading').allTextContents()).toEqual(titles);
  expect(onPaper).toEqual(onPage.map((texts, at) => (at === 1 ? [...texts, ...legend].sort() : texts)));
});

test('the arrow keys show the figures of a chart’s marks, and Enter their rows, wherever the pointer rests', async ({
  casePage,
  page,
}) => {
  await casePage.open();
  await casePage.openSample();
  const chart = page.getByRole('application', { name: 'delta3.csv is the whole gap' });
  await chart.hover({ position: { x: 200, y: 20 } });
  await chart.focus();
  const tip = page.getByRole('status').filter({ hasText: 'total' });
  await expect(tip).toContainText('$33,904,525');
  await page.keyboard.press('ArrowDown');
  await expect(tip).toContainText('−$4,742,481');
  await expect(tip).toContainText('Click or Enter: show these rows');
  await page.keyboard.press('Escape');
  await expect(tip).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Filters' })).toContainText('delta3.csv');
});

test('a click on a bar shows its rows', async ({ casePage, page }) => {
  await casePage.open();
  await casePage.openSample();
  const chart = page.getByRole('application', { name: /holds no row from delta3.csv/ });
  await chart.getByText('4,231').hover();
  await expect(page.getByRole('status').filter({ hasText: 'Ledgerly from delta0.csv' })).toContainText('4,231');
  await chart.getByText('4,231').click();
  await expect(page.getByRole('list', { name: 'Filters' })).toContainText('delta0.csv');
});
