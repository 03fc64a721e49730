import { describe, expect, it } from 'vitest';
import { sipHash } from '@/lib/core/mask/siphash';

describe('SipHash-2-4', () => {
  it.each([
    [0, '726fdb47dd0e0e31'],
    [1, '74f839c593dc67fd'],
    [8, '93f5f5799a932462'],
    [15, 'a129ca6149be45e5'],
    [63, '958a324ceb064572'],
  ])('gives the published value for %i bytes', (length, hash) => {
    const key = [0x03020100, 0x07060504, 0x0b0a0908, 0x0f0e0d0c] as const;
    const [low, high] = sipHash(
      key,
      Uint8Array.from({ length }, (_, at) => at),
    );
    expect(high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0')).toBe(hash);
  });
});
