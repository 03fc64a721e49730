import { afterEach, expect, test, vi } from 'vitest';
import { openShelf } from '@/lib/case/saved/open-shelf';

afterEach(() => {
  vi.unstubAllGlobals();
});

function inBrowser({ secure, open }: { readonly secure: boolean; readonly open: () => unknown }): void {
  vi.stubGlobal('window', { isSecureContext: secure });
  vi.stubGlobal('indexedDB', { open });
  vi.stubGlobal('IDBRequest', EventTarget);
}

async function closedWhere(browser: Parameters<typeof inBrowser>[0]): Promise<string | null> {
  inBrowser(browser);
  const { shelf, closed } = await openShelf(1);
  expect(shelf.kind).toBe('memory');
  expect(await shelf.list()).toEqual({ ok: true, value: [] });
  return closed;
}

test('storage that never answers is not waited for: cases live in memory, and why is said', async () => {
  expect(await closedWhere({ secure: true, open: () => new EventTarget() })).toBe(
    'the storage of the browser does not answer',
  );
});

test('storage that is refused is said', async () => {
  const open = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
  expect(await closedWhere({ secure: true, open })).toMatch(/^the browser refuses storage here/);
});

test('a page that was opened over plain http says how it would be kept', async () => {
  expect(await closedWhere({ secure: false, open: () => expect.unreachable() })).toMatch(
    /opened over https, or from this machine$/,
  );
});
