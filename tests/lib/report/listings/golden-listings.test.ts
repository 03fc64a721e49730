import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { investigateFiles } from '@/lib/cli/investigate-files';
import type { Findings, Side } from '@/lib/core/findings/findings';
import type { Listing } from '@/lib/report/listings/listing-plan';
import { pandasListing } from '@/lib/report/listings/pandas';
import { sqlListing } from '@/lib/report/listings/sql';
import { goldenCase, goldenCases } from '../../../support/golden/golden-case';
import { duckDbRunner, pandasRunner, type RunListing } from '../../../support/run-listings';

/** All but the one with a file in UTF-16. */
const readable = goldenCases.filter((name) => name !== 'other-dialects');

/** The files that a reader of the listing has: archives unpacked. */
function unpacked(name: string, bytes: Uint8Array): [string, Uint8Array][] {
  if (name.endsWith('.gz')) return [[name.slice(0, -3), gunzipSync(bytes)]];
  return name.endsWith('.zip') ? Object.entries(unzipSync(bytes)) : [[name, bytes]];
}

async function runs(name: string, listing: (findings: Findings, side: Side) => Listing | null, run: RunListing) {
  const { call, data, files } = goldenCase(name);
  const found = await investigateFiles(call);
  if (!found.ok) return null;
  const { findings } = found.value;
  const contents = Object.fromEntries(files.flatMap((file) => unpacked(file, readFileSync(path.join(data, file)))));
  const outcomes: { side: Side; claimed: boolean; equal: number; held: number; replayed: number; code: string }[] = [];
  for (const side of ['ours', 'theirs'] as const) {
    const written = listing(findings, side);
    if (written?.kind !== 'listing') continue;
    outcomes.push({
      side,
      claimed: findings.sides[side]?.proved ?? false,
      ...(await run(written.code, contents)),
      code: written.code,
    });
  }
  return outcomes;
}

function claimsHold(name: string, listing: (findings: Findings, side: Side) => Listing | null, run: RunListing) {
  return async () => {
    const outcomes = await runs(name, listing, run);
    if (outcomes === null) return;
    expect(outcomes).not.toHaveLength(0);
    for (const { side, claimed, equal, held, replayed, code } of outcomes) {
      const gives = equal === held && held === replayed;
      expect({ side, gives }, code).toEqual({ side, gives: claimed });
    }
  };
}

it('no listing is written over a file that it could not read, and it says why', async () => {
  const found = await investigateFiles(goldenCase('other-dialects').call);
  const written = found.ok ? sqlListing(found.value.findings, 'ours') : null;
  expect(written?.kind === 'none' ? written.why : '').toContain('is written in UTF-16LE');
});

const pandas = pandasRunner();
const duckDb = await duckDbRunner();

describe('the SQL listing of a golden case gives the table exactly where the findings call it proved', () => {
  it.each(readable)('%s', (name) => claimsHold(name, sqlListing, duckDb)());
});

describe.skipIf(pandas === null)(
  `the pandas listing of a golden case does so too${pandas ? '' : ' (not run: no python3 with pandas here)'}`,
  { timeout: 60_000 },
  () => {
    it.each(readable)('%s', (name) => (pandas ? claimsHold(name, pandasListing, pandas)() : undefined));
  },
);
