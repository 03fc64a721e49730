import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './support/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('the empty page holds WCAG 2.2 AA', async ({ casePage, page }) => {
      await casePage.open();
      await expectNoViolations(page);
    });

    test('an open case holds WCAG 2.2 AA', async ({ casePage, page }) => {
      await casePage.open();
      await casePage.openSample();
      await expect(page.getByRole('heading', { name: /users differ$/ })).toBeVisible();
      await casePage.files.unfold('delta3.csv');
      await expectNoViolations(page);
      await page.getByRole('button', { name: 'Change the columns' }).click();
      await expectNoViolations(page);
    });
  });
}

test('the theme can be chosen and is kept', async ({ casePage, page }) => {
  await casePage.open();
  await page.getByRole('button', { name: 'Switch to the dark theme' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('button', { name: 'Switch to the light theme' })).toBeVisible();
});

test('nothing needs a wider screen than a telephone’s', async ({ casePage, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await casePage.open();
  await casePage.openSample();
  await expect(casePage.verdict.region).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
