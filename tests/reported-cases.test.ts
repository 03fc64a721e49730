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
  '02-dayfirst-raw': ['version-misread'],
  '02c-us-excel-dates': ['file-not-loaded delta2.csv'],
  '04-cdc-deletes': ['deletes-ignored'],
  '08-ties-first': ['ties-broken-differently'],
  '09-null-ignored': ['empties-ignored'],
  '13-collation-merge': ['key-altered'],
  '17c-bank-preamble': ['file-not-loaded delta1.csv'],
  '19-composite-key': ['key-incomplete'],
  '24-column-appended': ['file-partially-loaded delta2.csv'],
  '25-null-words': [],
  '26-total-row': ['file-not-loaded delta1.csv'],
  '27-old-file-resent': ['file-loaded-again delta1.csv', 'last-row-wins'],
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

  it('counts every customer that went back to an older row for the file that came again', async () => {
    const findings = await findingsOf('27-old-file-resent');
    expect(findings.sides.ours?.causes.map(({ keys }) => keys)).toEqual([161, 0]);
    expect(tellVerdict(findings).headline).toMatch(/^delta1\.csv was loaded a second time after delta3\.csv/);
  });

  it('says that nothing tells which of two tied rows was agreed', async () => {
    const { headline, rightness } = tellVerdict(await findingsOf('08-ties-first'));
    expect(headline).toMatch(/^If the later of two rows with the same ts counts, /);
    expect(rightness).toContain("If the earlier counts, Vendor's table is exactly what the four files should give");
  });
});

describe.skipIf(!existsSync(path.join(folder, 'trust')))('a file that is not what it seems', () => {
  const at = (name: string, file: string) => path.join(folder, 'trust', name, file);

  async function told(name: string, files: readonly string[], options: readonly string[]) {
    const call = readCall([...files.map((file) => at(name, file)), ...options]);
    if (!call.ok || call.value.kind !== 'investigate') throw new Error('no call');
    const found = await investigateFiles(call.value);
    if (!found.ok) return { problem: describeProblem(found.problem).what };
    const { findings, rejected, strays } = found.value;
    return {
      headline: tellVerdict(findings).headline,
      rows: findings.inputs.map(({ rows }) => rows),
      rejected: rejected.map(({ lines }) => lines.map(({ line, reason }) => `${line} ${reason}`)),
      strays: strays.map(({ code }) => code),
      proved: [findings.sides.ours?.proved, findings.sides.theirs?.proved],
      unexplained: findings.sides.ours?.unexplained.keys,
    };
  }

  const matching = (pattern: RegExp) => expect.stringMatching(pattern) as unknown;

  it('loses no row behind a quote that is out of place', async () => {
    expect(
      await told('02-quote-swallows-rows', ['w0.csv'], ['--ours', at('02-quote-swallows-rows', 'wo.csv')]),
    ).toEqual({
      problem: matching(/^w0\.csv, line \d: a quote is out of place.* 1 of 4 lines of the file/),
    });
    const tables = ['vendor.csv', 'customer.csv'].map((file) => at('02-quote-swallows-rows', file));
    const found = await told(
      '02-quote-swallows-rows',
      ['delta0.csv', 'delta1.csv'],
      ['--ours', tables[0] ?? '', '--theirs', tables[1] ?? ''],
    );
    expect(found).toMatchObject({ proved: [false, false] });
    expect(found.rejected).toEqual([[expect.stringMatching(/^\d+ quote-out-of-place$/)]]);
  });

  it.each(['gz-two-members.csv.gz', 'gz-two-members-small-first.csv.gz', 'gz-trailing-garbage.csv.gz'])(
    'is read whole from all members of %s',
    async (file) => {
      const tables = ['--ours', at('03-gzip-members', 'ours.csv'), '--theirs', at('03-gzip-members', 'theirs.csv')];
      const found = await told('03-gzip-members', [file, 'delta1.csv'], tables);
      expect(found).toMatchObject({ rows: [50, 200, 200, 200], proved: [true, true] });
      expect(found.headline).toMatch(/^No row of delta1\.csv took effect/);
    },
  );

  it('is refused where it says another length than it has', async () => {
    const tables = ['--ours', at('03-gzip-members', 'ours.csv'), '--theirs', at('03-gzip-members', 'theirs.csv')];
    expect(await told('03-gzip-members', ['gz-isize-small.csv.gz', 'delta1.csv'], tables)).toEqual({
      problem: 'gz-isize-small.csv.gz is damaged: what it unpacks to does not have its length.',
    });
  });

  it.each([
    ['zip-dot.zip', []],
    ['zip-dup-names.zip', []],
    ['zip-hidden.zip', []],
    ['zip-proto.zip', []],
    ['zip-traversal.zip', ['entries-renamed']],
  ])('is read under any name from %s', async (file, strays) => {
    const tables = ['--ours', at('05-zip-entries', 'ours.csv'), '--theirs', at('05-zip-entries', 'theirs.csv')];
    expect(await told('05-zip-entries', [file, 'delta1.csv'], tables)).toMatchObject({ strays, proved: [true, true] });
  });

  it('is compared in columns of any name', async () => {
    const found = await told('06-builtin-names', ['p-delta0.csv'], ['--ours', at('06-builtin-names', 'p-ours.csv')]);
    expect(found).toMatchObject({ proved: [true, undefined], unexplained: 0 });
    const measure = ['--ours', at('06-builtin-names', 'mo.csv'), '--measure', 'constructor'];
    expect(await told('06-builtin-names', ['m0.csv'], measure)).toMatchObject({ unexplained: 1 });
  });

  it('is not garbled by one byte', async () => {
    expect(await told('09-one-bad-byte', ['bb0.csv'], ['--ours', at('09-one-bad-byte', 'bbo.csv')])).toEqual({
      problem: matching(/^bb0\.csv, line 4: the line has bytes of another encoding/),
    });
  });
});
