import { smallCase } from './support/small-case';
import { expect, test } from './support/test';

const BAD = [
  { name: 'delta9.csv', text: '', says: 'delta9.csv is empty.' },
  {
    name: 'delta9.csv',
    text: 'customer_id,spend,visits,batch\n1,2,"3,4\n',
    says: 'delta9.csv, line 2: a quote is opened here and never closed.',
  },
  {
    name: 'delta9.csv',
    text: 'customer_id,spend,spend,batch\n1,2,3,4\n',
    says: 'delta9.csv, line 1: the column "spend" occurs twice.',
  },
  {
    name: 'delta9.csv',
    text: '%PDF-1.7\n%âãÏÓ\n1 0 obj\n',
    says: 'delta9.csv is not a CSV file: it looks like a PDF.',
  },
  {
    name: 'delta9.csv',
    text: '<!DOCTYPE html>\n<title>503 Service Unavailable</title>\n',
    says: 'delta9.csv is not a CSV file: it looks like text without columns.',
  },
] as const;

test.beforeEach(async ({ casePage }) => {
  await casePage.open();
});

for (const { name, text, says } of BAD) {
  test(`a bad file is named with its place, and the case goes on without it: ${says}`, async ({ casePage }) => {
    await casePage.drop([...smallCase, { name, text }]);
    await expect(casePage.problems).toContainText(says);
    await expect(casePage.verdict.region).toBeHidden();
    await casePage.settle(`Leave out ${name}`);
    await expect(casePage.verdict.region).toBeVisible();
  });
}

test('rejected lines are counted and listed with line, column and reason', async ({ casePage, page }) => {
  const [first, ...others] = smallCase;
  if (!first) throw new Error('the small case is empty');
  // Few of the lines: a file that is mostly unread gets no verdict.
  const sound = Array.from({ length: 40 }, (_, i) => `${100 + i},${i},1,${100 + i}\n`).join('');
  const flawed = `${first.text}${sound}13,1\n14,abc,3,13\n,5,3,14\n15,soon,3,15\n`;
  await casePage.drop([{ name: first.name, text: flawed }, ...others]);
  await expect(casePage.files.region).toContainText('4 lines rejected');
  await casePage.files.unfold('delta0.csv');
  await casePage.files.region.getByRole('button', { name: 'Rejected lines' }).click();
  const lines = page.getByRole('dialog', { name: '4 lines of delta0.csv rejected' }).getByRole('listitem');
  await expect(lines).toHaveText([
    'delta0.csv, line 54: the row has fewer cells than the header: 13,1',
    'delta0.csv, line 55, column "spend": "abc" is not a number.',
    'delta0.csv, line 56, column "customer_id": the key is empty.',
    'delta0.csv, line 57, column "spend": "soon" is not a number.',
  ]);
});

test('a file without a header is asked about: a line can be pointed at, and the slip undone', async ({ casePage }) => {
  const { problems } = casePage;
  await casePage.drop([...smallCase, { name: 'delta9.csv', text: '13,100,1,60\n14,110,2,61\n15,120,3,62\n' }]);
  await expect(problems).toContainText('delta9.csv, line 1: "13,100,1,60" is no header.');
  await problems.getByRole('textbox', { name: 'Header of delta9.csv on line' }).fill('1');
  await casePage.settle('Read delta9.csv so');
  await expect(problems).not.toContainText('is no header');
  await casePage.settle('Undo: header of delta9.csv set to line 1');
  await expect(problems).toContainText('is no header');
  await casePage.settle('Leave out delta9.csv');
  await expect(casePage.verdict.region).toBeVisible();
});

test('a file in two encodings asks which it is, and is read so', async ({ casePage, page }) => {
  const { problems } = casePage;
  const [, ...others] = smallCase;
  const mixed = 'customer_id,spend,visits,batch\nZürich,1,1,1\nM\xfcnchen,2,2,2\n';
  const bytes = Buffer.from(mixed.replace('Zürich', 'Z\xc3\xbcrich'), 'latin1');
  await page
    .locator('input[type=file][multiple]')
    .setInputFiles([
      { name: 'delta0.csv', mimeType: 'text/csv', buffer: bytes },
      ...others.map(({ name, text }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })),
    ]);
  await expect(problems).toContainText('delta0.csv, line 3: the line has bytes of another encoding');
  await expect(problems.getByRole('button', { name: 'Read delta0.csv as UTF-8' })).toBeHidden();
  await casePage.settle('Read delta0.csv as windows-1252');
  await expect(casePage.verdict.region).toContainText('delta0.csv is read as windows-1252. As you said.');
});

test('tables alone ask for the deltas', async ({ casePage }) => {
  await casePage.drop(smallCase.slice(3));
  await expect(casePage.problems).toContainText('None of the files is a delta.');
  await casePage.drop(smallCase.slice(0, 3));
  await expect(casePage.verdict.region).toBeVisible();
});

test('a folder that the browser does not open is told, until it is dismissed', async ({ casePage, page }) => {
  await page.evaluate(() => {
    const entry = {
      isFile: false,
      isDirectory: true,
      name: 'exports',
      createReader: () => ({
        readEntries: (_: unknown, failed: (error: Error) => void) => {
          failed(new Error('not allowed'));
        },
      }),
    };
    DataTransferItem.prototype.webkitGetAsEntry = () => entry as unknown as FileSystemEntry;
  });
  await casePage.drop([{ name: 'exports', text: '' }]);
  const notice = page.getByRole('alert').filter({ hasText: 'The browser could not open exports.' });
  await expect(notice).toContainText('drop the files themselves');
  await notice.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notice).toBeHidden();
});
