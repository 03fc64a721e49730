import { expect, it } from 'vitest';
import type { Repair } from '@/lib/core/findings/findings';
import { repairSentences } from '@/lib/report/repair-words';
import { sampleFindings } from '../../support/sample-findings';

const [repair] = sampleFindings.repair;

function told(part: Partial<Repair>): readonly string[] {
  return repair ? repairSentences({ ...sampleFindings, repair: [{ ...repair, ...part }] }) : [];
}

it('promises the right table only where loading rows mends every user', () => {
  expect(told({ beyond: 0 })[0]).toBe("Loading 1,841 rows makes AIQ's table what the five files should give.");
  expect(told({ beyond: 3 })[0]).toBe(
    "Loading 1,841 rows puts 1,841 users right, but does not make AIQ's table what the five files should give.",
  );
  expect(told({ beyond: 3 }).at(-1)).toContain('loading rows cannot mend that');
});
