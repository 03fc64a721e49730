import { test as base, expect } from '@playwright/test';
import { CasePage } from './case-page';

/**
 * Every browser test also holds that the page keeps its promises: no error on the console, nothing refused by the
 * content security policy, and no request to anywhere but the page's own site. `promised` false: the test breaks something.
 */
export const test = base.extend<{
  readonly casePage: CasePage;
  readonly promised: boolean;
  readonly promises: undefined;
}>({
  promised: [true, { option: true }],
  casePage: async ({ page }, provide) => {
    await provide(new CasePage(page));
  },
  promises: [
    async ({ page, baseURL, promised }, provide) => {
      const own = new URL(baseURL ?? 'http://127.0.0.1').origin;
      const broken: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') broken.push(message.text());
      });
      page.on('pageerror', (error) => broken.push(String(error)));
      page.context().on('request', (request) => {
        const url = new URL(request.url());
        if (url.origin !== own && !['blob:', 'data:'].includes(url.protocol)) broken.push(`asked for ${request.url()}`);
      });
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          console.error(`refused by the policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
        });
      });
      await provide(undefined);
      if (promised) expect(broken).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
