import { expect, it } from 'vitest';
import {
  formatVersion,
  list,
  numberWord,
  plural,
  possessive,
  rowRanges,
  sameNote,
  spoken,
  valuesOf,
  versionRange,
  withArticle,
} from '@/lib/core/phrases/phrases';
import { entityOf } from '@/lib/core/words/entity';

it('a list has commas and one conjunction', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((items) => list(items))).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ]);
  expect(list(['a', 'b'], 'or')).toBe('a or b');
});

it('one is singular, all else plural', () => {
  expect([0, 1, 2, 5495].map((count) => plural(count, 'user', 'users'))).toEqual([
    '0 users',
    '1 user',
    '2 users',
    '5,495 users',
  ]);
});

it('a name that ends in s takes the apostrophe alone', () => {
  expect(["Johnny's Jeans", 'AIQ', 'Acme'].map(possessive)).toEqual(["Johnny's Jeans'", "AIQ's", "Acme's"]);
});

it('small numbers are words', () => {
  expect([1, 5, 10, 11, 1200].map(numberWord)).toEqual(['one', 'five', 'ten', '11', '1,200']);
});

it('the article follows the sound', () => {
  expect(['user', 'account', 'customer', 'item', 'unit', 'umbrella', 'order'].map(withArticle)).toEqual([
    'a user',
    'an account',
    'a customer',
    'an item',
    'a unit',
    'an umbrella',
    'an order',
  ]);
});

it('versions are grouped unless they are a day or a timestamp', () => {
  expect(['4501', '-1200', '20240131', '1706659200000', '2024-01-31', 'a2'].map(formatVersion)).toEqual([
    '4,501',
    '−1,200',
    '20240131',
    '1706659200000',
    '2024-01-31',
    'a2',
  ]);
  expect(versionRange('4501', '6000')).toBe('4,501–6,000');
  expect(versionRange('7', '7')).toBe('7');
});

it('row ranges count from one and leave out the empty', () => {
  expect(
    rowRanges([
      { from: 0, to: 500 },
      { from: 600, to: 600 },
      { from: 700, to: 2519 },
    ]),
  ).toBe('rows 1–500 and 701–2,519');
  expect(rowRanges([{ from: 4, to: 5 }])).toBe('row 5');
});

it('a range of equal outcomes is told only where it is one', () => {
  expect(sameNote({ min: '1230', max: '1236' }, 'cut from row')).toBe(
    ' (any cut from row 1,230 to 1,236 gives the same table)',
  );
  expect(sameNote({ min: '5', max: '5' }, 'cut from row')).toBe('');
  expect(sameNote(undefined, 'cut from row')).toBe('');
});

it('column names are spoken without underscores', () => {
  expect(spoken('total_spend')).toBe('total spend');
  expect(valuesOf('batch_id')).toBe('batch ids');
  expect(valuesOf('updated_at')).toBe('updated_at values');
});

it('the entity is read from the key column', () => {
  const names = [
    'user_id',
    'customer',
    'CustomerID',
    'userId',
    'company_id',
    'LOYALTY_MEMBER_NO',
    'users',
    'id',
    'k1',
    'paid',
    'batch_id',
  ];
  expect(names.map((name) => entityOf(name).many)).toEqual([
    'users',
    'customers',
    'customers',
    'users',
    'companies',
    'loyalty members',
    'users',
    'keys',
    'keys',
    'keys',
    'batches',
  ]);
  expect(entityOf(['user_id', 'store_id'])).toEqual({ one: 'key', many: 'keys' });
});
