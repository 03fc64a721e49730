import { describe, expect, test } from 'vitest';
import { investigateCase } from '../../../support/planted/investigate-case';
import { planCases } from '../../../support/planted/plan';
import { plantCase } from '../../../support/planted/plant';
import { slowRepair } from '../../../support/planted/slow-repair';

const cases = planCases({ singles: 1, pairs: 10, triples: 2, noise: 8, clean: 2, largest: 220 });

describe('what is said of mending a planted table is what the slow pipeline comes to when it loads the rows', () => {
  test.each(cases.map((spec) => ({ spec, title: `${spec.codes.join(' + ') || 'no fault'} (seed ${spec.seed})` })))(
    '$title',
    ({ spec }) => {
      const planted = plantCase(spec);
      const findings = investigateCase(planted);
      for (const side of ['ours', 'theirs'] as const) {
        const table = planted[side]?.table;
        const causes = findings.sides[side]?.causes ?? [];
        const should = table ? slowRepair(planted.source, table, causes) : null;
        expect(findings.repair.find((repair) => repair.side === side) ?? null).toEqual(should && { side, ...should });
      }
    },
  );
});
