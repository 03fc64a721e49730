import { describe, expect, test } from 'vitest';
import type { Cause, Findings } from '@/lib/core/findings/findings';
import { investigate } from '@/lib/core/investigation/investigate';
import { mechanismsOf, retell } from '@/lib/core/words/retell';
import { tellFault } from '@/lib/core/words/tell-fault';
import { tellingOf } from '@/lib/core/words/telling';
import { exampleFaults } from '../../../support/every-sentence';
import { plainCase } from '../../../support/plain-case';
import { investigateCase } from '../../../support/planted/investigate-case';
import { fixedPlan, planCases } from '../../../support/planted/plan';
import { plantCase } from '../../../support/planted/plant';
import { sampleFindings } from '../../../support/sample-findings';

/** Names that no file, column or sentence has in it. */
const ODD = { ours: 'Zyx', theirs: 'Qwv' };
const OTHER = { ours: "Acme's Own", theirs: 'Bolt' };

/** Every fault of the catalogue on both sides, keys twice in both tables. */
const everything: Findings = retell(
  {
    ...sampleFindings,
    keys: { ...sampleFindings.keys, duplicatedOurs: 1, duplicatedTheirs: 20 },
    sides: { ours: withEveryCause('ours'), theirs: withEveryCause('theirs') },
  },
  ODD,
);

function withEveryCause(side: 'ours' | 'theirs') {
  const found = sampleFindings.sides[side];
  const causes = exampleFaults.map(
    (fault): Cause => ({ ...fault, keys: 1, amount: '0', mechanisms: [], evidence: [] }),
  );
  const telling = { ...tellingOf(sampleFindings, side), labels: ODD };
  return found && { ...found, causes, distinguishing: exampleFaults.map((f) => tellFault(f, telling).wouldShow) };
}

describe('told again under other names', () => {
  test('the findings name no side by its old name', () => {
    expect(JSON.stringify(everything)).toMatch(/Zyx.*Qwv/);
    expect(JSON.stringify(retell(everything, OTHER))).not.toMatch(/Zyx|Qwv/);
  });

  test('and back, they are what they were', () => {
    expect(retell(retell(everything, OTHER), ODD)).toEqual(everything);
  });

  test('it is still the same investigation', () => {
    expect(retell(sampleFindings, OTHER).evidence).toBe(sampleFindings.evidence);
  });
});

describe('told again under the same names, findings are equal to what they were', () => {
  const singles = planCases(fixedPlan).filter(({ size }) => size === 'single');

  test.each(singles.map((spec) => ({ spec, code: spec.codes.join() })))('$code', ({ spec }) => {
    const findings = investigateCase(plantCase(spec));
    expect(retell(findings, findings.labels)).toEqual(findings);
    expect(JSON.stringify(retell(retell(findings, ODD), OTHER))).not.toMatch(/Zyx|Qwv/);
  });

  test('in a case of one table, and with every warning', () => {
    const row = (user_id: string, total_spend: string, batch_id: string) => ({ user_id, total_spend, batch_id });
    const rows = [row('1', '10', '1'), row('1', '11', '1'), row('2', '20', '2'), row('3', '30', '3')];
    const context = { labels: ODD, key: ['user_id'], rejected: {} };
    for (const theirs of [undefined, rows.toReversed()]) {
      const tables = plainCase({ deltas: [{ file: 'delta0.csv', rows }], ours: rows, ...(theirs && { theirs }) });
      const { findings } = investigate(tables, context);
      expect(findings.warnings.map(({ code }) => code)).toContain('keys-duplicated');
      expect(retell(findings, ODD)).toEqual(findings);
    }
  });
});

test("a fault's mechanisms stand beside the evidence for each", () => {
  const { mechanisms, evidence } = mechanismsOf(
    { fault: 'file-not-loaded', files: ['delta3.csv'] },
    tellingOf(sampleFindings, 'ours'),
  );
  expect(mechanisms[1]).toBe('delta3.csv came out of decryption empty');
  expect(evidence[1]).toBe('the byte count after decryption');
});
