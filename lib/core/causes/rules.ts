import { matchTables } from '../compare/match';
import { changesOfAll } from '../faults/catalogue';
import { tryReplay } from '../faults/replay';
import { faultOfRule, isRuleFault } from '../faults/rules';
import { type DedupeRule, dedupeRules } from '../findings/dedupe-rule';
import type { Fault } from '../findings/fault';
import { isKeyByKey } from '../pipeline/change';
import type { Dataset, GroupedRows } from '../table/dataset';
import { glanceAt } from './key-subset';

/**
 * De-duplication rules that, with the side's other causes, reproduce its table, and those that do not. On many keys a
 * glance at some of them spares the replays that would differ there already.
 */
export function inferRules(
  dataset: Dataset,
  observed: GroupedRows,
  faults: readonly Fault[],
  tick: () => void,
): { consistent: DedupeRule[]; excluded: DedupeRule[] } {
  const others = faults.filter((fault) => !isRuleFault(fault));
  const part = isKeyByKey(changesOfAll(others)) ? glanceAt(dataset, observed) : null;
  const consistent: DedupeRule[] = [];
  const excluded: DedupeRule[] = [];
  for (const rule of dedupeRules) {
    if (dataset.version === -1 && rule.includes('version')) continue;
    tick();
    const faults = rule === dataset.rule ? others : [...others, faultOfRule(rule)];
    const same = (!part || gives(part.dataset, faults, part.observed)) && gives(dataset, faults, observed);
    (same ? consistent : excluded).push(rule);
  }
  return { consistent, excluded };
}

function gives(dataset: Dataset, faults: readonly Fault[], observed: GroupedRows): boolean {
  const { rows, of } = tryReplay(dataset, faults, observed, (replayed) => matchTables(dataset, replayed, observed));
  return rows === of;
}
