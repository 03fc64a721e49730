import type { Telling } from '../faults/fault-words';
import type { Findings, Side } from '../findings/findings';
import { keyColumns } from '../findings/key-columns';
import { formatAmount } from '../phrases/amounts';
import { list } from '../phrases/phrases';
import { entityOf } from './entity';

/** What the words of one side's faults may name. */
export function tellingOf(findings: Findings, side: Side): Telling {
  const { key, measure, version } = findings.mapping;
  const unit = unitOf(findings);
  return {
    side,
    labels: findings.labels,
    files: deltasOf(findings),
    columns: { key: typeof key === 'string' ? key : list(key), measure, version: version === '' ? 'version' : version },
    keyColumns: keyColumns(findings.mapping),
    entity: entityOf(key),
    amount: (decimal) => formatAmount(decimal, unit),
  };
}

/** The measure's currency sign or "%", or null. */
export function unitOf(findings: Findings): string | null {
  return findings.columns.find((column) => column.role === 'measure')?.unit ?? null;
}

/** The deltas' names in arrival order. */
export function deltasOf(findings: Findings): readonly string[] {
  return findings.inputs
    .filter((input) => input.role === 'delta')
    .sort((a, b) => (a.order ?? 0) - (b.order ?? 0))
    .map((input) => input.file);
}
