import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { investigateFiles } from '@/lib/cli/investigate-files';
import { toldFindings } from '@/lib/cli/told-findings';
import { findingsSchema } from '@/lib/core/findings/findings';
import { describeProblem } from '@/lib/core/words/problem';
import { goldenCase, goldenCases, goldenProblem } from './support/golden/golden-case';

/**
 * Each folder of tests/golden is a case: its data files; `args.json`, arguments besides the files, where it needs any;
 * and what comes of it: `findings.json`, every key of which `--json` must have with the same value, or
 * `problem.txt`, the sentence on which the call ends. The sample stores no data: `generated.json` names its seed.
 */
describe.each(goldenCases)('%s', (name) => {
  it('comes to what its folder says', async () => {
    const { folder, call } = goldenCase(name);
    const problem = goldenProblem(name);
    const found = await investigateFiles(call);
    if (problem !== null) {
      expect(found.ok ? 'no problem' : describeProblem(found.problem).what).toBe(problem);
      return;
    }
    const expected: unknown = JSON.parse(readFileSync(path.join(folder, 'findings.json'), 'utf8'));
    if (!found.ok) throw new Error(describeProblem(found.problem).what);
    expect(toldFindings(found.value.findings)).toMatchObject(z.record(z.string(), z.unknown()).parse(expected));
    expect(findingsSchema.safeParse(found.value.findings).error).toBeUndefined();
  });
});
