import type { Fault } from '@/lib/core/findings/fault';
import type { Findings } from '@/lib/core/findings/findings';
import type { Mask } from '@/lib/core/mask/pseudonym';
import { maskFaults, maskFindings } from '@/lib/report/mask';

/** How the replay shows a case that it runs on: with a mask, nothing that names a person. */
export interface Shown {
  readonly findings: (findings: Findings) => Findings;
  readonly faults: (faults: readonly Fault[]) => readonly Fault[];
  /** The name of a file. */
  readonly name: (file: string) => string;
}

/** @param findings those that are replayed, as they are */
export function shownUnder(mask: Mask | null, findings: Findings): Shown {
  if (mask === null) return { findings: (own) => own, faults: (own) => own, name: (file) => file };
  return {
    findings: (own) => maskFindings(own, mask),
    faults: (own) => maskFaults(own, findings.mapping, mask),
    name: mask.text,
  };
}
