import { sameTables } from '../compare/match';
import { replay } from '../faults/replay';
import { faultOfRule, isRuleFault } from '../faults/rules';
import { type DedupeRule, dedupeRules } from '../findings/dedupe-rule';
import type { Fault } from '../findings/fault';
import type { Dataset, GroupedRows } from '../table/dataset';

/** De-duplication rules that, with the side's other causes, reproduce its table, and those that do not. */
export function inferRules(
  dataset: Dataset,
  observed: GroupedRows,
  faults: readonly Fault[],
  tick: () => void,
): { consistent: DedupeRule[]; excluded: DedupeRule[] } {
  const others = faults.filter((fault) => !isRuleFault(fault));
  const consistent: DedupeRule[] = [];
  const excluded: DedupeRule[] = [];
  for (const rule of dedupeRules) {
    if (dataset.version === -1 && rule.includes('version')) continue;
    tick();
    const faults = rule === dataset.rule ? others : [...others, faultOfRule(rule)];
    const same = sameTables(dataset, replay(dataset, faults, observed), observed);
    (same ? consistent : excluded).push(rule);
  }
  return { consistent, excluded };
}
