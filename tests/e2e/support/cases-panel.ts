import { readFileSync } from 'node:fs';
import type { Download, Locator, Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';

/** The cases that are kept, on the empty page or in their dialog, and what is said of keeping the open one. */
export class CasesPanel {
  readonly list: Locator;
  readonly kept: Locator;
  readonly dialog: Locator;
  readonly comments: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.list = page.getByRole('list', { name: 'Cases' }).getByRole('listitem');
    this.kept = page.getByText('Kept in this browser');
    this.dialog = page.getByRole('dialog', { name: 'Cases' });
    this.comments = page.getByRole('dialog', { name: 'Comments' });
  }

  async show(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Cases', exact: true }).click();
  }

  async showComments(): Promise<void> {
    await this.#page.getByRole('button', { name: /^Comments/ }).click();
  }

  async close(): Promise<void> {
    await this.#page.keyboard.press('Escape');
  }

  /** The open case as a file. */
  async export(): Promise<CaseFile> {
    const coming = this.#page.waitForEvent('download');
    await this.#page.getByRole('button', { name: 'Export the case' }).first().click();
    return caseFile(await coming);
  }

  async openFile(file: { readonly name: string; readonly buffer: Buffer }): Promise<void> {
    const chooser = this.#page.waitForEvent('filechooser');
    await this.#page.getByRole('button', { name: 'Open a case file' }).click();
    await (await chooser).setFiles({ ...file, mimeType: 'application/zip' });
  }

  /** The link to what is on the screen, as it is shown once it was asked for. */
  async link(): Promise<string> {
    await this.show();
    await this.dialog.getByRole('button', { name: 'Copy a link to this view' }).click();
    const link = await this.dialog.getByRole('status').locator('code').innerText();
    await this.close();
    return link;
  }
}

export interface CaseFile {
  readonly name: string;
  readonly buffer: Buffer;
  /** The text of an entry: "findings.json". */
  entry(path: string): string;
}

async function caseFile(download: Download): Promise<CaseFile> {
  const buffer = readFileSync(await download.path());
  const entries = unzipSync(buffer);
  return {
    name: download.suggestedFilename(),
    buffer,
    entry: (path) => strFromU8(entries[path] ?? new Uint8Array()),
  };
}
