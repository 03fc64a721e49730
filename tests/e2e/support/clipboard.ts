import type { Page } from '@playwright/test';

/** Runs on a page of the same origin that may read the clipboard, which the product's own pages may not. */
export async function inReader<T, A>(page: Page, read: (given: A) => Promise<T>, given: A): Promise<T> {
  const reader = await page.context().newPage();
  await reader.route('**/clipboard-reader', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Reader</title>' }),
  );
  await reader.goto(new URL('/clipboard-reader', page.url()).href);
  await reader.bringToFront();
  const result = await reader.evaluate(read as never, given as never);
  await reader.close();
  await page.bringToFront();
  return result as T;
}
