import type { Locator, Page } from '@playwright/test';

/** The files beside the case. */
export class FilesPanel {
  readonly region: Locator;
  readonly tables: Locator;
  readonly deltas: Locator;
  readonly leftOut: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.region = page.getByRole('complementary', { name: 'Files' });
    this.tables = this.region.getByRole('region', { name: 'Tables' }).getByRole('listitem');
    this.leftOut = this.region.getByRole('region', { name: 'Left out' }).getByRole('listitem');
    this.deltas = this.region.getByRole('region', { name: 'Deltas, in order of arrival' }).getByRole('listitem');
  }

  /** @param what "delta1.csv set aside" */
  async undo(what: string): Promise<void> {
    await this.region.getByRole('button', { name: `Undo: ${what}` }).click();
  }

  async swapSides(): Promise<void> {
    await this.region.getByRole('button', { name: 'Swap the sides' }).click();
  }

  async unfold(file: string): Promise<void> {
    await this.region.getByRole('button', { name: `Details of ${file}` }).click();
  }

  /** @param role as the page names it: "left out", "delta". */
  async setRole(file: string, role: string): Promise<void> {
    await this.unfold(file);
    await this.region.getByRole('combobox', { name: `Role of ${file}` }).selectOption(role);
  }

  async moveLater(file: string): Promise<void> {
    await this.region.getByRole('button', { name: `${file} arrives later` }).click();
  }

  /** @param label "Name of the vendor’s side" */
  async rename(label: string, name: string): Promise<void> {
    await this.region.getByRole('button', { name: label }).click();
    await this.region.getByRole('textbox', { name: label }).fill(name);
    await this.#page.keyboard.press('Enter');
  }
}
