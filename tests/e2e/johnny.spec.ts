import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './support/test';

// The real files belong to a customer and are no part of the project: they lie beside it where they may be used.
const folder = path.resolve('../shared/data/johnny');
const files = existsSync(folder) ? readdirSync(folder).map((name) => path.join(folder, name)) : [];

test.skip(files.length === 0, `the files of the real case are not at ${folder}`);

test('the real case: the file, the proof, the gap and who is right', async ({ casePage }) => {
  await casePage.open();
  await casePage.choose(files);
  const { verdict } = casePage;
  await expect(verdict.headline).toHaveText("No row of delta3.csv took effect in AIQ's table.");
  for (const figure of [
    'Proved by replay',
    '33,904,525',
    '29,162,044',
    '4,742,481',
    '1,841 of 10,000 users',
    '9,969',
  ]) {
    await expect(verdict.region).toContainText(figure);
  }
  await expect(casePage.files.region).toContainText('7 files, 39,969 rows, 0 lines rejected.');
  await expect(casePage.files.deltas.nth(3)).toContainText('no effect in AIQ');
});

test('the unit, of which the files say nothing, is one choice away', async ({ casePage }) => {
  await casePage.open();
  await casePage.choose(files);
  const { verdict } = casePage;
  await expect(verdict.unit).toHaveValue('none');
  await expect(verdict.region).not.toContainText(/\$\d/);
  await verdict.unit.selectOption('$');
  for (const amount of ['$33,904,525', '$29,162,044', '$4,742,481']) await expect(verdict.region).toContainText(amount);
});

test('without the customer’s table the same fault is proved on the vendor’s', async ({ casePage }) => {
  await casePage.open();
  await casePage.choose(files.filter((file) => !file.includes('Johnny')));
  await expect(casePage.verdict.headline).toHaveText("No row of delta3.csv took effect in AIQ's table.");
  await expect(casePage.verdict.region).toContainText('Proved by replay');
});

test('with the sides swapped the fault stays with the table that has it', async ({ casePage }) => {
  await casePage.open();
  await casePage.choose(files);
  await expect(casePage.verdict.headline).toHaveText("No row of delta3.csv took effect in AIQ's table.");
  await casePage.files.swapSides();
  await expect(casePage.verdict.region).toContainText('AIQ is larger'.replace('AIQ', 'Johnny'));
  await expect(casePage.verdict.headline).toHaveText("No row of delta3.csv took effect in AIQ's table.");
});
