import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { CasePage } from './support/case-page';
import { CasesPanel } from './support/cases-panel';
import { smallCase } from './support/small-case';
import { expect, test } from './support/test';

const HEADLINE = "No row of delta1.csv took effect in Acme's table.";

async function openSmallCase(casePage: CasePage): Promise<void> {
  await casePage.open();
  await casePage.drop(smallCase);
  await expect(casePage.verdict.headline).toHaveText(HEADLINE);
}

/** A page in a browser that has never been here. */
async function newProfile(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({ ...(baseURL === undefined ? {} : { baseURL }) });
  return context.newPage();
}

test('a case is kept, listed with its verdict, and opened again with everything that was chosen', async ({
  casePage,
  page,
}) => {
  const cases = new CasesPanel(page);
  await openSmallCase(casePage);
  await casePage.files.rename('Name of the vendor’s side', 'Acme Works');
  await expect(cases.kept).toBeVisible();
  await page.getByRole('button', { name: 'New case' }).click();
  await expect(cases.list).toHaveCount(1);
  await expect(cases.list).toContainText('No row of delta1.csv took effect');
  await expect(cases.list).toContainText('Proved');
  await expect(cases.list).toContainText('5 files');
  await cases.list.getByRole('button', { name: /^Open / }).click();
  await expect(casePage.verdict.headline).toContainText("Acme Works' table");
  await expect(casePage.files.deltas).toHaveCount(3);
  await expect(page.getByText('The findings differ')).toBeHidden();
});

test('a reload and a crash come back to the same screen', async ({ casePage, page, context }) => {
  const cases = new CasesPanel(page);
  await openSmallCase(casePage);
  await page.getByRole('combobox', { name: 'Which customers' }).selectOption('all customers');
  await page.getByRole('searchbox', { name: 'Find a customer' }).fill('1');
  await expect(page.getByRole('table', { name: '4 customers' })).toBeVisible();
  await page.getByRole('button', { name: '10', exact: true }).click();
  await expect(page.getByRole('heading', { name: /^Customer 10, every version/ })).toBeVisible();
  await cases.showComments();
  await expect(cases.kept).toBeVisible();

  const same = async (at: Page) => {
    await expect(new CasePage(at).verdict.headline).toHaveText(HEADLINE);
    await expect(at.getByRole('dialog', { name: 'Comments' })).toBeVisible();
    await at.keyboard.press('Escape');
    await expect(at.getByRole('combobox', { name: 'Which customers' })).toHaveValue('all');
    await expect(at.getByRole('searchbox', { name: 'Find a customer' })).toHaveValue('1');
    await expect(at.getByRole('heading', { name: /^Customer 10, every version/ })).toBeVisible();
  };
  await page.reload();
  await same(page);

  await cases.showComments();
  const url = page.url();
  const again = await context.newPage();
  await page.close({ runBeforeUnload: false });
  await again.goto(url);
  await same(again);
});

test('a comment on a user stays with the user, is listed with the others, and can be changed and taken away', async ({
  casePage,
  page,
}) => {
  const cases = new CasesPanel(page);
  await openSmallCase(casePage);
  await page.getByRole('button', { name: '11', exact: true }).click();
  const onKey = page.getByRole('region', { name: 'Comments on customer 11' });
  await onKey.getByRole('textbox', { name: 'Comment on customer 11' }).fill('Called twice.');
  await onKey.getByRole('textbox', { name: 'Your name' }).fill('Ada');
  await onKey.getByRole('button', { name: 'Add the comment' }).click();
  await expect(onKey.getByRole('listitem')).toContainText('Called twice.');
  await expect(cases.kept).toBeVisible();
  await page.reload();
  await cases.showComments();
  const listed = cases.comments.getByRole('list', { name: 'On customers' }).getByRole('listitem');
  await expect(listed).toContainText('customer 11');
  await expect(listed).toContainText('Ada');
  await listed.getByRole('button', { name: 'Change the comment: Called twice.' }).click();
  await listed.getByRole('textbox', { name: 'Comment' }).fill('Called three times.');
  await listed.getByRole('button', { name: 'Keep the change' }).click();
  await expect(onKey).toContainText('Called three times.');
  await listed.getByRole('button', { name: /^Take away the comment/ }).click();
  await expect(listed).toHaveCount(0);
});

test('the address and the link say nothing of the case', async ({ casePage, page }) => {
  const cases = new CasesPanel(page);
  await openSmallCase(casePage);
  await expect(cases.kept).toBeVisible();
  expect(new URL(page.url()).search).toMatch(/^\?case=[0-9A-Z]{16}$/);
  const link = new URL(await cases.link());
  expect([...link.searchParams.keys()]).toEqual(['case', 'files']);
  for (const word of ['Acme', 'Bolt', 'delta', 'spend', 'customer']) expect(link.href).not.toContain(word);
});

test('an exported case opens in a new profile with the same findings, byte for byte', async ({
  casePage,
  page,
  browser,
  baseURL,
}) => {
  const cases = new CasesPanel(page);
  await openSmallCase(casePage);
  await cases.showComments();
  await cases.comments.getByRole('textbox', { name: 'Comment on the case' }).fill('Asked for the bucket listing.');
  await cases.comments.getByRole('button', { name: 'Add the comment' }).click();
  await expect(cases.comments.getByRole('list', { name: 'On the case' })).toContainText(
    'Asked for the bucket listing.',
  );
  await cases.close();
  await cases.show();
  const file = await cases.export();
  expect(file.name).toMatch(/\.tieout$/);
  await cases.close();
  const link = await cases.link();

  const other = await newProfile(browser, baseURL);
  const theirs = new CasesPanel(other);
  await other.goto(link);
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(
    /^This link belongs to case [0-9A-Z]{4}-[0-9A-Z]{4}, which is not in this browser\.$/,
  );
  await theirs.openFile(file);
  await expect(new CasePage(other).verdict.headline).toHaveText(HEADLINE);
  await expect(other.getByRole('button', { name: 'Comments 1' })).toBeVisible();
  await expect(theirs.kept).toBeVisible();
  await expect(other.getByText('The findings differ')).toBeHidden();
  await theirs.show();
  const again = await theirs.export();
  expect(again.entry('findings.json')).toBe(file.entry('findings.json'));
  expect(JSON.parse(file.entry('findings.json'))).toMatchObject({ schema: 'tieout.findings/1' });
  expect(again.entry('files/1-delta1.csv')).toBe(smallCase[1]?.text);
  await other.context().close();
});

test('the sample, exported, needs no site any more', async ({ casePage, page, browser, baseURL }) => {
  const cases = new CasesPanel(page);
  await casePage.open();
  await casePage.openSample();
  await expect(casePage.verdict.headline).toContainText('No row of delta3.csv');
  await cases.show();
  const file = await cases.export();
  const other = await newProfile(browser, baseURL);
  await other.route('**/sample/**', (route) => route.abort());
  await other.goto('./');
  await new CasesPanel(other).openFile(file);
  await expect(new CasePage(other).verdict.headline).toContainText('No row of delta3.csv');
  await new CasesPanel(other).show();
  expect((await new CasesPanel(other).export()).entry('findings.json')).toBe(file.entry('findings.json'));
  await other.context().close();
});

test('two tabs on one case do not overwrite each other', async ({ casePage, page, context }) => {
  const first = new CasesPanel(page);
  await openSmallCase(casePage);
  await expect(first.kept).toBeVisible();
  const other = await context.newPage();
  await other.goto(page.url());
  const second = new CasesPanel(other);
  await expect(new CasePage(other).verdict.headline).toHaveText(HEADLINE);
  await expect(other.getByText('This case is open in another tab too.')).toBeVisible();

  await page.getByRole('button', { name: /Name of the case: edit/ }).click();
  await page.getByRole('textbox', { name: 'Name of the case' }).fill('Mine');
  await page.keyboard.press('Enter');
  await expect(other.getByText('This case was changed in another tab.')).toBeVisible();
  await other.getByRole('button', { name: /Name of the case: edit/ }).click();
  await other.getByRole('textbox', { name: 'Name of the case' }).fill('Theirs');
  await other.keyboard.press('Enter');
  await other.getByRole('button', { name: 'Keep this one as a case of its own' }).click();
  await expect(second.kept).toBeVisible();

  await page.getByRole('button', { name: 'New case' }).click();
  await expect(first.list.filter({ hasText: 'Mine' })).toHaveCount(1);
  await expect(first.list.filter({ hasText: 'Theirs (my version)' })).toHaveCount(1);
  await other.close();
});

test('a case is renamed, duplicated, deleted after a question, and brought back', async ({ casePage, page }) => {
  const cases = new CasesPanel(page);
  await openSmallCase(casePage);
  await expect(cases.kept).toBeVisible();
  await cases.show();
  const one = cases.dialog.getByRole('listitem');
  await one.getByRole('button', { name: /Name of the case: edit/ }).click();
  await one.getByRole('textbox', { name: 'Name of the case' }).fill('Renamed');
  await page.keyboard.press('Enter');
  await expect(one.getByRole('button', { name: 'Duplicate Renamed' })).toBeVisible();
  await one.getByRole('button', { name: 'Duplicate Renamed' }).click();
  await expect(cases.dialog.getByRole('listitem')).toHaveCount(2);
  await cases.dialog.getByRole('button', { name: 'Delete Renamed (copy)' }).click();
  await cases.dialog.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(cases.dialog.getByRole('listitem')).toHaveCount(1);
  await cases.dialog.getByRole('button', { name: 'Undo' }).click();
  await expect(cases.dialog.getByRole('listitem')).toHaveCount(2);
  await cases.dialog.getByRole('button', { name: 'Open Renamed (copy)' }).click();
  await cases.close();
  await expect(casePage.verdict.headline).toHaveText(HEADLINE);
  await expect(page.getByRole('button', { name: 'Renamed (copy). Name of the case: edit' })).toBeVisible();
});

test('large files go to the private file system and come back from it', async ({ casePage, page }) => {
  const cases = new CasesPanel(page);
  await casePage.open();
  const [first, ...others] = smallCase;
  const padding = `${'x'.repeat(97)}\n`.repeat(60_000);
  await page.evaluate(
    ({ files, padding: text }) => {
      const transfer = new DataTransfer();
      for (const file of files) transfer.items.add(new File([file.text], file.name));
      transfer.items.add(new File([`note\n${text}`], 'notes.csv'));
      document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }));
    },
    { files: [...(first ? [first] : []), ...others], padding },
  );
  await expect(cases.kept).toBeVisible({ timeout: 20_000 });
  const stored = await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('case-files');
    const sizes: number[] = [];
    for await (const entry of folder.values())
      if (entry instanceof FileSystemFileHandle) sizes.push((await entry.getFile()).size);
    return sizes;
  });
  expect(stored).toEqual([5 + 98 * 60_000]);
  await page.reload();
  await expect(casePage.problems).toContainText('notes.csv');
});

test('without room the case stays open, says so, and can be exported', async ({ casePage, page, baseURL }) => {
  const cases = new CasesPanel(page);
  await casePage.open();
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(baseURL ?? '').origin, quotaSize: 1 });
  await casePage.drop(smallCase);
  await expect(casePage.verdict.headline).toHaveText(HEADLINE);
  await expect(page.getByText('the browser has no room for its')).toBeVisible();
  expect((await cases.export()).entry('findings.json')).toContain('delta1.csv');
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(baseURL ?? '').origin });
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(cases.kept).toBeVisible();
  await expect(page.getByText('the browser has no room for its')).toBeHidden();
});

test('where the browser keeps nothing, the page says so and works on', async ({ casePage, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', {
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  });
  const cases = new CasesPanel(page);
  await openSmallCase(casePage);
  await expect(page.getByText('Nothing can be kept in this window')).toBeVisible();
  expect((await cases.export()).entry('findings.json')).toContain('delta1.csv');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('list, dialogs and the missing case hold WCAG 2.2 AA', async ({ casePage, page }) => {
      const cases = new CasesPanel(page);
      const expectNoViolations = async () => {
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
          .analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
      };
      await openSmallCase(casePage);
      await expect(cases.kept).toBeVisible();
      await cases.show();
      await cases.dialog.getByRole('button', { name: /^Delete / }).click();
      await expectNoViolations();
      await cases.close();
      await cases.showComments();
      await cases.comments.getByRole('textbox', { name: 'Comment on the case' }).fill('Asked.');
      await cases.comments.getByRole('button', { name: 'Add the comment' }).click();
      await expectNoViolations();
      await cases.close();
      await page.getByRole('button', { name: 'New case' }).click();
      await expect(cases.list).toHaveCount(1);
      await expectNoViolations();
      await page.goto('./?case=ZZZZZZZZZZZZZZZZ');
      await expect(page.getByRole('heading', { level: 1 })).toContainText('ZZZZ-ZZZZ');
      await expectNoViolations();
    });
  });
}
