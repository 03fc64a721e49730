import type { Locator, Page } from '@playwright/test';
import { FilesPanel } from './files-panel';
import { VerdictPanel } from './verdict-panel';

/** A file as a test drops it. */
export interface TestFile {
  readonly name: string;
  readonly text: string;
}

/** The page where a case lives. */
export class CasePage {
  readonly page: Page;
  readonly files: FilesPanel;
  readonly verdict: VerdictPanel;
  readonly problems: Locator;

  constructor(page: Page) {
    this.page = page;
    this.files = new FilesPanel(page);
    this.verdict = new VerdictPanel(page);
    this.problems = page.getByRole('region', { name: 'To settle first' });
  }

  async open(): Promise<void> {
    await this.page.goto('./');
    await this.page.getByRole('button', { name: 'Choose files' }).waitFor();
  }

  async openSample(): Promise<void> {
    await this.page.getByRole('button', { name: 'Open the sample' }).click();
  }

  /** Through the file dialog. Paths, or files that exist only in the test. */
  async choose(files: readonly string[] | readonly TestFile[]): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: /^(Choose|Add) files$/ }).click();
    await (await chooser).setFiles(
      files.map((file) => (typeof file === 'string' ? file : payload(file))) as string[] | ReturnType<typeof payload>[],
    );
  }

  /** By dragging them onto the page. */
  async drop(files: readonly TestFile[]): Promise<void> {
    const transfer = await this.page.evaluateHandle((dropped) => {
      const held = new DataTransfer();
      for (const { name, text } of dropped) held.items.add(new File([text], name));
      return held;
    }, files);
    await this.page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  }

  async settle(button: string): Promise<void> {
    await this.problems.getByRole('button', { name: button }).click();
  }
}

function payload({ name, text }: TestFile) {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
}
