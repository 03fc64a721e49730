import type { Findings, Side } from '@/lib/core/findings/findings';

/** Names of the files that took no effect, in whole, on a side. */
export function missingFiles(findings: Findings, side: Side): ReadonlySet<string> {
  const names = new Set<string>();
  for (const cause of findings.sides[side]?.causes ?? []) {
    if (cause.fault === 'file-not-loaded') for (const file of cause.files) names.add(file);
  }
  return names;
}

/** Names of the files that took no effect on either side. */
export function missingAnywhere(findings: Findings): ReadonlySet<string> {
  return new Set([...missingFiles(findings, 'ours'), ...missingFiles(findings, 'theirs')]);
}

/** Names of the files of which a cause on that side says that rows never arrived, in whole or in part. */
export function shortFiles(findings: Findings, side: Side): ReadonlySet<string> {
  const names = new Set(missingFiles(findings, side));
  for (const cause of findings.sides[side]?.causes ?? []) {
    if (cause.fault === 'file-partially-loaded') for (const file of cause.files) names.add(file);
  }
  return names;
}
