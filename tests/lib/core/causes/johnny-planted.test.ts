import { describe, expect, test } from 'vitest';
import type { Fault } from '@/lib/core/findings/fault';
import { fromAmount, toAmount } from '../../../support/planted/amount';
import { investigateCase } from '../../../support/planted/investigate-case';
import { johnnyIsHere, loadFile, loadJohnny, plantJohnny, sampleJohnny } from '../../../support/planted/johnny';
import { judgeBooks, judgeSide } from '../../../support/planted/judge';
import { differingKeys, type PlainCase, tableTotal, toTable } from '../../../support/planted/plain-case';
import { runPipeline } from '../../../support/planted/slow-pipeline';

/** What each fault does to the real case: keys that come out otherwise, and the total that is lost. */
const EFFECTS: readonly { name: string; faults: readonly Fault[]; keys: number; gap: string }[] = [
  {
    name: 'delta0 without effect',
    faults: [{ fault: 'file-not-loaded', files: ['delta0.csv'] }],
    keys: 3215,
    gap: '3177774',
  },
  {
    name: 'delta1 without effect',
    faults: [{ fault: 'file-not-loaded', files: ['delta1.csv'] }],
    keys: 1060,
    gap: '1574851',
  },
  {
    name: 'delta3 without effect',
    faults: [{ fault: 'file-not-loaded', files: ['delta3.csv'] }],
    keys: 1841,
    gap: '4742481',
  },
  {
    name: 'delta4 without effect',
    faults: [{ fault: 'file-not-loaded', files: ['delta4.csv'] }],
    keys: 2483,
    gap: '8501742',
  },
  {
    name: 'delta1 and delta3 without effect',
    faults: [{ fault: 'file-not-loaded', files: ['delta1.csv', 'delta3.csv'] }],
    keys: 2901,
    gap: '6857541',
  },
  {
    name: 'delta3 cut after row 1,236',
    faults: [{ fault: 'file-partially-loaded', files: ['delta3.csv'], loaded: [{ from: 0, to: 1236 }] }],
    keys: 955,
    gap: '2455096',
  },
  { name: 'versions compared as text', faults: [{ fault: 'version-compared-as-text' }], keys: 1777, gap: '5515121' },
  { name: 'the largest of each column', faults: [{ fault: 'largest-of-each-column' }], keys: 5495, gap: '0' },
  { name: 'zeros ignored', faults: [{ fault: 'zeros-ignored' }], keys: 149, gap: '0' },
  {
    name: 'delta3 in cents',
    faults: [{ fault: 'measure-scaled', factor: '100', files: ['delta3.csv'] }],
    keys: 1841,
    gap: '-820793754',
  },
  {
    name: 'delta3 without effect and versions compared as text',
    faults: [{ fault: 'file-not-loaded', files: ['delta3.csv'] }, { fault: 'version-compared-as-text' }],
    keys: 3135,
    gap: '9234540',
  },
  {
    name: 'rows above 6,000 of spend dropped on arrival',
    faults: [{ fault: 'rows-filtered', column: 'total_spend', operator: '>', value: '6000', stage: 'arrival' }],
    keys: 1222,
    gap: '4821810',
  },
];

const EMPTY: PlainCase = { key: 'user_id', columns: [], deltas: [] };

/** The real files are not part of the project: without ../shared/data/johnny beside it these tests are skipped. */
describe.skipIf(!johnnyIsHere)('the faults planted in the real case', { timeout: 60_000 }, () => {
  const johnny = johnnyIsHere ? loadJohnny() : EMPTY;

  test('without faults the slow pipeline gives the customer the table that she has', () => {
    const theirs = toTable(loadFile('Johnny-user-summary.csv').rows);
    expect(differingKeys(runPipeline(johnny, []), theirs)).toEqual([]);
  });

  test('without delta3 it gives the table that AIQ has', () => {
    const ours = toTable(loadFile('AIQ-user-summary.csv').rows);
    expect(differingKeys(runPipeline(johnny, [{ fault: 'file-not-loaded', files: ['delta3.csv'] }]), ours)).toEqual([]);
  });

  test.each(EFFECTS)('$name changes $keys keys and loses $gap', ({ faults, keys, gap }) => {
    const { expected, ours } = plantJohnny(johnny, faults);
    expect(differingKeys(expected, ours.table).length).toBe(keys);
    expect(fromAmount(toAmount(tableTotal(expected)) - toAmount(tableTotal(ours.table)))).toBe(gap);
  });

  test.each(EFFECTS)('$name is found, proved, and explains the whole gap', ({ faults, keys, gap }) => {
    const planted = plantJohnny(johnny, faults);
    const findings = investigateCase(planted);
    const side = findings.sides.ours;
    expect(judgeBooks(planted, findings)).toEqual([]);
    expect(side && judgeSide(planted, planted.ours, side)).toEqual({ outcome: 'exact', remarks: [] });
    expect(side?.causes.reduce((sum, cause) => sum + cause.keys, 0)).toBe(keys);
    expect(fromAmount(side?.causes.reduce((sum, cause) => sum + toAmount(cause.amount), 0n) ?? 0n)).toBe(gap);
  });
});

describe('the same faults planted in an invented case of its shape', { timeout: 60_000 }, () => {
  const sample = sampleJohnny();

  test.each(EFFECTS)('$name is found, proved, and explains the whole gap', ({ faults }) => {
    const planted = plantJohnny(sample, faults);
    const findings = investigateCase(planted);
    const side = findings.sides.ours;
    expect(judgeBooks(planted, findings)).toEqual([]);
    expect(side && judgeSide(planted, planted.ours, side).outcome).toMatch(/^(exact|equivalent)$/);
    const gap = toAmount(tableTotal(planted.expected)) - toAmount(tableTotal(planted.ours.table));
    expect(side?.causes.reduce((sum, cause) => sum + cause.keys, 0)).toBe(
      differingKeys(planted.expected, planted.ours.table).length,
    );
    expect(side?.causes.reduce((sum, cause) => sum + toAmount(cause.amount), 0n)).toBe(gap);
  });
});
