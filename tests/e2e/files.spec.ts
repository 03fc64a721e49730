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

test('the unit that is chosen beside the totals stays as files are added, and is undone', async ({ casePage }) => {
  const { verdict } = casePage;
  await casePage.drop(smallCase.slice(0, 4));
  await verdict.unit.selectOption('€');
  await expect(verdict.region).toContainText(/€[\d,]+/);
  await casePage.drop(smallCase.slice(4));
  await expect(verdict.headline).toHaveText(HEADLINE);
  await expect(verdict.unit).toHaveValue('€');
  await expect(verdict.region).toContainText(/€[\d,]+/);
  await casePage.files.undo('Bolt-summary.csv added');
  await casePage.files.undo('unit of spend changed');
  await expect(verdict.unit).toHaveValue('none');
  await expect(verdict.region).not.toContainText(/€\d/);
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

test('a table that changes sides keeps its name, and the accusation stays with it', async ({ casePage }) => {
  await casePage.drop(smallCase);
  await expect(casePage.verdict.headline).toHaveText(HEADLINE);
  await casePage.files.setRole('Acme-summary.csv', 'the customer’s table');
  await expect(casePage.files.region.getByRole('button', { name: 'Bolt. Name of the vendor’s side' })).toBeVisible();
  await expect(casePage.verdict.region).toContainText("Bolt's table is exactly what the three files should give");
  await expect(casePage.verdict.headline).toHaveText(HEADLINE);
});

test('two files that claim one side are asked about, and one click answers', async ({ casePage, page }) => {
  const [acme, bolt] = smallCase.slice(3);
  if (!acme || !bolt) throw new Error('the small case has no tables');
  await casePage.drop([
    ...smallCase.slice(0, 3),
    { name: 'Acme-warehouse.csv', text: acme.text },
    { name: 'Zeta-warehouse.csv', text: bolt.text },
    { name: 'Bolt-customer.csv', text: bolt.text },
  ]);
  await expect(casePage.problems).toContainText(
    "Acme-warehouse.csv and Zeta-warehouse.csv both claim to be the vendor's table.",
  );
  await expect(casePage.verdict.region).toBeHidden();
  await casePage.settle('Take Acme-warehouse.csv as the vendor’s table');
  await expect(casePage.verdict.headline).toHaveText(HEADLINE);
  await expect(casePage.files.leftOut).toContainText(['Zeta-warehouse.csv']);
  await page.keyboard.press('Control+z');
  await expect(casePage.problems).toBeVisible();
});

test('what was done to the files is undone step by step', async ({ casePage, page }) => {
  await casePage.drop(smallCase);
  await expect(casePage.verdict.headline).toHaveText(HEADLINE);
  await casePage.files.setRole('delta2.csv', 'left out');
  await expect(casePage.files.deltas).toHaveCount(2);
  await casePage.files.unfold('delta1.csv');
  await casePage.files.region.getByRole('button', { name: 'Remove delta1.csv' }).click();
  await expect(casePage.files.deltas).toHaveCount(1);
  await casePage.files.undo('delta1.csv removed');
  await expect(casePage.files.deltas).toHaveCount(2);
  await expect(casePage.files.leftOut).toContainText(['delta2.csv']);
  await casePage.files.undo('delta2.csv set aside');
  await expect(casePage.files.deltas).toHaveCount(3);
  await expect(casePage.verdict.headline).toHaveText(HEADLINE);
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeHidden();
});

test('the keys that undo leave a text to itself', async ({ casePage, page }) => {
  await casePage.drop(smallCase);
  await expect(casePage.verdict.headline).toHaveText(HEADLINE);
  await casePage.files.rename('Name of the vendor’s side', 'Northwind');
  await expect(casePage.verdict.headline).toContainText("Northwind's table");
  await casePage.files.region.getByRole('button', { name: 'Name of the vendor’s side' }).click();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Escape');
  await expect(casePage.verdict.headline).toContainText("Northwind's table");
  await page.keyboard.press('Control+z');
  await expect(casePage.verdict.headline).toHaveText(HEADLINE);
});

test('what came along and is no data is set aside, and the rest is compared', async ({ casePage }) => {
  await casePage.drop([
    ...smallCase,
    { name: 'ticket.json', text: '{"id": 7, "text": "totals differ"}' },
    { name: 'thread.pdf', text: '%PDF-1.7\n1 0 obj\n' },
  ]);
  await expect(casePage.verdict.headline).toHaveText(HEADLINE);
  await expect(casePage.files.leftOut).toContainText([
    /ticket\.json.*not a CSV file: it looks like text without columns\./,
    /thread\.pdf.*not a CSV file: it looks like a PDF\./,
  ]);
  await casePage.files.region.getByRole('button', { name: 'Remove ticket.json' }).click();
  await expect(casePage.files.leftOut).toHaveCount(1);
});

test('an export that came empty stays a delta, with a warning', async ({ casePage }) => {
  const [first, ...others] = smallCase;
  if (!first) throw new Error('the small case is empty');
  await casePage.drop([first, ...others, { name: 'delta3.csv', text: 'customer_id,spend,visits,batch\n' }]);
  await expect(casePage.verdict.region).toBeVisible();
  await expect(casePage.files.deltas).toHaveCount(4);
  await expect(casePage.files.deltas.nth(3)).toContainText('came empty: a header and no rows');
  await expect(casePage.files.region).toContainText('delta3.csv came empty: it has a header and no rows.');
});
