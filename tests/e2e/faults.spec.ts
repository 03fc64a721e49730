import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { gzipSync, strToU8 } from 'fflate';
import { FILES_LOCK } from '@/lib/case/saved/browser-shelf';
import { CasesPanel } from './support/cases-panel';
import { type Asked, armFault, faultStruck, faultyWorker } from './support/faulty-worker';
import { smallCase } from './support/small-case';
import { TellPanel } from './support/tell-panel';
import { expect, test } from './support/test';

const HEADLINE = /^No row of delta1\.csv took effect/;
const ROWS = 'All 4 customers that differ are shown';
const STAGES: readonly Asked[] = ['read', 'investigate', 'rows', 'replay'];

/** Words that stand in one lazily loaded script each: what parses odd files, and what draws pictures, which comes last. */
const PARSER = 'BAD_DELIMITERS';
const PICTURES = 'foreignObject';

/** Whatever may be loaded ahead is there. */
async function everythingLoaded(page: Page): Promise<void> {
  const folder = path.join('out', '_next', 'static', 'chunks');
  const named = (word: string) =>
    readdirSync(folder).filter(
      (name) => name.endsWith('.js') && readFileSync(path.join(folder, name), 'utf8').includes(word),
    );
  const loaded = () => performance.getEntriesByType('resource').map(({ name }) => name.replace(/^.*\//, ''));
  await expect.poll(async () => page.evaluate(loaded)).toEqual(expect.arrayContaining(named(PICTURES)));
  await expect
    .poll(async () => (await Promise.all(page.workers().map((worker) => worker.evaluate(loaded)))).flat())
    .toEqual(expect.arrayContaining(named(PARSER)));
}

async function dropBytes(page: Page, files: readonly { name: string; bytes: Uint8Array }[]): Promise<void> {
  await page.evaluate(
    (dropped) => {
      const held = new DataTransfer();
      for (const { name, bytes } of dropped) held.items.add(new File([new Uint8Array(bytes)], name));
      document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: held }));
    },
    files.map(({ name, bytes }) => ({ name, bytes: [...bytes] })),
  );
}

function utf16(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
}

/** The scripts whose text holds the word do not arrive. */
async function blockScripts(page: Page, word: string): Promise<() => Promise<void>> {
  const chunks = '**/_next/static/chunks/**';
  await page.route(chunks, async (route) => {
    const answer = await route.fetch();
    if ((await answer.text()).includes(word)) await route.abort();
    else await route.fulfill({ response: answer });
  });
  return () => page.unrouteAll({ behavior: 'wait' });
}

async function killWorkers(page: Page): Promise<void> {
  for (const worker of page.workers())
    await worker.evaluate(() => {
      setTimeout(() => {
        throw new Error('it was killed');
      });
    });
}

/** Another tab, which is just keeping a case of its own and does not end with it until it is let go on. */
async function holdKeeping(context: BrowserContext): Promise<() => Promise<void>> {
  const other = await context.newPage();
  await other.goto('./');
  await other.evaluate(async (lock) => {
    await new Promise<void>((begun) => {
      void navigator.locks.request(lock, () => {
        begun();
        return new Promise(() => undefined);
      });
    });
  }, FILES_LOCK);
  return () => other.close();
}

test.describe('a worker', () => {
  for (const at of STAGES)
    test(`that is killed at “${at}” leaves the verdict, the rows and the replay as they are`, async ({
      casePage,
      page,
    }) => {
      await faultyWorker(page);
      await casePage.open();
      await armFault(page, 'dies', at);
      await casePage.drop(smallCase);
      await expect(casePage.verdict.headline).toHaveText(HEADLINE);
      await expect(page.getByText(ROWS)).toBeVisible();
      await expect(page.getByRole('region', { name: 'What this replay gives' })).toBeVisible();
    });

  test('that dies after the verdict is replaced when something is asked, with what was written still there', async ({
    casePage,
    page,
  }) => {
    await casePage.open();
    await casePage.drop(smallCase);
    await expect(casePage.verdict.headline).toHaveText(HEADLINE);
    await casePage.files.rename('Name of the vendor’s side', 'Warehouse');
    await killWorkers(page);
    await page.getByRole('button', { name: 'Tell people' }).click();
    const letter = page.getByRole('dialog', { name: 'Tell people' });
    await expect(letter).toContainText('Warehouse');
    await page.keyboard.press('Escape');
    await page.getByRole('combobox', { name: 'Which customers' }).selectOption('all customers');
    await expect(page.getByText('All 12 customers are shown')).toBeVisible();
    await expect(casePage.verdict.headline).toHaveText(HEADLINE);
  });

  for (const at of STAGES)
    test(`that says nothing at “${at}” is told of after 30 s, and restarted with the case as it is`, async ({
      casePage,
      page,
    }) => {
      await page.clock.install();
      await faultyWorker(page);
      await casePage.open();
      await armFault(page, 'hangs', at);
      await casePage.drop(smallCase);
      const notice = page.getByRole('status').filter({ hasText: 'The worker has not answered for 30 s.' });
      await expect(async () => {
        await page.clock.fastForward(31_000);
        await expect(notice).toBeVisible({ timeout: 100 });
      }).toPass();
      await notice.getByRole('button', { name: 'Wait' }).click();
      await expect(notice).toBeHidden();
      await page.clock.fastForward(31_000);
      await notice.getByRole('button', { name: 'Restart it' }).click();
      await expect(casePage.verdict.headline).toHaveText(HEADLINE);
      await expect(page.getByText(ROWS)).toBeVisible();
      await expect(notice).toBeHidden();
    });

  for (const at of ['read', 'investigate'] as const)
    test(`that is cancelled at “${at}” goes on when it is asked again`, async ({ casePage, page }) => {
      await faultyWorker(page);
      await casePage.open();
      await armFault(page, 'hangs', at);
      await casePage.drop(smallCase);
      await faultStruck(page);
      await page.getByRole('button', { name: 'Cancel' }).click();
      await expect(casePage.problems).toContainText('Reading was cancelled.');
      await casePage.settle('Try again');
      await expect(casePage.verdict.headline).toHaveText(HEADLINE);
    });
});

for (const at of ['read', 'investigate'] as const)
  test(`a reload at “${at}” says which case is not here, and what to do`, async ({ casePage, page }) => {
    page.on('dialog', (dialog) => void dialog.accept());
    await faultyWorker(page);
    await casePage.open();
    await armFault(page, 'hangs', at);
    await casePage.drop(smallCase);
    await faultStruck(page);
    await page.getByRole('button', { name: 'Cancel' }).waitFor();
    await page.reload();
    await expect(page.getByRole('heading', { name: /^This link belongs to case/ })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Go to the beginning' })).toBeVisible();
  });

test('a reload once the case is kept gives the same verdict and rows', async ({ casePage, page }) => {
  await casePage.open();
  await casePage.drop(smallCase);
  await expect(new CasesPanel(page).kept).toBeVisible();
  await page.reload();
  await expect(casePage.verdict.headline).toHaveText(HEADLINE);
  await expect(page.getByText(ROWS)).toBeVisible();
});

test.describe('while a case is being kept', () => {
  test('a worker that dies keeps nothing from being kept', async ({ casePage, page, context }) => {
    const goOn = await holdKeeping(context);
    await casePage.open();
    await casePage.drop(smallCase);
    await expect(page.getByText('Keeping …')).toBeVisible();
    await killWorkers(page);
    await page.getByRole('combobox', { name: 'Which customers' }).selectOption('all customers');
    await expect(page.getByText('All 12 customers are shown')).toBeVisible();
    await goOn();
    await expect(new CasesPanel(page).kept).toBeVisible();
    await page.reload();
    await expect(casePage.verdict.headline).toHaveText(HEADLINE);
  });

  test('a reload says that it is not kept yet, and once done leaves none that is half there', async ({
    casePage,
    page,
    context,
  }) => {
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    const goOn = await holdKeeping(context);
    await casePage.open();
    await casePage.drop(smallCase);
    await expect(page.getByText('Keeping …')).toBeVisible();
    await page.reload();
    await expect(page.getByRole('heading', { name: /^This link belongs to case/ })).toBeVisible();
    expect(asked).toEqual(['beforeunload']);
    await goOn();
    await page.getByRole('button', { name: 'Go to the beginning' }).click();
    await expect(page.getByRole('button', { name: 'Choose files' })).toBeVisible();
    await expect(new CasesPanel(page).list).toHaveCount(0);
    await casePage.drop(smallCase);
    await expect(new CasesPanel(page).kept).toBeVisible();
  });
});

test('a reload with a letter open has the case, and the letter as it was changed', async ({ casePage, page }) => {
  const tell = new TellPanel(page);
  await casePage.open();
  await casePage.drop(smallCase);
  await expect(new CasesPanel(page).kept).toBeVisible();
  await tell.open('To the engineer');
  const subject = tell.letter.getByRole('textbox', { name: 'Subject' });
  await subject.fill('Which file was it?');
  await tell.close();
  await expect(new CasesPanel(page).kept).toBeVisible();
  await tell.open('To the engineer');
  await page.reload();
  await expect(casePage.verdict.headline).toHaveText(HEADLINE);
  await expect(tell.dialog).toBeVisible();
  await expect(subject).toHaveValue('Which file was it?');
});

test.describe('without a network', () => {
  test.use({ promised: false });

  test('everything that the page and its worker need is there already', async ({ casePage, page, context }) => {
    await casePage.open();
    await everythingLoaded(page);
    const failed: string[] = [];
    page.on('requestfailed', (request) => failed.push(new URL(request.url()).pathname));
    await context.setOffline(true);
    const [first, second, ...others] = smallCase;
    if (!first || !second) throw new Error('the small case is empty');
    await dropBytes(page, [
      { name: 'delta0.csv.gz', bytes: gzipSync(strToU8(first.text)) },
      { name: second.name, bytes: utf16(second.text) },
      ...others.map(({ name, text }) => ({ name, bytes: strToU8(text) })),
    ]);
    await expect(casePage.verdict.headline).toHaveText(HEADLINE);
    await expect(page.getByRole('region', { name: 'Evidence' }).getByRole('heading').first()).toBeVisible();
    await expect(page.getByText(ROWS)).toBeVisible();
    await expect(page.getByRole('region', { name: 'What this replay gives' })).toBeVisible();
    await page.getByRole('button', { name: 'Tell people' }).click();
    const tell = page.getByRole('dialog', { name: 'Tell people' });
    for (const tab of ['To the customer', 'Report', 'Pictures', 'Files']) {
      await tell.getByRole('tab', { name: tab }).click();
      await expect(tell.getByRole('tabpanel')).not.toBeEmpty();
    }
    await page.keyboard.press('Escape');
    const cases = new CasesPanel(page);
    await cases.show();
    expect((await cases.export()).entry('case.json')).toContain('delta1.csv');
    await cases.close();
    await cases.showComments();
    await expect(cases.comments).toBeVisible();
    // The browser asks for the icon by itself.
    expect(failed.filter((asked) => !asked.endsWith('/icon.svg'))).toEqual([]);
  });
});

test.describe('a part that cannot be loaded', () => {
  test.use({ promised: false });

  test('says so in its place and is loaded when tried again, while the rest of the page stays', async ({
    casePage,
    page,
  }) => {
    const unblock = await blockScripts(page, 'recharts');
    await casePage.open();
    await casePage.drop(smallCase);
    const notice = page.getByRole('alert').filter({ hasText: 'The charts could not be loaded.' });
    await expect(notice).toContainText('Nothing of the case is lost.');
    await expect(casePage.verdict.headline).toHaveText(HEADLINE);
    await expect(page.getByText(ROWS)).toBeVisible();
    await unblock();
    await notice.getByRole('button', { name: 'Try again' }).click();
    await expect(notice).toBeHidden();
    await expect(page.getByRole('region', { name: 'Evidence' }).getByRole('heading').first()).toBeVisible();
  });

  test('in the worker is a problem with a next step, and is asked for anew', async ({ casePage, page }) => {
    const unblock = await blockScripts(page, PARSER);
    await casePage.open();
    await dropBytes(
      page,
      smallCase.map(({ name, text }) => ({ name, bytes: utf16(text) })),
    );
    await expect(casePage.problems).toContainText('A part of Tieout that this needs could not be loaded.');
    await unblock();
    await casePage.settle('Try again');
    await expect(casePage.verdict.headline).toHaveText(HEADLINE);
  });

  test('because the site has a newer version says so', async ({ casePage, page, baseURL }) => {
    await blockScripts(page, 'recharts');
    await casePage.open();
    await page.route(baseURL ?? '', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<script src="/_next/static/chunks/newer.js"></script>' }),
    );
    await casePage.drop(smallCase);
    await expect(page.getByText('A newer version of Tieout is here')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Reload the page' })).toBeVisible();
    await expect(casePage.verdict.headline).toHaveText(HEADLINE);
  });
});

test('storage that never answers is said, and the case goes on without it', async ({ casePage, page }) => {
  await page.addInitScript(() => {
    const factory = IDBFactory.prototype as { open: (name: string) => IDBOpenDBRequest };
    const { open } = factory;
    factory.open = function (this: IDBFactory, name: string) {
      return Object.assign(open.call(this, name), { addEventListener: () => undefined });
    };
  });
  await casePage.open();
  await casePage.drop(smallCase);
  await expect(casePage.verdict.headline).toHaveText(HEADLINE);
  await expect(
    page.getByText('Nothing can be kept in this window: the storage of the browser does not answer.'),
  ).toBeVisible();
  await expect(page.getByText('Not kept', { exact: true })).toBeVisible();
});

test('a file that changes on disk and is dropped again comes back to its place in the order of arrival', async ({
  casePage,
}, info) => {
  const files = smallCase.map(({ name, text }) => {
    const file = info.outputPath(name);
    writeFileSync(file, text);
    return file;
  });
  const names = () =>
    casePage.files.deltas.evaluateAll((items) => items.map((item) => /delta\d/.exec(item.textContent)?.[0]));
  await casePage.open();
  await casePage.choose(files);
  await expect(casePage.verdict.headline).toHaveText(HEADLINE);
  await casePage.files.unfold('delta0.csv');
  await casePage.files.moveLater('delta0.csv');
  await expect.poll(names).toEqual(['delta1', 'delta0', 'delta2']);
  const delta = files[1] ?? '';
  const text = readFileSync(delta, 'utf8');
  writeFileSync(delta, `${text}99,1,1,99\n`);
  await casePage.drop([{ name: 'delta3.csv', text: 'customer_id,spend,visits,batch\n1,900,9,90\n' }]);
  await expect(casePage.problems).toContainText('delta1.csv was removed or changed on disk since it was given.');
  await expect(casePage.verdict.region).toBeHidden();
  writeFileSync(delta, text);
  await casePage.choose([path.resolve(delta)]);
  await expect(casePage.verdict.region).toBeVisible();
  await expect.poll(names).toEqual(['delta1', 'delta0', 'delta2', 'delta3']);
});
