import type { Locator, Page } from '@playwright/test';

/** What the page concludes. */
export class VerdictPanel {
  readonly region: Locator;
  readonly headline: Locator;
  /** What amounts are in. */
  readonly unit: Locator;
  /** What the files were taken to mean. */
  readonly premises: Locator;

  constructor(page: Page) {
    this.region = page.getByRole('article', { name: 'Verdict' });
    this.headline = this.region.getByRole('heading', { level: 1 });
    this.unit = this.region.getByRole('combobox', { name: /^Unit of / });
    this.premises = this.region.getByRole('region', { name: 'What the files were taken to mean' });
  }

  /** The facts or sentences under a heading. */
  list(title: string): Locator {
    return this.region.getByRole('region', { name: title }).getByRole('listitem');
  }
}
