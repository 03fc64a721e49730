import { describe, expect, test } from 'vitest';
import type { Fault } from '@/lib/core/findings/fault';
import { round, toAmount } from '../../../support/planted/amount';
import { allCodes } from '../../../support/planted/draw-fault';
import { differingKeys, sameTable } from '../../../support/planted/plain-case';
import { fixedPlan, fullPlan, planCases } from '../../../support/planted/plan';
import { plantCase } from '../../../support/planted/plant';
import { takeAsGiven } from '../../../support/planted/slow-pipeline';

describe('the plan of planted cases', () => {
  const plan = planCases(fullPlan);
  const count = (size: string) => plan.filter((spec) => spec.size === size).length;

  test('has at least 500 cases, among them 200 singles, 150 pairs, 100 triples and 60 with noise', () => {
    expect(plan.length).toBeGreaterThanOrEqual(500);
    expect(count('single')).toBeGreaterThanOrEqual(200);
    expect(count('pair')).toBeGreaterThanOrEqual(150);
    expect(count('triple')).toBeGreaterThanOrEqual(100);
    expect(count('noise')).toBeGreaterThanOrEqual(60);
  });

  test('has every fault at every size, and no seed twice', () => {
    for (const size of ['single', 'pair', 'triple', 'noise']) {
      const codes = new Set(plan.filter((spec) => spec.size === size).flatMap((spec) => spec.codes));
      expect([...codes].sort()).toEqual([...allCodes].sort());
    }
    expect(new Set(plan.map((spec) => spec.seed)).size).toBe(plan.length);
  });
});

describe('a planted case', () => {
  test('is the same whenever it is drawn from its seed', () => {
    for (const spec of planCases(fixedPlan).slice(0, 6)) expect(plantCase(spec)).toEqual(plantCase(spec));
  });

  test.each(planCases(fixedPlan))(
    'of seed $seed shows every fault that was planted, and its noise on just the rows that are named',
    (spec) => {
      const planted = plantCase(spec);
      for (const side of [planted.ours, planted.theirs]) {
        if (!side) continue;
        const gives = (faults: readonly Fault[]) =>
          sameTable(takeAsGiven(planted.source, faults, side.clean).table, side.clean);
        expect(gives(side.faults)).toBe(true);
        for (const fault of side.faults) expect(gives(side.faults.filter((other) => other !== fault))).toBe(false);
        expect(differingKeys(side.clean, side.table).sort()).toEqual([...side.noise].sort());
      }
    },
  );
});

test.each([
  ['cut', '-1.5', '-1'],
  ['down', '-1.5', '-2'],
  ['up', '-1.5', '-1'],
  ['up', '1.1', '2'],
  ['half-up', '2.5', '3'],
  ['half-up', '-2.5', '-3'],
  ['half-even', '2.5', '2'],
  ['half-even', '3.5', '4'],
  ['half-even', '-2.5', '-2'],
  ['half-even', '2.51', '3'],
] as const)('rounding %s takes %s to %s', (how, from, to) => {
  expect(round(toAmount(from), how, 0)).toBe(toAmount(to));
});
