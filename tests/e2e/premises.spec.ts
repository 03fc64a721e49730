import type { TestFile } from './support/case-page';
import { smallCase } from './support/small-case';
import { expect, test } from './support/test';

const HEADLINE = "No row of delta1.csv took effect in Acme's table.";

/** The small case with one file's text changed. */
function changed(name: string, change: (text: string) => string): readonly TestFile[] {
  return smallCase.map((file) => (file.name === name ? { name, text: change(file.text) } : file));
}

/** The small case whose versions are dates that can be read day first or month first; read day first they rise. */
const dated: readonly TestFile[] = smallCase.map(({ name, text }) => ({
  name,
  text: text.replace(/,(\d+)$/gm, (_, version: string) => {
    const day = Number(version);
    return `,${String((day % 12) + 1)}/${String(Math.floor(day / 12) + 1)}/2025`;
  }),
}));

test.beforeEach(async ({ casePage }) => {
  await casePage.open();
});

test('day and month are turned round in one place, compared again, and undone', async ({ casePage }) => {
  const { verdict, files } = casePage;
  await casePage.drop(dated);
  await expect(verdict.headline).toHaveText(HEADLINE);
  const order = verdict.premises.getByRole('combobox', { name: 'Day and month of batch' });
  await expect(order).toHaveValue('day-first');
  await order.selectOption('month first');
  await expect(verdict.headline).not.toHaveText(HEADLINE);
  await expect(verdict.premises).toContainText('month first');
  await files.undo('order of day and month changed');
  await expect(verdict.headline).toHaveText(HEADLINE);
});

test('a total that was left out is taken for data, and left out again', async ({ casePage }) => {
  const { verdict } = casePage;
  await casePage.drop(changed('Bolt-summary.csv', (text) => `${text}Grand Total,7461,,\n`));
  await expect(verdict.headline).toHaveText(HEADLINE);
  await verdict.premises.getByRole('button', { name: /^These are data: / }).click();
  const back = verdict.premises.getByRole('button', { name: /^Leave out again: / });
  await expect(back).toBeVisible();
  await back.click();
  await expect(verdict.premises.getByRole('button', { name: /^These are data: / })).toBeVisible();
  await expect(verdict.headline).toHaveText(HEADLINE);
});

test('the line of a header is chosen, and a slip is undone from the question it leads to', async ({
  casePage,
  page,
}) => {
  const { verdict, files } = casePage;
  await casePage.drop(changed('delta0.csv', (text) => `Bolt Ltd\nExport of 22 November\n\n${text}`));
  await expect(verdict.headline).toHaveText(HEADLINE);
  const line = verdict.premises.getByRole('textbox', { name: 'Header of delta0.csv on line' });
  await expect(line).toHaveValue('4');
  await line.fill('6');
  await page.keyboard.press('Enter');
  await expect(verdict.headline.or(casePage.problems)).not.toHaveText(HEADLINE);
  await files.undo('header of delta0.csv set to line 6');
  await expect(verdict.headline).toHaveText(HEADLINE);
  await expect(line).toHaveValue('4');
});

test('a hole in the numbering is asked about until the person says that no file is missing', async ({ casePage }) => {
  const { verdict } = casePage;
  await casePage.drop(smallCase.filter(({ name }) => name !== 'delta1.csv'));
  const none = verdict.premises.getByRole('button', { name: /^No file is missing: / });
  await expect(verdict.premises).toContainText('delta1.csv seems to be missing.');
  await none.click();
  await expect(none).toBeHidden();
  await verdict.premises.getByRole('button', { name: /^Look for a hole: / }).click();
  await expect(none).toBeVisible();
});

test('a file that was left out and fits the hole is pointed at, and taken back', async ({ casePage }) => {
  const { verdict, files } = casePage;
  await casePage.drop(smallCase);
  await expect(verdict.headline).toHaveText(HEADLINE);
  await files.setRole('delta1.csv', 'left out');
  await verdict.premises.getByRole('button', { name: /^Take delta1.csv as a delta: / }).click();
  await expect(files.deltas).toHaveCount(3);
  await expect(verdict.headline).not.toBeEmpty();
});

test('the agreed rule is one choice away', async ({ casePage }) => {
  const { verdict } = casePage;
  await casePage.drop(smallCase);
  await expect(verdict.headline).toHaveText(HEADLINE);
  await verdict.premises.getByRole('combobox', { name: 'The agreed rule' }).selectOption('the first arrival wins');
  await expect(verdict.headline).not.toHaveText(HEADLINE);
  await expect(verdict.premises.getByRole('combobox', { name: 'The agreed rule' })).toHaveValue('first-arrival');
});
