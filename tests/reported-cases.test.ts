import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCall } from '@/lib/cli/call';
import { investigateFiles } from '@/lib/cli/investigate-files';
import type { Findings } from '@/lib/core/findings/findings';
import { describeProblem } from '@/lib/core/words/problem';
import { tellVerdict } from '@/lib/core/words/verdict';

/**
 * Small cases made after what people report in public trackers, read where they lie beside the project and skipped where
 * they do not. Each is told rightly, or not at all: where the fault is none of the catalogue, nothing is proved of it.
 */
const folder = path.join(import.meta.dirname, '../../shared/cases');
const present = existsSync(folder);

/** What is proved of the vendor's table; null where no known fault explains it. The customer's is right in all of them. */
const CASES: Readonly<Record<string, readonly string[] | null>> = {
  '02-dayfirst-raw': null,
  '02c-us-excel-dates': ['file-not-loaded delta2.csv'],
  '04-cdc-deletes': null,
  '08-ties-first': ['ties-broken-differently'],
  '09-null-ignored': ['empties-ignored'],
  '13-collation-merge': null,
  '17c-bank-preamble': ['file-not-loaded delta1.csv'],
  '19-composite-key': null,
  '24-column-appended': ['file-partially-loaded delta2.csv'],
  '25-null-words': [],
  '26-total-row': ['file-not-loaded delta1.csv'],
  '27-old-file-resent': null,
  '30-trailing-minus': ['file-not-loaded delta1.csv'],
};

async function findingsOf(name: string): Promise<Findings> {
  const files = readdirSync(path.join(folder, name)).filter((file) => /^delta.*\.csv$/.test(file));
  const at = (file: string) => path.join(folder, name, file);
  const call = readCall([...files.map(at), '--ours', at('vendor.csv'), '--theirs', at('customer.csv')]);
  if (!call.ok || call.value.kind !== 'investigate') throw new Error('no call');
  const found = await investigateFiles(call.value);
  if (!found.ok) throw new Error(describeProblem(found.problem).what);
  return found.value.findings;
}

describe.skipIf(!present)('a case made after a public report', () => {
  it.each(Object.entries(CASES))('%s is told rightly, or not called proved', async (name, causes) => {
    const findings = await findingsOf(name);
    const { ours, theirs } = findings.sides;
    expect(theirs).toMatchObject({ proved: true, causes: [] });
    if (causes === null) {
      expect(ours?.proved).toBe(false);
      expect(tellVerdict(findings).state).not.toBe('proved');
      return;
    }
    const told = ours?.causes.map((cause) => [cause.fault, ...('files' in cause ? (cause.files ?? []) : [])].join(' '));
    expect(told).toEqual(causes);
    expect(ours?.proved).toBe(true);
  });

  it('counts no total line as a customer', async () => {
    const findings = await findingsOf('26-total-row');
    expect(findings.gap.theirs).toBe('14180983.15');
    expect(findings.premises).toContainEqual(
      expect.objectContaining({ code: 'lines', file: 'customer.csv', taken: 'total' }),
    );
  });

  it('says that nothing tells which of two tied rows was agreed', async () => {
    const { headline, rightness } = tellVerdict(await findingsOf('08-ties-first'));
    expect(headline).toMatch(/^If the later of two rows with the same ts counts, /);
    expect(rightness).toContain("If the earlier counts, Vendor's table is exactly what the four files should give");
  });
});
