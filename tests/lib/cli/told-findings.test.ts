import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { toldFindings } from '@/lib/cli/told-findings';
import { type Findings, findingsSchema } from '@/lib/core/findings/findings';
import { arbitraryFindings } from '../../support/arbitrary-findings';
import { exampleFaults } from '../../support/every-sentence';
import { investigateCase } from '../../support/planted/investigate-case';
import { fixedPlan, planCases } from '../../support/planted/plan';
import { plantCase } from '../../support/planted/plant';
import { sampleFindings } from '../../support/sample-findings';

const ours = sampleFindings.sides.ours;
if (!ours) throw new Error('the sample has ours');

describe('what --json prints', () => {
  it('is the findings with words beside them', () => {
    fc.assert(
      fc.property(arbitraryFindings(), (findings) => {
        const printed: unknown = JSON.parse(JSON.stringify(toldFindings(findings)));
        expect(findingsSchema.parse(printed)).toEqual(findings);
      }),
    );
  });

  it("tells a cause's mechanisms, each with its code and the evidence for it", () => {
    const [cause] = toldFindings(sampleFindings).sides.ours?.causes ?? [];
    expect(cause?.mechanismCodes[1]).toBe('decrypted-empty');
    expect(cause?.mechanisms[1]).toBe('delta3.csv came out of decryption empty');
    expect(cause?.evidence[1]).toBe('the byte count after decryption');
  });

  it('tells what would tell tied explanations apart, once', () => {
    const sides = {
      ours: {
        ...ours,
        distinguishingFaults: [{ fault: 'first-row-wins' as const }, { fault: 'first-row-wins' as const }],
      },
      theirs: null,
    };
    expect(toldFindings({ ...sampleFindings, sides }).sides.ours?.distinguishing).toEqual([
      'a user whose newest row is not the first to arrive',
    ]);
  });

  it('tells a pattern, and what shows its rows in the table', () => {
    const pattern = { kind: 'file' as const, file: 'delta3.csv', support: 5, of: 6, precision: 1 };
    const sides = { ours: { ...ours, patterns: [pattern] }, theirs: null };
    expect(toldFindings({ ...sampleFindings, sides }).sides.ours?.patterns).toEqual([
      {
        ...pattern,
        text: 'the expected row comes from delta3.csv',
        filter: { kind: 'expectedFile', file: 'delta3.csv' },
      },
    ]);
  });
});

describe('findings hold no words', () => {
  const singles = planCases(fixedPlan).filter(({ size }) => size === 'single');

  test.each(singles.map((spec) => ({ spec, code: spec.codes.join() })))('of $code', ({ spec }) => {
    const findings = investigateCase(plantCase(spec));
    expect(JSON.stringify({ ...findings, labels: null })).not.toContain(' ');
  });
});

it('under other labels every sentence names the sides by them', () => {
  const side = {
    ...ours,
    causes: exampleFaults.map((fault) => ({ ...fault, keys: 1, amount: '0' })),
    distinguishingFaults: [...exampleFaults],
  };
  const everything: Findings = {
    ...sampleFindings,
    labels: { ours: 'Zyx', theirs: 'Qwv' },
    sides: { ours: side, theirs: side },
    warnings: [
      { code: 'keys-duplicated', side: 'ours', keys: 1 },
      { code: 'keys-duplicated', side: 'theirs', keys: 20 },
    ],
  };
  expect(JSON.stringify(toldFindings(everything))).toMatch(/Zyx.*Qwv/);
  const renamed = { ...everything, labels: { ours: "Acme's Own", theirs: 'Bolt' } };
  expect(JSON.stringify(toldFindings(renamed))).not.toMatch(/Zyx|Qwv/);
});
