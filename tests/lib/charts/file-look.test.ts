import { describe, expect, it } from 'vitest';
import { fileLook, filePatterns, patternPath } from '@/lib/charts/file-look';

describe('fileLook', () => {
  it('tells 56 files apart by colour and pattern', () => {
    const looks = Array.from({ length: 56 }, (_, i) => JSON.stringify(fileLook(i)));
    expect(new Set(looks).size).toBe(56);
  });

  it('gives the first eight plain colours', () => {
    expect(Array.from({ length: 8 }, (_, i) => fileLook(i).pattern)).toEqual(Array(8).fill('solid'));
    expect(fileLook(11)).toEqual({ color: 3, pattern: 'rising' });
  });

  it('refuses what is no delta', () => {
    expect(() => fileLook(-1)).toThrow('not a delta index: -1');
  });

  it('draws each pattern but the plain one', () => {
    expect(filePatterns.filter((pattern) => patternPath(pattern) === null)).toEqual(['solid']);
  });
});
