import { describe, expect, it } from 'vitest';
import { tellVerdict } from '@/lib/core/words/verdict';
import { csv, findingsOf } from '@/tests/support/findings-of';

const HEADER = 'user_id,spend,batch_id';
const row = (i: number, amount: string) => `u${i},${amount},${i}`;
const rows = (amount: (i: number) => string) =>
  csv(
    HEADER,
    Array.from({ length: 30 }, (_, i) => row(i, amount(i))),
  );
const mixed = (i: number) => `${i % 3 === 0 ? '€' : '$'}${i}`;

describe('amounts that cannot be added', () => {
  it('are equal only under the same sign, and totalled by it', async () => {
    const findings = await findingsOf({
      'delta0.csv': rows(mixed),
      'vendor.csv': rows((i) => (i === 7 ? '€7' : mixed(i))),
      'customer.csv': rows(mixed),
    });
    expect(findings.sides).toMatchObject({ ours: { proved: false }, theirs: { proved: true, causes: [] } });
    expect(findings.keys.mismatched).toBe(1);
    expect(findings.premises).toContainEqual(
      expect.objectContaining({ code: 'currencies', signsOf: 'spend', column: 'spend sign', values: ['$', '€'] }),
    );
    expect(findings.totals).toEqual([
      { value: '$', expected: '300', ours: '293', theirs: '300' },
      { value: '€', expected: '135', ours: '142', theirs: '135' },
    ]);
    expect(findings.columns.find(({ name }) => name === 'spend')?.unit).toBeNull();
  });

  it('may stand without a sign in a table that has none', async () => {
    const findings = await findingsOf({ 'delta0.csv': rows(mixed), 'vendor.csv': rows(String) });
    expect(findings.sides.ours).toMatchObject({ proved: true, causes: [] });
    expect(findings.totals).toEqual([]);
    expect(tellVerdict(findings).headline).toContain('exactly what delta0.csv should give');
  });

  it('are not percent in one place and plain in another', async () => {
    const percent = (i: number) => (i % 5 === 0 ? `${i}%` : String(i));
    const findings = await findingsOf({ 'delta0.csv': rows(percent), 'vendor.csv': rows(String) });
    expect(findings.sides.ours?.proved).toBe(false);
    expect(findings.sides.ours?.reproduced).toEqual({ rows: 24, of: 30 });
  });

  it('have no column of signs where they are in one unit, or in none', async () => {
    for (const amount of [(i: number) => `$${i}`, (i: number) => `${i}%`, String]) {
      const findings = await findingsOf({ 'delta0.csv': rows(amount), 'vendor.csv': rows(amount) });
      expect(findings.columns.map(({ name }) => name)).toEqual(['spend', 'batch_id']);
    }
  });
});
