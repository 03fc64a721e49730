import { ReplayPanel } from './support/replay-panel';
import { expect, test } from './support/test';

const PROVED = "Running the pipeline again without delta3.csv gives Ledgerly's table exactly";
const RIGHT = "Running the pipeline as it should run gives Marlow Denim's table exactly";

test.beforeEach(async ({ casePage }) => {
  await casePage.open();
  await casePage.openSample();
});

test('the switches stand as the verdict says, and give either table', async ({ page }) => {
  const replay = new ReplayPanel(page);
  await expect(replay.sentence).toHaveText(PROVED);
  await expect(replay.outcome).toContainText('$29,162,044');
  await expect(replay.outcome).toContainText('10,000 of 10,000 rows');
  await expect(replay.loaded('delta3.csv')).not.toBeChecked();
  await replay.loaded('delta3.csv').check();
  await expect(replay.sentence).toHaveText(RIGHT);
  await expect(replay.outcome).toContainText("+$4,742,481, more than Ledgerly's total");
  await expect(replay.said).toHaveText(`${RIGHT}.`);
  await replay.press("Ledgerly's cause");
  await expect(replay.sentence).toHaveText(PROVED);
});

test('a file is cut by the keyboard, row by row', async ({ page }) => {
  const replay = new ReplayPanel(page);
  await replay.press('As it should be');
  await expect(replay.sentence).toHaveText(RIGHT);
  await replay.rowsOf('delta4.csv').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(replay.sentence).toHaveText(
    "Running the pipeline again with delta4.csv cut after row 2,482 falls 1 row short of Marlow Denim's table",
  );
  await page.keyboard.press('Home');
  await expect(replay.sentence).toContainText('without delta4.csv');
  await page.keyboard.press('End');
  await expect(replay.sentence).toHaveText(RIGHT);
});

test('the rule and rare faults can be tried, and a text that is no number changes nothing', async ({ page }) => {
  const replay = new ReplayPanel(page);
  await replay.press('As it should be');
  await replay.rule().selectOption('First arrival wins');
  await expect(replay.sentence).toContainText('again keeping the first row to arrive falls');
  await replay.press('As it should be');
  await expect(replay.rule()).toHaveValue('');
  await replay.press('More faults');
  await replay.region.getByRole('checkbox', { name: 'total_spend is held at a maximum' }).check();
  const max = replay.region.getByRole('textbox', { name: 'total_spend is held at a maximum: at' });
  await max.fill('7000');
  await expect(replay.sentence).toHaveText(/held at \$7,000 gives Marlow Denim's table exactly$/);
  await max.fill('a lot');
  await expect(replay.region.getByRole('alert')).toHaveText(/^A number/);
  await expect(replay.sentence).toContainText('held at $7,000');
  await page.keyboard.press('Tab');
  await expect(max).toHaveValue('7000');
});

test('a planted fault is found, and the open case stays as it is', async ({ casePage, page }) => {
  const replay = new ReplayPanel(page);
  await replay.press('As it should be');
  await expect(replay.plant.getByRole('button', { name: 'Plant and investigate' })).toBeDisabled();
  await replay.loaded('delta1.csv').uncheck();
  await replay.plant.getByRole('combobox').selectOption("in Marlow Denim's table");
  await replay.press('Plant and investigate');
  await expect(replay.plant).toContainText('It found exactly what was planted.');
  await expect(replay.plant).toContainText("No row of delta1.csv took effect in Marlow Denim's table.");
  await expect(replay.plant).toContainText('10,000 of 10,000 rows, proved by replay');
  await expect(casePage.verdict.headline).toHaveText("No row of delta3.csv took effect in Ledgerly's table.");
  await replay.press('As it should be');
  await expect(replay.sentence).toHaveText(RIGHT);
});

test('the button at the top leads to it', async ({ page }) => {
  const replay = new ReplayPanel(page);
  await expect(replay.sentence).toHaveText(PROVED);
  await page.getByRole('banner').getByRole('button', { name: 'Replay' }).click();
  await expect(page.getByRole('region', { name: 'Replay', exact: true })).toBeFocused();
  await expect(replay.sentence).toBeInViewport();
});
