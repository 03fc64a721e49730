import { describeProblem } from '@/lib/core/words/problem';
import { readCall, USAGE } from './call';
import { investigateFiles } from './investigate-files';
import { tellInvestigation, tellRejected } from './tell';
import { toldFindings } from './told-findings';
import { unusable } from './unusable';

const AGREE = 0;
const DIFFER = 1;

/** `tieout investigate …`. Gives the exit status. */
export async function investigate(args: readonly string[]): Promise<number> {
  const call = readCall(args);
  if (!call.ok) return unusable(call.problem);
  if (call.value.kind === 'help') {
    process.stdout.write(USAGE);
    return AGREE;
  }
  const found = await investigateFiles(call.value);
  if (!found.ok) return unusable(describeProblem(found.problem).what);
  const { findings, comparison, rejected, strays } = found.value;
  for (const stray of strays) process.stderr.write(`${describeProblem(stray).what} It is set aside.\n`);
  for (const sentence of tellRejected(rejected)) process.stderr.write(`${sentence}\n`);
  process.stdout.write(
    call.value.json ? `${JSON.stringify(toldFindings(findings), null, 2)}\n` : tellInvestigation(found.value),
  );
  return comparison.differs.includes(1) ? DIFFER : AGREE;
}
