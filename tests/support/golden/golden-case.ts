import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { type InvestigateCall, readCall } from '@/lib/cli/call';
import { generateSample } from '@/lib/core/sample/generate-sample';

/** The folders of tests/golden: each is a case. */

const folder = path.join(import.meta.dirname, '../../golden');

/** Names of all cases. */
export const goldenCases = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

export interface GoldenCase {
  readonly folder: string;
  /** Where its data files lie: the folder itself, or one into which its sample has been generated for this test. */
  readonly data: string;
  /** Names of its data files. */
  readonly files: readonly string[];
  readonly call: InvestigateCall;
}

/** The sentence on which the call ends; null: it ends in findings. */
export function goldenProblem(name: string): string | null {
  const file = path.join(folder, name, 'problem.txt');
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd() : null;
}

export function goldenCase(name: string): GoldenCase {
  const golden = path.join(folder, name);
  const data = dataFolder(golden);
  const files = readdirSync(data).filter((file) => /\.(csv|tsv|gz|zip)$/.test(file));
  const argsFile = path.join(golden, 'args.json');
  const args = existsSync(argsFile) ? z.array(z.string()).parse(JSON.parse(readFileSync(argsFile, 'utf8'))) : [];
  const call = readCall([...args, ...files.map((file) => path.join(data, file))]);
  if (!call.ok || call.value.kind !== 'investigate') throw new Error(`${golden}: args.json makes no call`);
  return { folder: golden, data, files, call: call.value };
}

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
