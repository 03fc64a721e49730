import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { smallCase } from './support/small-case';
import { expect, test } from './support/test';

test.use({ promised: false });

interface Attempts {
  readonly asked: string;
  readonly evaluated: string;
}

/** A page or a worker. */
interface Place {
  evaluate(run: (address: string) => Promise<Attempts>, address: string): Promise<Attempts>;
}

/** What code inside a page or a worker comes to that asks another site, or runs a text as code. */
function attempts(where: Place, address: string): Promise<Attempts> {
  return where.evaluate(async (foreign) => {
    // What a debugger runs may evaluate texts, and is over once a timer fires.
    const outcome = (work: () => unknown) =>
      new Promise<void>((resolve) => setTimeout(resolve)).then(work).then(
        () => 'done',
        () => 'refused',
      );
    return {
      asked: await outcome(() => fetch(foreign, { mode: 'no-cors' })),
      // biome-ignore lint/security/noGlobalEval: that it is refused is what is tested
      evaluated: await outcome(() => globalThis.eval('1 + 1') as unknown),
    };
  }, address);
}

test('neither the page nor its worker can ask another site or run a text as code', async ({ casePage, page }) => {
  let heard = 0;
  const foreign = createServer((_, response) => {
    heard++;
    response.end();
  });
  await new Promise<void>((resolve) => foreign.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(foreign.address() as AddressInfo).port}/`;
  await casePage.open();
  await casePage.drop(smallCase);
  await expect(casePage.verdict.headline).toHaveText(/^No row of delta1\.csv took effect/);

  expect(page.workers().length).toBeGreaterThan(0);
  for (const where of [page, ...page.workers()]) {
    expect(await attempts(where, address)).toEqual({ asked: 'refused', evaluated: 'refused' });
  }
  expect(heard).toBe(0);
  foreign.close();
});

test('no other page can show it in a frame', async ({ casePage, page, baseURL }) => {
  await casePage.open();
  const headers = (await page.request.get('./')).headers();
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  const before = page.frames().length;
  await page.goto('about:blank');
  await page.setContent(`<iframe src="${baseURL ?? ''}"></iframe>`);
  const frame = page.frames()[before];
  await expect.poll(() => frame?.url()).toMatch(/^chrome-error:/);
});
