import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { inReader } from './clipboard';

export type TellTab = 'To the engineer' | 'To the customer' | 'Report' | 'Pictures' | 'Files';

/** Everything that tells others of a case. */
export class TellPanel {
  readonly dialog: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.dialog = page.getByRole('dialog', { name: 'Tell people' });
  }

  async open(tab: TellTab): Promise<void> {
    if (!(await this.dialog.isVisible())) await this.#page.getByRole('button', { name: 'Tell people' }).click();
    await this.dialog.getByRole('tab', { name: tab }).click();
  }

  async close(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Close' }).click();
    await this.dialog.waitFor({ state: 'hidden' });
  }

  /** The letter that is shown. */
  get letter(): Locator {
    return this.dialog.getByRole('region', { name: /^E-mail to the/ });
  }

  /** Changes one passage, found by how it begins. */
  async edit(beginning: string, change: (text: string) => string): Promise<void> {
    const button = this.letter.getByRole('button', { name: `Edit “${beginning}` });
    await button.focus();
    await button.press('Enter');
    const field = this.letter.getByRole('textbox', { name: `Passage “${beginning}` });
    await field.fill(change(await field.inputValue()));
    await field.press('Control+Enter');
  }

  choosePicture(name: string | RegExp): Promise<void> {
    return this.dialog.getByRole('list', { name: 'Pictures' }).getByRole('button', { name }).click();
  }

  /** What a button downloads. */
  async download(button: string | RegExp): Promise<{ readonly name: string; readonly bytes: Buffer }> {
    return downloaded(this.#page, this.dialog.getByRole('button', { name: button }));
  }

  async clipboard(type: 'text/plain' | 'text/html'): Promise<string> {
    return inReader(
      this.#page,
      async (wanted: string) => {
        // Cleaning would drop the styles under the page's own policy, as a page that pastes does not.
        const clipboard = navigator.clipboard as {
          read(raw: { readonly unsanitized: readonly string[] }): Promise<ClipboardItems>;
        };
        const [item] = await clipboard.read({ unsanitized: ['text/html'] });
        return item ? (await item.getType(wanted)).text() : '';
      },
      type,
    );
  }
}

export async function downloaded(
  page: Page,
  button: Locator,
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const coming = page.waitForEvent('download');
  await button.click();
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** Quoted-printable as text. */
export function mailText(eml: Buffer): string {
  const bytes = eml
    .toString('latin1')
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** Width and height in pixels. */
export function sizeOfPng(bytes: Buffer): readonly [number, number] {
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}
