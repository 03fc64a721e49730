import { expect, it } from 'vitest';
import { type Rejection, withoutKey } from '@/lib/core/rejection';
import { describeRejection } from '@/lib/core/words/rejections';

const line: Rejection = { line: 9, column: null, reason: 'too-few-cells', text: 'ana@example.org,2' };
const cell: Rejection = { line: 7, column: 'total_spend', reason: 'not-a-number', text: 'n/a' };

it.each<[Rejection, string]>([
  [cell, 'delta1.csv, line 7, column "total_spend": "n/a" is not a number.'],
  [line, 'delta1.csv, line 9: the row has fewer cells than the header: ana@example.org,2'],
  [withoutKey(line), 'delta1.csv, line 9: the row has fewer cells than the header: …'],
  [
    { ...line, reason: 'set-aside', text: 'a trailer' },
    "delta1.csv, line 9: the line was said to be data, but it has no cells for the header's columns: a trailer",
  ],
  [
    { ...cell, reason: 'not-a-version', column: 'batch_id' },
    'delta1.csv, line 7, column "batch_id": "n/a" is not a version like the others of the column.',
  ],
  [
    { ...cell, reason: 'empty-key', column: 'user_id', text: '' },
    'delta1.csv, line 7, column "user_id": the key is empty.',
  ],
])('a rejection of line $line for $reason names file, line, column and cell', (rejection, sentence) => {
  expect(describeRejection(rejection, 'delta1.csv')).toBe(sentence);
});
