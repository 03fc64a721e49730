import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { inReader } from './support/clipboard';
import { namedCase, namedKeys } from './support/named-case';
import { downloaded, mailText, sizeOfPng, TellPanel, type TellTab } from './support/tell-panel';
import { expect, test } from './support/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const TABS: readonly TellTab[] = ['To the engineer', 'To the customer', 'Report', 'Pictures', 'Files'];

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test.describe('telling people of the sample', () => {
  let tell: TellPanel;

  test.beforeEach(async ({ casePage, page }) => {
    tell = new TellPanel(page);
    await casePage.open();
    await casePage.openSample();
    await expect(page.getByRole('heading', { name: '1,841 of 10,000 users differ' })).toBeVisible();
  });

  test('the engineer’s letter holds the facts, ten examples and both listings, and is edited in place', async () => {
    await tell.open('To the engineer');
    await expect(tell.letter).toContainText('No row of delta3.csv took effect');
    await expect(tell.letter).toContainText('Ten example users');
    await expect(tell.letter).toContainText('import pandas');
    await expect(tell.letter).toContainText('The same in SQL');
    await expect(tell.letter).toContainText('Every number is from the findings');

    await tell.edit('Hello,', () => 'Hello, it is 1,842 users.');
    await expect(tell.letter).toContainText('1 number in your changes differs from the findings');
    await expect(tell.letter).toContainText('“1,842” is not a figure of the findings');
    await tell.edit('Hello,', () => 'Hello, it is 1,841 users.');
    await expect(tell.letter).toContainText('Every number in your changes is as the findings have it');

    const [to, from] = [
      tell.dialog.getByRole('group', { name: 'To' }),
      tell.dialog.getByRole('group', { name: 'From' }),
    ];
    await to.getByLabel('E-mail').fill('priya@example.com');
    await from.getByLabel('Name').fill('Sam Okoro');
    await tell.letter.getByRole('button', { name: 'Copy text' }).click();
    await expect(tell.letter).toContainText('Copied as plain text');
    const text = await tell.clipboard('text/plain');
    expect(text).toContain('Hello, it is 1,841 users.');
    expect(text).toContain('Sam Okoro');
    await tell.letter.getByRole('button', { name: 'Copy formatted' }).click();
    await expect(tell.letter).toContainText('Copied with its formatting');
    expect(await tell.clipboard('text/html')).toContain('<table style=');

    const { name, bytes } = await tell.download('Download .eml');
    expect(name).toMatch(/\.eml$/);
    expect(bytes.toString('latin1')).toContain('To: priya@example.com');
    expect(mailText(bytes)).toContain('Hello, it is 1,841 users.');
    const link = tell.letter.getByRole('link', { name: 'Open in mail program' });
    expect(await link.getAttribute('href')).toMatch(/^mailto:priya@example\.com\?subject=/);
  });

  test('a changed letter is kept with the case, and can be undone', async ({ page }) => {
    await tell.open('To the customer');
    await tell.edit('We looked into', (text) => text.replace('We looked into', 'Together we looked into'));
    await expect(tell.letter).toContainText('Together we looked into');
    await tell.close();
    await expect(page.getByText('Kept in this browser')).toBeVisible();
    await page.reload();
    await expect(page.getByRole('heading', { name: '1,841 of 10,000 users differ' })).toBeVisible();
    await tell.open('To the customer');
    await expect(tell.letter).toContainText('Together we looked into');
    await tell.letter.getByRole('button', { name: 'Undo every change' }).click();
    await expect(tell.letter).not.toContainText('Together');
  });

  test('every picture is a PNG, the summary of 1600 × 900 pixels', async ({ page }) => {
    await tell.open('Pictures');
    const names = await tell.dialog.getByRole('list', { name: 'Pictures' }).getByRole('button').allInnerTexts();
    expect(names).toHaveLength(7);
    for (const name of names) {
      await tell.choosePicture(name);
      const { name: file, bytes } = await tell.download('Download PNG');
      expect(file).toMatch(/\.png$/);
      const [width, height] = sizeOfPng(bytes);
      if (name.startsWith('Summary')) expect([width, height]).toEqual([1600, 900]);
      else expect(width).toBe(1520);
      // An empty picture packs into next to nothing.
      expect(bytes.length).toBeGreaterThan(20_000);
    }
    await tell.dialog.getByRole('button', { name: 'Copy picture' }).click();
    await expect(tell.dialog.getByText('Copied as a picture.')).toBeVisible();
    const types = await inReader(page, async () => [...((await navigator.clipboard.read())[0]?.types ?? [])], null);
    expect(types).toEqual(['image/png']);
  });

  test('a chart leads to its own picture', async ({ page }) => {
    await page.getByRole('button', { name: 'Picture of: delta3.csv is the whole gap' }).click();
    await expect(
      tell.dialog.getByRole('list', { name: 'Pictures' }).getByRole('button', { name: 'delta3.csv is the whole gap' }),
    ).toHaveAttribute('aria-pressed', 'true');
    await expect(tell.dialog.getByRole('region', { name: 'Picture' })).toContainText('delta0–4');
  });

  test('the rows leave as the table shows them, and the re-send file holds what is missing', async ({ page }) => {
    const csv = (await downloaded(page, page.getByRole('button', { name: 'Download CSV' }))).bytes.toString();
    const lines = csv.trimEnd().split('\r\n');
    expect(lines).toHaveLength(1842);
    const first = await page.getByRole('table').getByRole('row').nth(1).getByRole('cell').first().innerText();
    expect(lines[1]?.split(',')[0]).toBe(first);

    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    await expect(page.getByText('The first 1,000 rows copied')).toBeVisible();
    const copied = (await tell.clipboard('text/plain')).trimEnd().split('\n');
    expect(copied).toHaveLength(1001);
    expect(copied[1]?.split('\t')[0]).toBe(first);

    await tell.open('Files');
    const repair = await tell.download('Download the re-send file');
    expect(repair.bytes.toString().trimEnd().split(/\r?\n/)).toHaveLength(1842);
    await expect(tell.dialog.getByRole('region', { name: /^Re-send file/ })).toContainText(
      'would overwrite 632 newer users',
    );
  });

  test('the report opens from disk without a network, and holds WCAG 2.2 AA', async ({ browser }) => {
    await tell.open('Report');
    const { name, bytes } = await tell.download('Download HTML');
    const file = path.join(await mkdtemp(path.join(tmpdir(), 'report-')), name);
    await writeFile(file, bytes);
    const context = await browser.newContext({ offline: true });
    const page = await context.newPage();
    const broken: string[] = [];
    page.on('console', (message) => broken.push(message.text()));
    page.on('requestfailed', (request) => broken.push(request.url()));
    await page.goto(pathToFileURL(file).href);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      "No row of delta3.csv took effect in Ledgerly's table.",
    );
    await expect(page.getByRole('table').filter({ hasText: 'SHA-256' })).toContainText(/[0-9a-f]{64}/);
    expect(broken).toEqual([]);
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
    const printed = await page.pdf({ format: 'A4' });
    expect(printed.length).toBeGreaterThan(20_000);
    await context.close();
    const markdown = (await tell.download('Download Markdown')).bytes.toString();
    expect(markdown).toMatch(/^# No row of delta3\.csv took effect/);
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('every way to tell holds WCAG 2.2 AA', async ({ casePage, page }) => {
      const tell = new TellPanel(page);
      await casePage.open();
      await casePage.openSample();
      for (const tab of TABS) {
        await tell.open(tab);
        if (tab.startsWith('To')) await tell.letter.waitFor();
        const { violations } = await new AxeBuilder({ page }).include('dialog').withTags(TAGS).analyze();
        expect(
          violations.map(({ id, nodes }) => `${tab}, ${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
        ).toEqual([]);
      }
    });
  });
}

test('under the mask no key is in anything that is shown or leaves', async ({ casePage, page }) => {
  const tell = new TellPanel(page);
  const left: { readonly what: string; readonly text: string }[] = [];
  const take = (what: string, text: string) => left.push({ what, text });
  const keysIn = (text: string) => namedKeys.filter((key) => text.includes(key));

  await casePage.open();
  await casePage.drop(namedCase);
  await expect(page.getByRole('heading', { name: /members differ$/ })).toBeVisible();
  await expect(page.getByRole('table').getByRole('row').nth(1)).toContainText('QX-');
  const open = await downloaded(page, page.getByRole('button', { name: 'Download CSV' }));
  expect(keysIn(open.bytes.toString()).length).toBeGreaterThan(5);

  // A person names a key before masking is turned on.
  await tell.open('To the engineer');
  const example = keysIn(await tell.letter.innerText())[0] ?? '';
  expect(example).not.toBe('');
  await tell.edit('Hello,', () => `Hello, look at ${example}.`);
  await tell.close();

  await page.getByRole('button', { name: 'Mask members' }).click();
  await expect(page.getByRole('table').getByRole('row').nth(1)).toContainText('member-');
  await page.getByRole('table').getByRole('row').nth(1).getByRole('button').first().click();
  await expect(page.getByText('every version in batch order')).toBeVisible();
  take('the title', await page.title());
  take('the address', page.url());
  take('the page', await page.locator('body').innerHTML());
  take(
    'the CSV',
    (await downloaded(page, page.getByRole('button', { name: 'Download CSV' }))).bytes.toString('latin1'),
  );
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(page.getByText('to be pasted into a spreadsheet')).toBeVisible();
  take('the copied rows', await tell.clipboard('text/plain'));

  for (const tab of ['To the engineer', 'To the customer'] as const) {
    await tell.open(tab);
    await tell.letter.waitFor();
    take(tab, await tell.dialog.innerHTML());
    take(`${tab}, .eml`, mailText((await tell.download('Download .eml')).bytes));
    await tell.letter.getByRole('button', { name: 'Copy formatted' }).click();
    await expect(tell.letter).toContainText('Copied with its formatting');
    take(`${tab}, formatted`, await tell.clipboard('text/html'));
    take(`${tab}, text`, await tell.clipboard('text/plain'));
    const link = tell.letter.getByRole('link', { name: 'Open in mail program' });
    take(`${tab}, mailto`, decodeURIComponent((await link.getAttribute('href')) ?? ''));
  }
  await tell.open('Report');
  const html = (await tell.download('Download HTML')).bytes.toString();
  take('the report', html);
  const held = /base64,([^"]+)"/.exec(html)?.[1] ?? '';
  expect(Buffer.from(held, 'base64').toString()).toContain('member-');
  take('the rows in the report', Buffer.from(held, 'base64').toString());
  take('the report as Markdown', (await tell.download('Download Markdown')).bytes.toString());
  await tell.open('Pictures');
  for (const name of await tell.dialog.getByRole('list', { name: 'Pictures' }).getByRole('button').allInnerTexts()) {
    await tell.choosePicture(name);
    const picture = tell.dialog.getByRole('region', { name: 'Picture' });
    if (name.startsWith('The rows')) await expect(picture).toContainText('member-');
    take(`the picture ${name}`, (await tell.download('Download PNG')).bytes.toString('latin1'));
    take(`what the picture ${name} shows`, await picture.innerHTML());
  }
  await tell.open('Files');
  take('all rows', (await tell.download(/^All 40/)).bytes.toString('latin1'));
  await expect(tell.dialog.getByRole('region', { name: /^Re-send file/ })).toContainText(
    'Masking cannot apply to this file',
  );

  expect(left.flatMap(({ what, text }) => keysIn(text).map((key) => `${key} in ${what}`))).toEqual([]);
  expect(left.length).toBeGreaterThan(20);
});

test('the same pseudonym stands for a key everywhere in a case', async ({ casePage, page }) => {
  const tell = new TellPanel(page);
  await casePage.open();
  await casePage.drop(namedCase);
  await page.getByRole('button', { name: 'Mask members' }).click();
  const cell = page.getByRole('table').getByRole('row').nth(1).getByRole('cell').first();
  await expect(cell).toContainText('member-');
  const name = await cell.innerText();
  const csv = (await downloaded(page, page.getByRole('button', { name: 'Download CSV' }))).bytes.toString();
  expect(csv.split('\r\n')[1]).toContain(name);
  await tell.open('To the engineer');
  await expect(tell.letter).toContainText(name);
});

test('where the tables agree there is nothing to send', async ({ casePage, page }) => {
  const tell = new TellPanel(page);
  await casePage.open();
  const theirs = namedCase.at(-1);
  if (!theirs) throw new Error('the case has their table');
  await casePage.drop([
    ...namedCase.filter(({ name }) => name.startsWith('delta')),
    theirs,
    { ...theirs, name: 'Acme-summary.csv' },
  ]);
  await expect(casePage.verdict.headline).toContainText('The two tables agree');
  await tell.open('To the customer');
  await expect(tell.dialog).toContainText('There is nothing to send');
  await expect(tell.dialog).toContainText('There is no discrepancy to tell the customer about.');
});
