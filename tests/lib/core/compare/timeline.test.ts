import { describe, expect, test } from 'vitest';
import { timelineOf } from '@/lib/core/compare/timeline';
import { type PlainCase, plainCase } from '@/tests/support/plain-case';
import { plainComparison } from '@/tests/support/plain-comparison';

function timeline(plain: PlainCase, k = 0) {
  return timelineOf(plainComparison(plainCase(plain)), k);
}

const deltas: PlainCase['deltas'] = [
  { file: 'delta0.csv', rows: [{ user_id: '7', total_spend: '10', batch_id: '5', tier: 'tin' }] },
  {
    file: 'delta1.csv',
    rows: [
      { user_id: '8', total_spend: '1', batch_id: '1', tier: 'tin' },
      { user_id: '7', total_spend: '30', batch_id: '40', tier: 'tin' },
      { user_id: '7', total_spend: '20', batch_id: '5', tier: '' },
    ],
  },
];

describe("a key's timeline", () => {
  test('stands in version order, equal versions in arrival order, and says where each stands', () => {
    const { key, versions } = timeline({ deltas, ours: [], attributes: ['tier'] });
    expect(key).toEqual(['7']);
    expect(
      versions.map(({ file, fileIndex, line, version, measure, attributes }) => [
        file,
        fileIndex,
        line,
        version,
        measure,
        attributes,
      ]),
    ).toEqual([
      ['delta0.csv', 0, 2, '5', '10', ['tin']],
      ['delta1.csv', 1, 4, '5', '20', [null]],
      ['delta1.csv', 1, 3, '40', '30', ['tin']],
    ]);
  });

  test('stands in arrival order where no column says the version', () => {
    const { versions } = timeline({ deltas, ours: [], version: null });
    expect(versions.map(({ measure, version }) => [measure, version])).toEqual([
      ['10', ''],
      ['30', ''],
      ['20', ''],
    ]);
  });

  test('names the columns that changed from the row above', () => {
    const { versions } = timeline({ deltas, ours: [], attributes: ['tier'] });
    expect(versions.map(({ changed }) => changed)).toEqual([
      [],
      ['total_spend', 'tier'],
      ['total_spend', 'tier', 'batch_id'],
    ]);
  });

  test('says which version each table took and which it should have', () => {
    const { versions, unmatched } = timeline({
      deltas,
      ours: [{ user_id: '7', total_spend: '10', batch_id: '5', tier: 'tin' }],
      theirs: [{ user_id: '7', total_spend: '30', batch_id: '40', tier: 'tin' }],
      attributes: ['tier'],
    });
    expect(versions.map(({ tookBy }) => tookBy)).toEqual([['ours'], [], ['expected', 'theirs']]);
    expect(unmatched).toEqual([]);
  });

  test('tells what a table holds that no delta does', () => {
    const { unmatched } = timeline({
      deltas,
      theirs: [{ user_id: '7', total_spend: '31', batch_id: '40', tier: 'tin' }],
      attributes: ['tier'],
    });
    expect(unmatched).toEqual([
      { side: 'theirs', row: { measure: '31', version: '40', attributes: ['tin'], file: null } },
    ]);
  });

  test('accounts for every row of a key that a table has more than once', () => {
    const { versions, unmatched } = timeline({
      deltas,
      ours: [
        { user_id: '7', total_spend: '30', batch_id: '40', tier: 'tin' },
        { user_id: '7', total_spend: '10', batch_id: '5', tier: 'tin' },
        { user_id: '7', total_spend: '99', batch_id: '5', tier: 'tin' },
      ],
      attributes: ['tier'],
    });
    expect(versions.map(({ tookBy }) => tookBy)).toEqual([['ours'], [], ['expected', 'ours']]);
    expect(unmatched.map(({ row }) => row.measure)).toEqual(['99']);
  });

  test('of a key that only a table has is empty but for that row', () => {
    const { versions, unmatched } = timeline({ deltas, ours: [{ user_id: '9', total_spend: '1', batch_id: '1' }] }, 2);
    expect(versions).toEqual([]);
    expect(unmatched.map(({ row }) => row.measure)).toEqual(['1']);
  });
});
