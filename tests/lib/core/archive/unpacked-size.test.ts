import fc from 'fast-check';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { unpackedSize } from '@/lib/core/archive/unpacked-size';
import { bytesSource } from '@/lib/core/csv/byte-source';

const text = strToU8('id,n\n'.repeat(5000));
const sizeOf = (bytes: Uint8Array) => unpackedSize(bytesSource('a', bytes));

describe('the unpacked size', () => {
  it('is that of what an archive holds, and a plain file its own', async () => {
    expect(await sizeOf(text)).toBe(text.length);
    expect(await sizeOf(gzipSync(text))).toBe(text.length);
    expect(await sizeOf(zipSync({ 'a.csv': text, 'in/b.csv': text }))).toBe(2 * text.length);
    const commented = zipSync({ 'a.csv': [text, { comment: 'x'.repeat(300) }] }, { comment: 'y'.repeat(900) });
    expect(await sizeOf(commented)).toBe(text.length);
  });

  it('is never less than what is there, and no archive is too damaged to be asked', async () => {
    const archives = [gzipSync(text), zipSync({ 'a.csv': text, 'b.csv': text })];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...archives), fc.nat(), fc.nat(), fc.nat(), async (whole, cut, at, byte) => {
        const damaged = whole.slice(0, whole.length - (cut % whole.length));
        if (damaged.length > 2) damaged[2 + (at % (damaged.length - 2))] = byte;
        const size = await sizeOf(damaged);
        expect(size).toBeGreaterThanOrEqual(damaged.length);
      }),
      { numRuns: 2000 },
    );
  });
});
