import { describe, expect, test } from 'vitest';
import { judgePlant, tellPlant } from '@/lib/case/replay/planted';
import { typedBound, typedCount, typedDecimal } from '@/lib/case/replay/values';
import { replaySentence, tellMatch } from '@/lib/case/replay/words';
import type { Fault } from '@/lib/core/findings/fault';
import type { SideFindings } from '@/lib/core/findings/findings';
import type { ReplayMatch, ReplayOutcome } from '@/lib/engine/investigator';
import { sampleFindings } from '../../../support/sample-findings';

const EXACT: ReplayMatch = { rows: 10000, of: 10000, difference: '0' };
const SHORT: ReplayMatch = { rows: 8159, of: 10000, difference: '4742481' };

function outcome(faults: readonly Fault[], ours: ReplayMatch | null, theirs: ReplayMatch | null): ReplayOutcome {
  return { faults, keys: 10000, total: '29162044', ours, theirs };
}

describe('the sentence about a replay', () => {
  test.each<[string, readonly Fault[], ReplayMatch | null, ReplayMatch | null]>([
    [
      "Running the pipeline again without delta3.csv gives AIQ's table exactly",
      [{ fault: 'file-not-loaded', files: ['delta3.csv'] }],
      EXACT,
      SHORT,
    ],
    ["Running the pipeline as it should run gives Johnny's Jeans' table exactly", [], SHORT, EXACT],
    [
      "Running the pipeline again with delta4.csv cut after row 2,482 falls 1,841 rows short of AIQ's table",
      [{ fault: 'file-partially-loaded', files: ['delta4.csv'], loaded: [{ from: 0, to: 2482 }] }],
      SHORT,
      null,
    ],
    ['Running the pipeline as it should run gives both tables exactly', [], EXACT, EXACT],
    [
      "Running the pipeline again keeping the last row to arrive falls 1 row short of Johnny's Jeans' table",
      [{ fault: 'last-row-wins' }],
      SHORT,
      { rows: 9999, of: 10000, difference: '1' },
    ],
    [
      'Running the pipeline again keeping the last row to arrive falls 1,841 rows short of either table',
      [{ fault: 'last-row-wins' }],
      SHORT,
      SHORT,
    ],
    ["Running the pipeline as it should run falls 1,841 rows short of AIQ's table", [], SHORT, null],
    [
      "Running the pipeline again with these four faults gives AIQ's table exactly",
      [
        { fault: 'rows-capped', limit: 5 },
        { fault: 'new-keys-ignored' },
        { fault: 'last-row-wins' },
        { fault: 'zeros-ignored' },
      ],
      EXACT,
      SHORT,
    ],
  ])('%s', (sentence, faults, ours, theirs) => {
    expect(replaySentence(outcome(faults, ours, theirs), sampleFindings)).toBe(sentence);
  });
});

describe('how far a replay is from a table', () => {
  test('is told with its sign, and which total is larger', () => {
    expect(tellMatch(SHORT, 'theirs', sampleFindings)).toEqual({
      side: 'theirs',
      exact: false,
      rows: '8,159 of 10,000 rows',
      share: 0.8159,
      difference: "\u2212$4,742,481, less than Johnny's Jeans' total",
    });
    expect(tellMatch({ ...SHORT, difference: '-18.5' }, 'ours', sampleFindings).difference).toBe(
      "+$18.50, more than AIQ's total",
    );
    expect(tellMatch(EXACT, 'ours', sampleFindings)).toMatchObject({
      exact: true,
      share: 1,
      difference: "$0, the same as AIQ's total",
    });
  });

  test('fills its bar only when every row is reproduced', () => {
    expect(tellMatch({ rows: 999_999, of: 1_000_000, difference: '0' }, 'ours', sampleFindings).share).toBeLessThan(1);
  });

  test('of two empty tables is nothing', () => {
    expect(tellMatch({ rows: 0, of: 0, difference: '0' }, 'ours', sampleFindings)).toMatchObject({
      exact: true,
      share: 1,
    });
  });
});

describe('what became of a planted fault', () => {
  const ours = sampleFindings.sides.ours as SideFindings;
  const planted: Fault = { fault: 'file-not-loaded', files: ['delta3.csv'] };
  function found(fault: Fault): SideFindings {
    return { ...ours, causes: [{ ...fault, keys: 1, amount: '1' }] };
  }

  test('is exact when the cause and its parameters are the same', () => {
    expect(judgePlant(ours, [planted])).toBe('exact');
    expect(judgePlant(ours, [{ ...planted, files: ['delta2.csv'] }])).toBe('equivalent');
    expect(judgePlant(ours, [planted, { fault: 'zeros-ignored' }])).toBe('equivalent');
  });

  test('is exact when the parameter lies where any gives the same table', () => {
    const same = { min: '4500', max: '6001' };
    const cutoff = found({ fault: 'version-cutoff', version: '4500', equivalentRange: same });
    expect(judgePlant(cutoff, [{ fault: 'version-cutoff', version: '6001' }])).toBe('exact');
    expect(judgePlant(cutoff, [{ fault: 'version-cutoff', version: '6002' }])).toBe('equivalent');
    const cut = found({
      fault: 'file-partially-loaded',
      files: ['delta1.csv'],
      loaded: [{ from: 0, to: 90 }],
      equivalentRange: { min: '90', max: '110' },
    });
    const planting = (file: string): Fault => ({
      fault: 'file-partially-loaded',
      files: [file],
      loaded: [{ from: 0, to: 100 }],
    });
    expect(judgePlant(cut, [planting('delta1.csv')])).toBe('exact');
    expect(judgePlant(cut, [planting('delta2.csv')])).toBe('equivalent');
  });

  test('counts decimals by their value', () => {
    const scaled = found({ fault: 'measure-scaled', factor: '0.5' });
    expect(judgePlant(scaled, [{ fault: 'measure-scaled', factor: '0.50' }])).toBe('exact');
  });

  test('is tied where another explanation is told first', () => {
    const tied: SideFindings = { ...ours, equivalents: [[{ fault: 'last-row-wins' }]] };
    expect(judgePlant(tied, [{ fault: 'last-row-wins' }])).toBe('tied');
  });

  test('is unseen when the table is as it should be, and not found without a proof', () => {
    expect(judgePlant({ ...ours, causes: [] }, [{ fault: 'last-row-wins' }])).toBe('unseen');
    expect(judgePlant({ ...ours, proved: false }, [planted])).toBe('not-found');
  });

  test('is told of that side alone', () => {
    expect(tellPlant(sampleFindings, 'ours', [planted])).toMatchObject({
      judged: 'It found exactly what was planted.',
      headline: "No row of delta3.csv took effect in AIQ's table.",
      stateLabel: 'Proved by replay',
      reproduced: '10,000 of 10,000 rows',
    });
    expect(tellPlant(sampleFindings, 'theirs', [{ fault: 'last-row-wins' }])).toMatchObject({
      judgement: 'unseen',
      headline: "Johnny's Jeans' table is exactly what the five files should give.",
    });
  });
});

describe('what is typed', () => {
  test('is a count from the least on, with or without separators', () => {
    expect(typedCount(' 2,473 ', 0)).toEqual({ ok: true, value: 2473 });
    expect(typedCount('0', 1)).toEqual({ ok: false, why: 'A whole number from 1 on' });
    for (const text of ['', '-1', '1.5', '1e3', '9999999999']) expect(typedCount(text, 0).ok, text).toBe(false);
  });

  test('is a decimal that the pipeline takes exactly', () => {
    expect(typedDecimal('-0.01')).toEqual({ ok: true, value: '-0.01' });
    for (const text of ['', '.', '5.', '1/3', 'NaN', '0.0000001']) expect(typedDecimal(text).ok, text).toBe(false);
  });

  test('is a bound of the column’s own type', () => {
    expect(typedBound('4500', 'number').ok).toBe(true);
    expect(typedBound('gold', 'number').ok).toBe(false);
    expect(typedBound('2026-11-22', 'date').ok).toBe(true);
    expect(typedBound('2026-13-45', 'date').ok).toBe(false);
    expect(typedBound('gold', 'text')).toEqual({ ok: true, value: 'gold' });
    expect(typedBound('', 'text').ok).toBe(false);
  });
});
