import type { Telling } from '../faults/fault-words';
import type { SideFindings } from '../findings/findings';
import { keyText } from '../key';
import { tellFault } from './tell-fault';

/** The other explanations of the side's table, each told in full. */
export function tellEquivalents({ equivalents }: SideFindings, telling: Telling): readonly string[] {
  return equivalents.map((faults) => faults.map((fault) => tellFault(fault, telling).sentence).join(' '));
}

/** The data by which tied explanations would show themselves, each once, as phrases. */
export function tellDistinguishing(
  { distinguishingFaults, distinguishingKeys }: SideFindings,
  telling: Telling,
): readonly string[] {
  const rows = distinguishingKeys.map(
    (key) => `a newer row of ${telling.columns.key} ${keyText(key)} in a further file`,
  );
  return [...new Set([...distinguishingFaults.map((fault) => tellFault(fault, telling).wouldShow), ...rows])];
}
