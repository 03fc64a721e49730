import { filesArriving } from '@/lib/core/faults/catalogue';
import type { Fault } from '@/lib/core/findings/fault';
import type { Findings, Side } from '@/lib/core/findings/findings';

/** Names of the files of which, by these causes, no row took effect. */
export function filesWithoutEffect(causes: readonly Fault[]): ReadonlySet<string> {
  return new Set(causes.flatMap((cause) => filesArriving(cause, 'none')));
}

/** Names of the files that took no effect, in whole, on a side. */
export function missingFiles(findings: Findings, side: Side): ReadonlySet<string> {
  return filesWithoutEffect(findings.sides[side]?.causes ?? []);
}

/** Names of the files that took no effect on either side. */
export function missingAnywhere(findings: Findings): ReadonlySet<string> {
  return new Set([...missingFiles(findings, 'ours'), ...missingFiles(findings, 'theirs')]);
}

/** Names of the files of which a cause on that side says that rows never arrived, in whole or in part. */
export function shortFiles(findings: Findings, side: Side): ReadonlySet<string> {
  const causes = findings.sides[side]?.causes ?? [];
  return new Set([...missingFiles(findings, side), ...causes.flatMap((cause) => filesArriving(cause, 'part'))]);
}
