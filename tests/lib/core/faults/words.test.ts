import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fault, faultSchema } from '@/lib/core/findings/fault';
import { type ToldFault, tellFault } from '@/lib/core/words/tell-fault';
import { arbitraryFault } from '../../../support/arbitrary-findings';
import { everySentence, exampleFaults } from '../../../support/every-sentence';
import { expectPhrase, expectReadable, expectSentence } from '../../../support/readable';
import { plainTelling } from '../../../support/telling';

const says = (fault: Fault, side: 'ours' | 'theirs' = 'ours') => tellFault(fault, plainTelling(side));

describe("the faults' sentences", () => {
  const cases: [Fault, string][] = [
    [{ fault: 'file-not-loaded', files: ['delta3.csv'] }, "No row of delta3.csv took effect in AIQ's table."],
    [
      { fault: 'file-not-loaded', files: ['delta1.csv', 'delta3.csv'] },
      "No row of delta1.csv or delta3.csv took effect in AIQ's table.",
    ],
    [
      {
        fault: 'file-partially-loaded',
        files: ['delta2.csv'],
        loaded: [{ from: 0, to: 1236 }],
        equivalentRange: { min: '1230', max: '1236' },
      },
      "Nothing after row 1,236 of delta2.csv took effect in AIQ's table (any cut from row 1,230 to 1,236 gives the same table).",
    ],
    [
      {
        fault: 'file-partially-loaded',
        files: ['delta2.csv'],
        loaded: [
          { from: 0, to: 500 },
          { from: 700, to: 2519 },
        ],
      },
      "Only rows 1–500 and 701–2,519 of delta2.csv took effect in AIQ's table.",
    ],
    [
      { fault: 'file-partially-loaded', files: ['delta2.csv'], loaded: [{ from: 4, to: 5 }] },
      "Only row 5 of delta2.csv took effect in AIQ's table.",
    ],
    [{ fault: 'rows-capped', limit: 1 }, "Only the first row of every file took effect in AIQ's table."],
    [{ fault: 'rows-capped', limit: 1000 }, "Only the first 1,000 rows of every file took effect in AIQ's table."],
    [{ fault: 'first-rows-skipped', count: 1 }, "The first row of every file had no effect in AIQ's table."],
    [{ fault: 'first-rows-skipped', count: 2 }, "The first 2 rows of every file had no effect in AIQ's table."],
    [
      { fault: 'file-loaded-again', files: ['delta1.csv'] },
      "delta1.csv was loaded a second time after delta4.csv, so that its rows count as the last to arrive in AIQ's table.",
    ],
    [
      { fault: 'file-loaded-again', files: ['delta4.csv'] },
      "delta4.csv was loaded a second time, so that its rows count as the last to arrive in AIQ's table.",
    ],
    [
      { fault: 'deletes-ignored', column: 'op', values: ['D'], how: 'skipped' },
      "Rows that mark a delete (op D) had no effect in AIQ's table: deleted users still stand there with their values from before.",
    ],
    [
      { fault: 'deletes-ignored', column: 'op', values: ['D', 'DEL'], how: 'kept' },
      "Rows that mark a delete (op D or DEL) count like any other in AIQ's table: deleted users still stand there, with the values of those rows.",
    ],
    [
      { fault: 'version-misread', form: 'month-first' },
      "In AIQ's table batch_id was read month first where possible, and day first otherwise, so that older rows count as the newest.",
    ],
    [
      { fault: 'rows-repeated' },
      "Some rows stand more than once in AIQ's table, as exact copies; which they are is taken from the table.",
    ],
    [
      { fault: 'files-out-of-order', order: ['delta4.csv', 'delta3.csv', 'delta2.csv', 'delta1.csv', 'delta0.csv'] },
      "The files arrived in reverse for AIQ's table, so that other rows count as the first and the last to arrive.",
    ],
    [
      { fault: 'files-out-of-order', order: ['delta2.csv', 'delta0.csv', 'delta1.csv', 'delta3.csv', 'delta4.csv'] },
      "delta2.csv arrived before all other files for AIQ's table, so that other rows count as the first and the last to arrive.",
    ],
    [
      { fault: 'partition-overwritten', column: 'country' },
      "Each file replaced whole partitions of AIQ's table: of every country only the rows of the last file that holds it count.",
    ],
    [
      { fault: 'key-incomplete', columns: ['order_id'] },
      "AIQ's table keeps one row for each order_id, not for each user_id.",
    ],
    [
      { fault: 'late-rows-dropped' },
      "Rows that arrived late had no effect in AIQ's table: it took a row only if its batch_id was greater than every batch_id in the files before it.",
    ],
    [
      { fault: 'version-cutoff', version: '6000', equivalentRange: { min: '6000', max: '6003' } },
      "AIQ's table stops at batch_id 6,000: no row with a greater one took effect (any stop from 6,000 to 6,003 gives the same table).",
    ],
    [
      { fault: 'new-keys-ignored' },
      "Users that are not in delta0.csv are absent from AIQ's table: later files updated users but added none.",
    ],
    [
      { fault: 'key-altered', how: 'leading-zeros' },
      "user_id was changed on its way into AIQ's table: its leading zeros were lost.",
    ],
    [
      { fault: 'key-altered', how: 'zero-padded', width: 8 },
      "user_id was changed on its way into AIQ's table: zeros were put before it, up to 8 digits.",
    ],
    [
      { fault: 'key-altered', how: 'cut', length: 1, stage: 'load' },
      "user_id was changed in AIQ's table once it was finished: only its first character was kept.",
    ],
    [
      { fault: 'columns-swapped', columns: ['total_spend', 'loyalty_credits'], files: ['delta1.csv'] },
      "total_spend and loyalty_credits hold each other's values in AIQ's table, in the rows from delta1.csv.",
    ],
    [
      { fault: 'column-shifted', column: 'updated_at', by: 'PT2H' },
      "updated_at is 2 hours later than it should be in AIQ's table.",
    ],
    [
      { fault: 'column-shifted', column: 'updated_at', by: '-P1DT1M' },
      "updated_at is 1 day and 1 minute earlier than it should be in AIQ's table.",
    ],
    [
      { fault: 'column-shifted', column: 'total_spend', by: '5' },
      "total_spend is $5 more than it should be in AIQ's table.",
    ],
    [
      { fault: 'column-shifted', column: 'loyalty_credits', by: '-1000' },
      "loyalty_credits is 1,000 less than it should be in AIQ's table.",
    ],
    [
      { fault: 'measure-scaled', factor: '100', where: { column: 'currency', value: 'JPY' } },
      "total_spend is 100 times what it should be in AIQ's table where currency is JPY.",
    ],
    [
      { fault: 'version-compared-as-text' },
      'AIQ\'s table compares batch_id as text, so "999" counts as newer than "1000".',
    ],
    [
      { fault: 'largest-version-wins' },
      "AIQ's table keeps the row with the largest batch_id for each user, which is not the rule that was agreed.",
    ],
    [
      { fault: 'ties-broken-differently', keep: 'earlier' },
      "Where several rows of a user share the largest batch_id, AIQ's table keeps the first to arrive.",
    ],
    [{ fault: 'smallest-version-wins' }, "AIQ's table keeps each user's oldest row: the smallest batch_id wins."],
    [{ fault: 'first-row-wins' }, "AIQ's table keeps the first row that arrived for each user, whatever its batch_id."],
    [{ fault: 'last-row-wins' }, "AIQ's table keeps the last row that arrived for each user, whatever its batch_id."],
    [
      { fault: 'largest-measure-wins' },
      "AIQ's table keeps each user's row with the largest total_spend, whatever its batch_id.",
    ],
    [
      { fault: 'largest-of-each-column' },
      "Every column of AIQ's table holds its own largest value over all of a user's rows, not the value of the newest row.",
    ],
    [{ fault: 'zeros-ignored' }, "A 0 never replaced an older value in AIQ's table."],
    [
      { fault: 'empties-ignored', columns: ['count_saved_items', 'loyalty_credits'] },
      "An empty count_saved_items or loyalty_credits never replaced an older value in AIQ's table.",
    ],
    [
      { fault: 'versions-summed' },
      "total_spend in AIQ's table is the sum over all of a user's rows, not the value of the newest row.",
    ],
    [{ fault: 'duplicates-kept' }, "AIQ's table holds every version of a user as a row of its own."],
    [
      { fault: 'column-not-updated', columns: ['loyalty_credits'] },
      "loyalty_credits was never updated in AIQ's table: each user keeps the value of the first row that arrived.",
    ],
    [
      { fault: 'column-not-updated', columns: ['count_saved_items', 'loyalty_credits'] },
      "count_saved_items and loyalty_credits were never updated in AIQ's table: each user keeps the values of the first row that arrived.",
    ],
    [
      { fault: 'column-emptied', columns: ['loyalty_credits'], files: ['delta1.csv'] },
      "loyalty_credits is empty in AIQ's table, in the rows from delta1.csv.",
    ],
    [
      { fault: 'column-emptied', columns: ['count_saved_items', 'loyalty_credits'] },
      "count_saved_items and loyalty_credits are empty in AIQ's table.",
    ],
    [
      { fault: 'empties-filled', columns: ['count_saved_items', 'loyalty_credits'], value: '0' },
      'An empty count_saved_items or loyalty_credits stands as "0" in AIQ\'s table.',
    ],
    [
      { fault: 'text-cut', columns: ['tier', 'note'], length: 1 },
      "tier and note are cut to 1 character in AIQ's table.",
    ],
    [
      { fault: 'sign-lost', files: ['delta1.csv'] },
      "total_spend lost its minus in AIQ's table, in the rows from delta1.csv: amounts below zero count as amounts above it.",
    ],
    [
      { fault: 'column-reformatted', column: 'tier', how: 'upper-case' },
      "tier is written in capital letters in AIQ's table: the values are the same.",
    ],
    [
      { fault: 'measure-misread', how: 'thousands-cut' },
      "total_spend ends at what separates thousands in AIQ's table: 1,234 stands as 1.",
    ],
    [
      { fault: 'measure-misread', how: 'comma-dropped', files: ['delta1.csv'] },
      "total_spend lost its decimal comma in AIQ's table, in the rows from delta1.csv: 12,34 stands as 1234.",
    ],
    [{ fault: 'measure-scaled', factor: '100' }, "total_spend is 100 times what it should be in AIQ's table."],
    [{ fault: 'measure-scaled', factor: '-1' }, "total_spend has the opposite sign in AIQ's table."],
    [{ fault: 'measure-rounded', how: 'cut', digits: 0 }, "total_spend is cut to whole numbers in AIQ's table."],
    [
      { fault: 'measure-rounded', how: 'half-up', digits: 1 },
      "total_spend is rounded half up to 1 decimal in AIQ's table.",
    ],
    [
      { fault: 'measure-rounded', how: 'up', digits: -4 },
      "total_spend is rounded up to multiples of 10,000 in AIQ's table.",
    ],
    [
      { fault: 'measure-wrapped', bits: 32, digits: 2 },
      "total_spend wrapped round in AIQ's table: an integer of 32 bits holds no amount above $21,474,836.47, and larger ones begin again below zero.",
    ],
    [
      { fault: 'measure-clipped', max: '4000' },
      "No total_spend is above $4,000 in AIQ's table: larger values were lowered to it.",
    ],
    [
      { fault: 'rows-filtered', column: 'loyalty_credits', operator: '<', value: '5', stage: 'load' },
      "Users whose newest loyalty_credits is below 5 are absent from AIQ's table.",
    ],
    [
      { fault: 'rows-filtered', column: 'total_spend', operator: '!=', value: '0', stage: 'arrival' },
      "Rows whose total_spend is not $0 had no effect in AIQ's table.",
    ],
    [
      { fault: 'rows-filtered', column: 'tier', operator: 'in', value: 'gold,silver', stage: 'load' },
      'Users whose newest tier is "gold" or "silver" are absent from AIQ\'s table.',
    ],
    [
      { fault: 'rows-filtered', column: 'user_id', operator: 'mod', value: '4=2', stage: 'load' },
      "Users whose user_id divided by 4 leaves 2 are absent from AIQ's table.",
    ],
    [
      {
        fault: 'rows-filtered',
        column: 'note',
        operator: 'has',
        value: 'line-break',
        stage: 'arrival',
        files: ['delta2.csv'],
      },
      "Rows whose note contains a line break had no effect in AIQ's table, in the rows from delta2.csv.",
    ],
    [
      { fault: 'rows-filtered', column: 'note', operator: 'longer-than', value: '255', stage: 'arrival' },
      "Rows whose note is longer than 255 characters had no effect in AIQ's table.",
    ],
    [
      { fault: 'rows-not-exported', versions: { min: '8001', max: '8020' } },
      "AIQ's table holds newer rows, with batch_id 8,001–8,020, that are in none of the files.",
    ],
  ];
  it.each(cases)('%j', (fault, sentence) => {
    expect(says(fault).sentence).toBe(sentence);
  });

  it('cover the whole catalogue', () => {
    const codes = faultSchema.options.map((option) => option.shape.fault.value);
    expect(new Set(cases.map(([{ fault }]) => fault))).toEqual(new Set(codes));
    expect(new Set(exampleFaults.map(({ fault }) => fault))).toEqual(new Set(codes));
  });

  it('name the table whose fault it is', () => {
    expect(says({ fault: 'first-row-wins' }, 'theirs').sentence).toBe(
      "Johnny's Jeans' table keeps the first row that arrived for each user, whatever its batch_id.",
    );
  });
});

describe('the mechanisms', () => {
  const mechanisms = (fault: Fault) => says(fault).mechanisms.map(({ mechanism, lookAt }) => `${mechanism}: ${lookAt}`);

  it('of a missing file each name the evidence that would single it out', () => {
    expect(mechanisms({ fault: 'file-not-loaded', files: ['delta3.csv'] })).toEqual([
      "delta3.csv was never retrieved: the bucket's listing and the poll log",
      'delta3.csv came out of decryption empty: the byte count after decryption',
      "the batch ids of delta3.csv were read as nothing: the loader's rejected rows",
      'the loader refused delta3.csv whole: the load log',
      'a filter on batch_id left the rows of delta3.csv out: the load query',
    ]);
  });

  it('begin with the age of the table when the last files are the missing ones', () => {
    expect(mechanisms({ fault: 'file-not-loaded', files: ['delta4.csv'] })[0]).toBe(
      "AIQ's table is older than delta4.csv: a snapshot taken before it arrived: when the snapshot was taken",
    );
    expect(mechanisms({ fault: 'file-not-loaded', files: ['delta1.csv', 'delta3.csv', 'delta4.csv'] })[0]).toBe(
      "AIQ's table is older than delta3.csv and delta4.csv: a snapshot taken before they arrived: when the snapshot was taken",
    );
    expect(mechanisms({ fault: 'version-cutoff', version: '6000' })[0]).toContain('when the snapshot was taken');
  });
});

function expectWellTold(told: ToldFault): void {
  expectSentence(told.sentence);
  expectSentence(told.forCustomer);
  expectReadable(told.question);
  expect(told.question).toMatch(/\?$/);
  for (const text of [told.replayed, told.label, told.wouldShow]) expectPhrase(text);
  expect(told.mechanisms.length).toBeGreaterThan(0);
  expect(new Set(told.mechanisms.map(({ code }) => code)).size).toBe(told.mechanisms.length);
  for (const { code, mechanism, lookAt } of told.mechanisms) {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expectPhrase(mechanism);
    expectPhrase(lookAt);
  }
}

describe('any fault', () => {
  /** A known slip, kept out of the generator until the words are mended: then drop `fails` and the filter there. */
  it('asks for a limit of one row in the singular', () => {
    expectReadable(says({ fault: 'rows-capped', limit: 1 }).question);
  });

  it('is told in whole, readable sentences', () => {
    const telling = plainTelling();
    fc.assert(
      fc.property(arbitraryFault(telling.files), fc.constantFrom('ours' as const, 'theirs' as const), (fault, side) => {
        expect(faultSchema.parse(fault)).toEqual(fault);
        expectWellTold(tellFault(fault, { ...telling, side }));
      }),
      { numRuns: 400 },
    );
  });

  it('tells the customer no file, no column as it is spelled and no mechanism', () => {
    fc.assert(
      fc.property(arbitraryFault(plainTelling().files), (fault) => {
        expect(says(fault).forCustomer).not.toMatch(/\.csv|_|decrypt|query|loader|bucket/);
      }),
    );
  });

  it('says of users only what holds whether older rows stand in their place or none', () => {
    for (const fault of exampleFaults) expect(says(fault).forCustomer).not.toMatch(/older values|or are absent/);
    expect(says({ fault: 'file-not-loaded', files: ['delta3.csv'] }).forCustomer).toBe(
      "One of the exported files is not reflected in AIQ's table, so the newest values of some users are missing there.",
    );
  });

  it('stands in the list of every sentence', () => {
    const text = everySentence();
    for (const fault of exampleFaults) expect(text).toContain(says(fault).sentence);
  });
});
