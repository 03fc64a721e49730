import { describe, expect, it } from 'vitest';
import { createMask } from '@/lib/core/mask/pseudonym';
import { tellVerdict } from '@/lib/core/words/verdict';
import { maskFindings } from '@/lib/report/mask';
import { csv, findingsOf } from '@/tests/support/findings-of';

const HEADER = 'user_id,total_spend,batch_id';

describe('keys that would tell tied explanations apart', () => {
  it('are named where a newer row of them would give two tables', async () => {
    // The second file is lost; or, just as well, the table stops before its versions.
    const first = Array.from({ length: 30 }, (_, k) => `${1000 + k},${k + 5},${k + 1}`);
    const second = Array.from({ length: 10 }, (_, k) => `${1000 + 3 * k},${k + 500},${k + 101}`);
    const newest = new Map([...first, ...second].map((row) => [row.split(',')[0], row]));
    const findings = await findingsOf({
      'delta0.csv': csv(HEADER, first),
      'delta1.csv': csv(HEADER, second),
      'vendor.csv': csv(HEADER, first),
      'customer.csv': csv(HEADER, [...newest.values()]),
    });
    const ours = findings.sides.ours;
    const codes = [ours?.causes, ...(ours?.equivalents ?? [])].map((faults) =>
      faults?.map(({ fault }) => fault).join(),
    );
    expect(codes).toContain('file-not-loaded');
    if (codes.length < 2) throw new Error('the explanations are not tied');
    expect(ours?.distinguishingKeys).toEqual([['1000']]);
    expect(tellVerdict(findings).distinguishing).toContain('a newer row of user_id 1000 in a further file');
    const masked = maskFindings(findings, createMask('salt', 'user'));
    expect(tellVerdict(masked).distinguishing.join()).not.toContain('1000');
  });

  it('are none where nothing is tied', async () => {
    const rows = Array.from({ length: 10 }, (_, k) => `${k},${k},${k}`);
    const findings = await findingsOf({ 'delta0.csv': csv(HEADER, rows), 'vendor.csv': csv(HEADER, rows) });
    expect(findings.sides.ours?.distinguishingKeys).toEqual([]);
  });
});
