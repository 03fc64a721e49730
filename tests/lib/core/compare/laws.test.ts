import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDecimals, subtractDecimals } from '@/lib/core/decimal';
import type { Findings } from '@/lib/core/findings/findings';
import { findingsSchema } from '@/lib/core/findings/findings';
import { investigate } from '@/lib/core/investigation/investigate';
import { type PlainRow, plainCase } from '../../../support/plain-case';

const row = fc.record({
  user_id: fc.integer({ min: 1, max: 15 }).map(String),
  total_spend: fc.integer({ min: -500, max: 99_999 }).map((cents) => (cents / 100).toFixed(2)),
  items: fc.integer({ min: 0, max: 9 }).map(String),
  batch_id: fc.integer({ min: 1, max: 40 }).map(String),
});
const table = fc.uniqueArray(row, { selector: (one) => one.user_id, maxLength: 12 });
const files = fc.array(fc.array(row, { minLength: 1, maxLength: 10 }), { minLength: 1, maxLength: 4 });

function findingsOf(deltas: readonly PlainRow[][], ours: readonly PlainRow[], theirs: readonly PlainRow[]): Findings {
  const tables = plainCase({
    deltas: deltas.map((rows, f) => ({ file: `delta${f}.csv`, rows })),
    ours,
    theirs,
    attributes: ['items'],
  });
  return investigate(tables, { labels: { ours: 'Vendor', theirs: 'Customer' }, key: ['user_id'], rejected: {} })
    .findings;
}

const sum = (amounts: readonly string[]): number => Number(amounts.reduce(addDecimals, '0'));

describe('an investigation of any tables', { timeout: 60_000 }, () => {
  it('splits the gap into causes and unexplained, exactly, whatever the tables', () => {
    fc.assert(
      fc.property(files, table, table, (deltas, ours, theirs) => {
        const findings = findingsOf(deltas, ours, theirs);
        const parts = [findings.sides.ours, findings.sides.theirs].flatMap((side) =>
          side ? [...side.causes.map((cause) => cause.amount), side.unexplained.amount] : [],
        );
        expect(sum(parts)).toBe(Number(findings.gap.difference));
      }),
      { numRuns: 30 },
    );
  });

  it('bridges from theirs to ours in steps that add up', () => {
    fc.assert(
      fc.property(files, table, table, (deltas, ours, theirs) => {
        const { evidence, gap } = findingsOf(deltas, ours, theirs);
        const { bridge } = evidence;
        expect(bridge[0]?.total).toBe(gap.theirs);
        expect(bridge.at(-1)?.total).toBe(gap.ours);
        bridge.slice(1).forEach((step, i) => {
          expect(Number(step.total)).toBe(Number(addDecimals(bridge[i]?.total ?? '0', step.amount)));
        });
      }),
      { numRuns: 30 },
    );
  });

  it('holds the gap by version together with what lies outside', () => {
    fc.assert(
      fc.property(files, table, table, (deltas, ours, theirs) => {
        const { evidence, gap } = findingsOf(deltas, ours, theirs);
        const amounts = [...evidence.gapByVersion.map((bin) => bin.amount), evidence.gapOutsideVersions.amount];
        expect(sum(amounts)).toBe(Number(gap.difference));
      }),
      { numRuns: 30 },
    );
  });

  it('is valid by its own schema', () => {
    fc.assert(
      fc.property(files, table, table, (deltas, ours, theirs) => {
        const findings = findingsOf(deltas, ours, theirs);
        expect(findingsSchema.parse(findings)).toEqual(findings);
      }),
      { numRuns: 30 },
    );
  });

  it('finds nothing between a table and itself', () => {
    fc.assert(
      fc.property(files, table, (deltas, ours) => {
        const findings = findingsOf(deltas, ours, ours);
        expect(findings.keys).toMatchObject({ mismatched: 0, onlyOurs: 0, onlyTheirs: 0 });
        expect(Number(findings.gap.difference)).toBe(0);
      }),
      { numRuns: 30 },
    );
  });

  it('mirrors the comparison when the tables are swapped', () => {
    fc.assert(
      fc.property(files, table, table, (deltas, ours, theirs) => {
        const one = findingsOf(deltas, ours, theirs);
        const other = findingsOf(deltas, theirs, ours);
        expect(other.keys).toEqual({ ...one.keys, onlyOurs: one.keys.onlyTheirs, onlyTheirs: one.keys.onlyOurs });
        expect(Number(subtractDecimals(other.gap.difference ?? '0', '0'))).toBe(0 - Number(one.gap.difference));
      }),
      { numRuns: 30 },
    );
  });
});
