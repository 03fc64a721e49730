import type { Locator, Page } from '@playwright/test';

/** The pipeline as switches. */
export class ReplayPanel {
  readonly region: Locator;
  /** What the replay gives, as a sentence. */
  readonly sentence: Locator;
  readonly outcome: Locator;
  readonly plant: Locator;
  /** What is said aloud when an outcome has come. */
  readonly said: Locator;

  constructor(page: Page) {
    this.region = page.getByRole('region', { name: 'Replay the pipeline' });
    this.sentence = this.region.getByRole('heading', { level: 3 });
    this.outcome = this.region.getByRole('region', { name: 'What this replay gives' });
    this.plant = this.region.getByRole('region', { name: 'Plant a fault' });
    this.said = this.region.getByRole('status').first();
  }

  loaded(file: string): Locator {
    return this.region.getByRole('checkbox', { name: `${file} is loaded` });
  }

  rowsOf(file: string): Locator {
    return this.region.getByRole('slider', { name: `Rows of ${file} that arrive` });
  }

  rule(): Locator {
    return this.region.getByRole('combobox', { name: 'Which row of a key stands' });
  }

  async press(button: string): Promise<void> {
    await this.region.getByRole('button', { name: button, exact: true }).click();
  }
}
