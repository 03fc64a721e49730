import { describe, expect, it } from 'vitest';
import { numberingHoles } from '@/lib/core/premises/missing-export';
import { findingsOf } from '@/tests/support/findings-of';

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

describe('rows newer than any export', () => {
  const rows = (at: (hour: number, key: number) => number, spend: (key: number) => number) =>
    Array.from({ length: 20 }, (_, key) => {
      const day = `2026-0${key % 2 === 0 ? 1 : 7}-${String(10 + key).padStart(2, '0')}`;
      return `${key},${spend(key)},${day}T${String(at(8, key)).padStart(2, '0')}:30:00Z\n`;
    }).join('');
  const csv = (text: string) => `user_id,total_spend,updated_at\n${text}`;
  const deltas = csv(
    rows(
      (hour) => hour,
      (key) => 100 + key * 7,
    ),
  );

  it('are none where the rows of the files stand an hour later in winter and two in summer', async () => {
    const vendor = csv(
      rows(
        (hour, key) => hour + (key % 2 === 0 ? 1 : 2),
        (key) => 100 + key * 7,
      ),
    );
    expect((await findingsOf({ 'delta0.csv': deltas, 'vendor.csv': vendor })).missing).toBeNull();
  });

  it('say that a file is missing where nothing in the files is like them', async () => {
    const vendor = csv(
      rows(
        (hour, key) => hour + (key % 2 === 0 ? 1 : 2),
        (key) => 5000 + key * key,
      ),
    );
    expect((await findingsOf({ 'delta0.csv': deltas, 'vendor.csv': vendor })).missing).toMatchObject({
      reason: 'newer-rows',
    });
  });
});
