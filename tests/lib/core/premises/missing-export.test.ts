import { describe, expect, it } from 'vitest';
import { numberingHoles } from '@/lib/core/premises/missing-export';

describe('a hole in the numbering', () => {
  it.each([
    [['delta0.csv', 'delta1.csv', 'delta3.csv'], ['delta2.csv']],
    [['delta9.csv', 'delta11.csv'], ['delta10.csv']],
    [['part-00001-of-00005.csv', 'part-00002-of-00005.csv', 'part-00004-of-00005.csv'], ['part-00003-of-00005.csv']],
  ])('of %j is %j', (names, holes) => {
    expect(numberingHoles(names)).toEqual(holes);
  });

  it.each([
    [['delta0.csv', 'delta1.csv', 'delta2.csv']],
    [['delta2.csv', 'delta4.csv', 'delta6.csv', 'delta8.csv', 'delta10.csv']],
    [['export-2026-01-05.csv', 'export-2026-02-07.csv']],
    [['a.csv', 'b.csv']],
    [['delta7.csv']],
    [['x1000.csv', 'x2000.csv']],
  ])('is none in %j', (names) => {
    expect(numberingHoles(names)).toEqual([]);
  });
});
