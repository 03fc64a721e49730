import { isAside } from '@/lib/core/intake/stray-file';
import { describeProblem } from '@/lib/core/words/problem';
import { readCall, USAGE } from './call';
import { investigateFiles } from './investigate-files';
import { say, sayJson, warn } from './output';
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
    say(USAGE);
    return AGREE;
  }
  const found = await investigateFiles(call.value);
  if (!found.ok) return unusable(describeProblem(found.problem).what);
  const { findings, comparison, rejected, strays } = found.value;
  for (const stray of strays) warn(`${describeProblem(stray).what}${isAside(stray) ? '' : ' It is set aside.'}`);
  for (const sentence of tellRejected(rejected)) warn(sentence);
  if (call.value.json) sayJson(toldFindings(findings));
  else say(tellInvestigation(found.value));
  return comparison.differs.includes(1) ? DIFFER : AGREE;
}
