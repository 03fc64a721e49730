import { createHash } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { fingerprintOf, sha256Of } from '@/lib/case/saved/case-id';

describe('the hash of a file', () => {
  test('is its SHA-256, in one piece or as it is read', async () => {
    for (const size of [0, 1, 63, 64, 200_003]) {
      const bytes = Uint8Array.from({ length: size }, (_, i) => (i * 7 + (i >> 8)) % 251);
      const expected = createHash('sha256').update(bytes).digest('hex');
      expect(await sha256Of(new Blob([bytes]))).toBe(expected);
      expect(await sha256Of(new Blob([bytes]), -1)).toBe(expected);
    }
  });
});

test('a page without the browser’s own hashing, as over plain http, gives the same hashes', async () => {
  const blob = new Blob(['customer_id,spend\n1,2\n']);
  const told = async () => [await sha256Of(blob), await fingerprintOf(['b', 'a'])];
  const expected = await told();
  vi.stubGlobal('crypto', {});
  try {
    expect(await told()).toEqual(expected);
  } finally {
    vi.unstubAllGlobals();
  }
});
