import { describe, expect, it } from 'vitest';
import { chartsOf } from '@/lib/charts/charts';
import type { Findings } from '@/lib/core/findings/findings';
import { formatAmount } from '@/lib/core/phrases/amounts';
import { plain } from '@/lib/core/words/phrase';
import { reckon } from '@/lib/core/words/standing';
import { tellVerdict } from '@/lib/core/words/verdict';
import { customerLetter } from '@/lib/report/letters/customer';
import { engineerLetter } from '@/lib/report/letters/engineer';
import { reportOf } from '@/lib/report/report/report';
import { csv, findingsOf } from '@/tests/support/findings-of';
import { people } from './report-case';
import { strayNumbers } from './stray-numbers';

const KEYS = Array.from({ length: 40 }, (_, k) => k);
const CODES = ['EUR', 'GBP'] as const;

/** A case of two files of which one table lacks the second; amounts as a column says, or as their signs do. */
function caseOf(write: (key: number, amount: number, batch: number) => string, header: string) {
  const first = KEYS.map((k) => write(k, 1_000 + 17 * k, 1));
  const second = KEYS.filter((k) => k % 4 < 2).map((k) => write(k, 70_000 + 31 * k, 2));
  const newest = KEYS.map((k) => (k % 4 < 2 ? write(k, 70_000 + 31 * k, 2) : write(k, 1_000 + 17 * k, 1)));
  return findingsOf({
    'delta0.csv': csv(header, first),
    'delta1.csv': csv(header, second),
    'vendor.csv': csv(header, first),
    'customer.csv': csv(header, newest),
  });
}

/** Everything that is told of the findings, as one text. */
function everythingTold(findings: Findings): string {
  return JSON.stringify([
    { ...tellVerdict(findings), premises: tellVerdict(findings).premises.map(({ text }) => text) },
    engineerLetter({ findings, people, examples: [], mask: null }),
    customerLetter({ findings, people }),
    reportOf({ findings, caseName: 'Mixed', date: '22 November 2026', rows: [], mask: null, hashes: {}, comments: [] }),
    chartsOf(findings),
  ]);
}

describe.each([
  ['a column', (k: number, amount: number, batch: number) => `u${k},${amount},${CODES[k % 2]},${batch}`, ',currency'],
  ['their signs', (k: number, amount: number, batch: number) => `u${k},${k % 2 ? '£' : '€'}${amount},${batch}`, ''],
])('amounts that are in two currencies by %s', (_, write, column) => {
  it('are added up nowhere, and the cause is told in keys', async () => {
    const findings = await caseOf(write, `user_id,spend${column},batch_id`);
    expect(findings.sides.ours?.proved).toBe(true);
    const told = everythingTold(findings);
    const sums = [
      findings.expected.total,
      findings.gap.ours ?? '',
      reckon(findings).difference,
      ...findings.inputs.map(({ total }) => total),
      ...(findings.sides.ours?.causes ?? []).map(({ amount }) => amount),
    ];
    for (const sum of sums) expect(told).not.toContain(formatAmount(sum, null));
    const { figures, proof, state } = tellVerdict(findings);
    expect(state).toBe('proved');
    expect(proof.map(plain).join(' ')).toContain('It touches 20 of 40 users, and explains all that differ.');
    const [first = '', second = ''] = column === '' ? ['£', '€'] : ['EUR', 'GBP'];
    expect(figures.map(({ value }) => value)).toEqual([...['', '', ''].map(() => `in ${first} and ${second}`), '20']);
    for (const { value, ours } of findings.totals)
      expect(figures.find(({ kind }) => kind === 'ours')?.note).toContain(formatAmount(ours ?? '', value));
  });

  it('leave no number in a letter that is not in the findings', async () => {
    const findings = await caseOf(write, `user_id,spend${column},batch_id`);
    for (const written of [
      engineerLetter({ findings, people, examples: [], mask: null }),
      customerLetter({ findings, people }),
    ]) {
      if (written.kind !== 'letter') throw new Error(written.why);
      expect(strayNumbers(written.letter, findings)).toEqual([]);
    }
  });
});
