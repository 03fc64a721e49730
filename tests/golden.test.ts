import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { type InvestigateCall, readCall } from '@/lib/cli/call';
import { investigateFiles } from '@/lib/cli/investigate-files';
import { toldFindings } from '@/lib/cli/told-findings';
import { findingsSchema } from '@/lib/core/findings/findings';
import { describeProblem } from '@/lib/core/problem';
import { generateSample } from '@/lib/core/sample/generate-sample';

/**
 * Each folder of tests/golden is a case: its data files; `args.json`, arguments besides the files, where it needs any;
 * and what comes of it: `findings.json`, every key of which `--json` must have with the same value, or
 * `problem.txt`, the sentence on which the call ends. The sample stores no data: `generated.json` names its seed.
 */
const folder = path.join(import.meta.dirname, 'golden');
const cases = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());

function callOf(golden: string): InvestigateCall {
  const data = dataFolder(golden);
  const files = readdirSync(data).filter((name) => /\.(csv|tsv|gz|zip)$/.test(name));
  const argsFile = path.join(golden, 'args.json');
  const args = existsSync(argsFile) ? z.array(z.string()).parse(JSON.parse(readFileSync(argsFile, 'utf8'))) : [];
  const call = readCall([...args, ...files.map((name) => path.join(data, name))]);
  if (!call.ok || call.value.kind !== 'investigate') throw new Error(`${golden}: args.json makes no call`);
  return call.value;
}

/** The golden folder itself, or one into which its sample has been generated. */
function dataFolder(golden: string): string {
  const generated = path.join(golden, 'generated.json');
  if (!existsSync(generated)) return golden;
  const { seed } = z.object({ seed: z.int() }).parse(JSON.parse(readFileSync(generated, 'utf8')));
  const data = mkdtempSync(path.join(tmpdir(), 'tieout-sample-'));
  onTestFinished(() => {
    rmSync(data, { recursive: true });
  });
  for (const { name, csv } of generateSample(seed)) writeFileSync(path.join(data, name), csv);
  return data;
}

describe.each(cases.map(({ name }) => name))('%s', (name) => {
  const golden = path.join(folder, name);
  const problemFile = path.join(golden, 'problem.txt');

  it('comes to what its folder says', async () => {
    const found = await investigateFiles(callOf(golden));
    if (existsSync(problemFile)) {
      const told = found.ok ? 'no problem' : describeProblem(found.problem).what;
      expect(told).toBe(readFileSync(problemFile, 'utf8').trimEnd());
      return;
    }
    const expected: unknown = JSON.parse(readFileSync(path.join(golden, 'findings.json'), 'utf8'));
    if (!found.ok) throw new Error(describeProblem(found.problem).what);
    expect(toldFindings(found.value.findings)).toMatchObject(z.record(z.string(), z.unknown()).parse(expected));
    expect(findingsSchema.safeParse(found.value.findings).error).toBeUndefined();
  });
});
