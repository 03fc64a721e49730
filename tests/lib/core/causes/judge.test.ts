import { describe, expect, test } from 'vitest';
import type { Fault } from '@/lib/core/findings/fault';
import type { SideFindings } from '@/lib/core/findings/findings';
import { judgeSide } from '../../../support/planted/judge';
import { differingKeys, type PlainCase, type PlainTable, tableRows } from '../../../support/planted/plain-case';
import type { PlantedTables } from '../../../support/planted/plant';
import { runPipeline } from '../../../support/planted/slow-pipeline';

const source: PlainCase = {
  key: 'user_id',
  columns: [
    { name: 'spend', role: 'measure', type: 'number' },
    { name: 'batch_id', role: 'version', type: 'number' },
  ],
  deltas: [
    { name: 'delta0.csv', rows: ['a', 'b', 'c', 'd'].map((key, n) => ({ key, cells: [String(10 + n), String(n)] })) },
    { name: 'delta1.csv', rows: ['a', 'b'].map((key, n) => ({ key, cells: [String(50 + n), String(10 + n)] })) },
  ],
};
const skipped: Fault = { fault: 'file-not-loaded', files: ['delta1.csv'] };
const cutOff: Fault = { fault: 'version-cutoff', version: '3', equivalentRange: { min: '3', max: '9' } };

const table = runPipeline(source, [skipped]);
const expected = runPipeline(source, []);

function planted(faults: readonly Fault[], held: PlainTable = table, noise: readonly string[] = []): PlantedTables {
  const ours = { faults, clean: table, table: held, rows: tableRows(held), invented: [], noise };
  return { source, expected, ours, theirs: null };
}

function said(causes: readonly Fault[], proved: boolean, held: PlainTable = table): SideFindings {
  const differing = differingKeys(runPipeline(source, causes), held).length;
  return {
    proved,
    causes: causes.map((cause) => ({ ...cause, keys: 2, amount: '79' })),
    reproduced: { rows: proved ? 4 : 4 - differing, of: 4 },
    unexplained: { keys: differing, amount: '0' },
    equivalents: [],
    distinguishingFaults: [],
    distinguishingKeys: [],
    blindSpots: [],
    blindSpotFaults: [],
    ruledOut: [],
    rules: { consistent: [], excluded: [] },
    patterns: [],
    exact: true,
    unsettled: 0,
  };
}

function outcome(truth: PlantedTables, findings: SideFindings): string {
  return judgeSide(truth, truth.ours, findings).outcome;
}

describe('a verdict on findings', () => {
  test('is exact when the planted fault is named', () => {
    expect(outcome(planted([skipped]), said([skipped], true))).toBe('exact');
  });

  test('is exact when the planted parameter lies in the range that is told as the same', () => {
    expect(outcome(planted([{ fault: 'version-cutoff', version: '7' }]), said([cutOff], true))).toBe('exact');
  });

  test('is equivalent when another fault gives the very same table', () => {
    expect(outcome(planted([skipped]), said([cutOff], true))).toBe('equivalent');
  });

  test('is partial when more causes are told than were planted', () => {
    expect(outcome(planted([skipped]), said([skipped, cutOff], true))).toBe('partial');
  });

  test('is wrong when nothing right is told and nothing proved', () => {
    expect(outcome(planted([skipped]), said([{ fault: 'duplicates-kept' }], false))).toBe('wrong');
  });

  test('is a false proof when the slow pipeline gives another table', () => {
    expect(outcome(planted([skipped]), said([{ fault: 'last-row-wins' }], true))).toBe('false-proof');
  });

  test('is wrong when the right cause comes with a wrong count of unexplained keys', () => {
    const findings = { ...said([skipped], true), unexplained: { keys: 1, amount: '0' } };
    expect(outcome(planted([skipped]), findings)).toBe('wrong');
  });
});

describe('a verdict on findings from a noisy table', () => {
  const noisy = new Map(table).set('d', [['99', '3']]);

  test('is exact when the cause beneath is named and just the noise stays unexplained', () => {
    expect(outcome(planted([skipped], noisy, ['d']), said([skipped], false, noisy))).toBe('exact');
  });

  test('is wrong when the cause beneath is not found', () => {
    expect(outcome(planted([skipped], noisy, ['d']), said([], false, noisy))).toBe('wrong');
  });

  test('is a false proof whatever is called proved', () => {
    expect(outcome(planted([skipped], noisy, ['d']), said([skipped], true, noisy))).toBe('false-proof');
  });
});
