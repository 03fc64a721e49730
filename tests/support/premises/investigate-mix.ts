import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCall } from '@/lib/cli/call';
import { type InvestigatedFiles, investigateFiles } from '@/lib/cli/investigate-files';
import { describeProblem } from '@/lib/core/words/problem';
import { judgeMix, type Verdict } from './judge';
import type { Mix } from './mix';

/** What the product made of a mix, and how it is judged. */
export interface JudgedMix {
  readonly mix: Mix;
  /** Null: it refused, or threw. */
  readonly found: InvestigatedFiles | null;
  readonly verdict: Verdict;
  readonly milliseconds: number;
}

/** Writes the files of a mix into the folder and gives their paths in the order of the mix. */
export async function writeMix(mix: Mix, folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const paths = mix.files.map(({ name }) => join(folder, name));
  for (const [f, { text }] of mix.files.entries()) await writeFile(paths[f] ?? '', text);
  return paths;
}

/** Investigates the files of a mix as the command line would, in a folder of their own that is gone afterwards. */
export async function investigateMix(mix: Mix): Promise<JudgedMix> {
  const folder = await mkdtemp(join(tmpdir(), 'premises-'));
  try {
    return await judged(mix, await writeMix(mix, folder));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function judged(mix: Mix, paths: readonly string[]): Promise<JudgedMix> {
  const call = readCall([...paths.slice(0, -2), '--ours', paths.at(-2) ?? '', '--theirs', paths.at(-1) ?? '']);
  if (!call.ok || call.value.kind !== 'investigate') throw new Error('the call of a mix makes no sense');
  const before = performance.now();
  const since = () => performance.now() - before;
  try {
    const found = await investigateFiles(call.value);
    const milliseconds = since();
    if (found.ok) return { mix, found: found.value, verdict: judgeMix(mix, found.value.findings), milliseconds };
    const verdict: Verdict = { outcome: 'abstained', remarks: [`refused: ${describeProblem(found.problem).what}`] };
    return { mix, found: null, verdict, milliseconds };
  } catch (error) {
    const remark = `it threw: ${error instanceof Error ? error.message : String(error)}`;
    return { mix, found: null, verdict: { outcome: 'wrong', remarks: [remark] }, milliseconds: since() };
  }
}
