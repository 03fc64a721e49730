import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { InvestigateCall } from '@/lib/cli/call';
import { investigateFiles } from '@/lib/cli/investigate-files';
import type { Findings, Side } from '@/lib/core/findings/findings';
import { describeProblem } from '@/lib/core/words/problem';
import type { Listing } from '@/lib/report/listings/listing-plan';
import { pandasListing } from '@/lib/report/listings/pandas';
import { sqlListing } from '@/lib/report/listings/sql';
import { goldenCase, goldenCases, goldenProblem } from '../../../support/golden/golden-case';
import { duckDbRunner, pandasRunner, type RunListing } from '../../../support/run-listings';

/** Cases whose fault no listing over the exported files can repeat: it says so. */
const WITHOUT = ['rows-repeated', 'version-misread', 'measure-misread'];

type Written = (findings: Findings, side: Side) => Listing | null;

/** Every case that ends in findings, but for the one with a file in UTF-16. */
const readable = goldenCases.filter((name) => goldenProblem(name) === null && name !== 'other-dialects');

async function findingsOf(call: InvestigateCall): Promise<Findings> {
  const found = await investigateFiles(call);
  if (!found.ok) throw new Error(describeProblem(found.problem).what);
  return found.value.findings;
}

async function expectClaimsToHold(name: string, written: Written, run: RunListing): Promise<void> {
  const { call, data, files } = goldenCase(name);
  const findings = await findingsOf(call);
  const contents = Object.fromEntries(files.map((file) => [file, readFileSync(path.join(data, file))]));
  const given = (['ours', 'theirs'] as const).filter((side) => findings.sides[side] !== null);
  for (const side of given) {
    const listing = written(findings, side);
    if (listing?.kind === 'none' && WITHOUT.includes(name)) {
      expect(listing.why).not.toBe('');
      continue;
    }
    if (listing?.kind !== 'listing') throw new Error(`no listing for ${side}`);
    const { equal, held, replayed } = await run(listing.code, contents);
    expect(equal === held && held === replayed, listing.code).toBe(findings.sides[side]?.proved);
  }
}

it('no listing is written over a file that it could not read, and it says why', async () => {
  const written = sqlListing(await findingsOf(goldenCase('other-dialects').call), 'ours');
  expect(written?.kind === 'none' ? written.why : '').toContain('is written in UTF-16LE');
});

const pandas = pandasRunner();
const duckDb = await duckDbRunner();

describe('the SQL listing of a golden case gives the table exactly where the findings call it proved', () => {
  it.each(readable)('%s', (name) => expectClaimsToHold(name, sqlListing, duckDb));
});

describe(`the pandas listing does so too${pandas ? '' : ' (not run: no python3 with pandas here)'}`, {
  timeout: 60_000,
}, () => {
  if (pandas) it.each(readable)('%s', (name) => expectClaimsToHold(name, pandasListing, pandas));
  else it.skip.each(readable)('%s', () => undefined);
});
