import { describe, expect, test } from 'vitest';
import { investigateCase } from '../../../support/planted/investigate-case';
import { judgeBooks, judgeSide } from '../../../support/planted/judge';
import { fixedPlan, planCases } from '../../../support/planted/plan';
import { type CaseSpec, plantCase } from '../../../support/planted/plant';

const told = (spec: CaseSpec) => ({
  spec,
  title: `${spec.size} ${spec.codes.join(' + ') || 'no fault'} (seed ${spec.seed})`,
});

/** The fixed part of `npm run bench:causes`; a failing seed runs alone there with --fixed --seed. */
describe('a planted fault is found, or its equivalent is, and nothing is proved that is not so', {
  timeout: 60_000,
}, () => {
  test.each(planCases(fixedPlan).map(told))('$title', ({ spec }) => {
    const planted = plantCase(spec);
    const findings = investigateCase(planted);
    expect(judgeBooks(planted, findings)).toEqual([]);
    for (const name of ['ours', 'theirs'] as const) {
      const side = planted[name];
      const found = findings.sides[name];
      expect(found === null).toBe(side === null);
      if (side && found)
        expect(['exact', 'equivalent'], `${name}: ${judgeSide(planted, side, found).remarks.join('; ')}`).toContain(
          judgeSide(planted, side, found).outcome,
        );
    }
  });
});
