import { positionDifferences } from '../compare/row-order';
import type { Findings, Warning } from '../findings/findings';
import { formatAmount } from '../phrases/amounts';
import type { CaseTables } from '../table/case-tables';
import type { Dataset } from '../table/dataset';
import { entityOf } from '../words/entity';
import { duplicationWarnings, linesRejected, rowOrderDiffers, toleranceHides, versionTie } from '../words/warnings';

/** Everything that a reader of the figures must know and that stops nothing. */
export function gatherWarnings(tables: CaseTables, dataset: Dataset, findings: Findings): Warning[] {
  const entity = entityOf(findings.mapping.key);
  const { measure, version } = findings.mapping;
  const warnings: Warning[] = [linesRejected(findings.inputs)].filter((warning) => warning !== null);
  const order = positionDifferences(tables);
  if (order)
    warnings.push(rowOrderDiffers({ measure, entity, seeming: order.measures, differing: findings.keys.mismatched }));
  const tied = tiedKeys(dataset);
  if (tied > 0) warnings.push(versionTie({ keys: tied, version, entity }));
  for (const column of findings.columns) {
    if (column.hidden === 0) continue;
    warnings.push(
      toleranceHides({
        hidden: column.hidden,
        column: column.name,
        tolerance: formatAmount(column.tolerance, column.unit),
        entity,
      }),
    );
  }
  warnings.push(...duplicationWarnings(findings));
  return warnings;
}

/** Keys with two delta rows of the same version and different content. */
function tiedKeys(dataset: Dataset): number {
  const { start, columns } = dataset.deltas;
  const versions = columns[dataset.version];
  if (!versions) return 0;
  let tied = 0;
  for (let k = 0; k < dataset.keys.count; k++)
    if (isTied(start[k] as number, start[k + 1] as number, versions, columns)) tied += 1;
  return tied;
}

function isTied(from: number, to: number, versions: Float64Array, columns: readonly (Float64Array | null)[]): boolean {
  for (let a = from; a < to; a++) {
    for (let b = a + 1; b < to; b++)
      if (versions[a] === versions[b] && columns.some((column) => column && column[a] !== column[b])) return true;
  }
  return false;
}
