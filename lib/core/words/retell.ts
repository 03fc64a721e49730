import type { Telling } from '../faults/fault-words';
import type { Fault } from '../findings/fault';
import type { Cause, Findings, SideFindings } from '../findings/findings';
import { tellFault } from './tell-fault';
import { tellingOf } from './telling';

/**
 * The findings with the two sides named otherwise, in every sentence that names one. Nothing else changes, and what names
 * no side stays the same object: `evidence` tells one investigation from another however it is told.
 */
export function retell(findings: Findings, labels: Findings['labels']): Findings {
  const named = { ...findings, labels };
  const { ours, theirs } = findings.sides;
  return {
    ...named,
    sides: {
      ours: ours && retoldSide(ours, tellingOf(named, 'ours')),
      theirs: theirs && retoldSide(theirs, tellingOf(named, 'theirs')),
    },
  };
}

function retoldSide(side: SideFindings, telling: Telling): SideFindings {
  return { ...side, causes: side.causes.map((cause) => ({ ...cause, ...mechanismsOf(cause, telling) })) };
}

/** What else the cause of a fault could be, and the evidence for each, as findings hold them. */
export function mechanismsOf(fault: Fault, telling: Telling): Pick<Cause, 'mechanisms' | 'evidence'> {
  const { mechanisms } = tellFault(fault, telling);
  return {
    mechanisms: mechanisms.map(({ mechanism }) => mechanism),
    evidence: mechanisms.map(({ evidence }) => evidence),
  };
}
