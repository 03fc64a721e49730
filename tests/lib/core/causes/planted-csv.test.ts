import { expect, test } from 'vitest';
import { investigateCase } from '../../../support/planted/investigate-case';
import { investigateCsv } from '../../../support/planted/investigate-csv';
import { planCases } from '../../../support/planted/plan';
import { plantCase } from '../../../support/planted/plant';

const cases = planCases({ singles: 0, pairs: 10, triples: 0, noise: 2, clean: 1, largest: 220 });

test.each(cases.map((spec) => ({ spec, title: `${spec.codes.join(' + ') || 'no fault'} (seed ${spec.seed})` })))(
  'written to CSV files and read again, $title has the findings of its tables',
  async ({ spec }) => {
    const planted = plantCase(spec);
    expect(await investigateCsv(planted)).toEqual(investigateCase(planted));
  },
);
