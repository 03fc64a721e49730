import { smallCase } from './support/small-case';
import { expect, test } from './support/test';

const HEADLINE = "No row of delta1.csv took effect in Acme's table.";

test.beforeEach(async ({ casePage }) => {
  await casePage.open();
});

test('files dropped anywhere on the page are taken for what they are', async ({ casePage }) => {
  await casePage.drop(smallCase);
  await expect(casePage.files.deltas).toHaveCount(3);
  await expect(casePage.files.tables).toHaveCount(2);
  await expect(casePage.verdict.region).toBeVisible();
});

test('a file that is left out is told apart, and taken back', async ({ casePage }) => {
  await casePage.drop(smallCase);
  await expect(casePage.verdict.region).toBeVisible();
  await casePage.files.setRole('delta1.csv', 'left out');
  await expect(casePage.files.deltas).toHaveCount(2);
  await expect(casePage.files.region.getByRole('region', { name: 'Left out' })).toContainText('delta1.csv');
  await casePage.files.setRole('delta1.csv', 'delta');
  await expect(casePage.files.deltas).toHaveCount(3);
  await expect(casePage.files.deltas.last()).toContainText('delta1.csv');
});

test('the arrival order is changed by keyboard', async ({ casePage, page }) => {
  await casePage.drop(smallCase);
  await expect(casePage.verdict.region).toBeVisible();
  await casePage.files.unfold('delta0.csv');
  await casePage.files.region.getByRole('button', { name: 'delta0.csv arrives later' }).focus();
  await page.keyboard.press('Enter');
  await expect(casePage.files.deltas.first()).toContainText('delta1.csv');
  await expect(casePage.files.region.getByRole('button', { name: 'delta0.csv arrives later' })).toBeFocused();
});

test('a side is renamed everywhere at once', async ({ casePage }) => {
  await casePage.drop(smallCase);
  await expect(casePage.verdict.headline).toContainText("Acme's table");
  await casePage.files.rename('Name of the vendor’s side', 'Northwind');
  await expect(casePage.verdict.headline).toContainText("Northwind's table");
});

test('files are added to an open case, in any order', async ({ casePage }) => {
  await casePage.drop(smallCase.slice(0, 4));
  await expect(casePage.files.tables).toHaveCount(1);
  await casePage.drop(smallCase.slice(4));
  await expect(casePage.files.tables).toHaveCount(2);
  await expect(casePage.verdict.headline).toHaveText(HEADLINE);
});

test('a tolerance always says how many differences it hides', async ({ casePage, page }) => {
  await casePage.drop(smallCase);
  await expect(casePage.verdict.region).toBeVisible();
  await page.getByRole('button', { name: 'Change the columns' }).click();
  const dialog = page.getByRole('dialog', { name: 'How the columns are used' });
  await dialog.getByRole('textbox', { name: 'Tolerance of visits' }).fill('100');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(casePage.files.region).toContainText(
    /visits: up to 100 counts as equal\. This hides \d+ differences?\./,
  );
});

test('a new case starts from an empty page', async ({ casePage, page }) => {
  await casePage.drop(smallCase);
  await expect(casePage.verdict.region).toBeVisible();
  await page.getByRole('button', { name: 'New case' }).click();
  await expect(page.getByText('Drop all the files here at once')).toBeVisible();
});
