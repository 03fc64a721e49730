import { positionDifferences } from '../compare/row-order';
import type { Findings } from '../findings/findings';
import type { Warning } from '../findings/warning';
import type { CaseTables } from '../table/case-tables';
import type { Dataset } from '../table/dataset';

/** Everything that a reader of the figures must know and that stops nothing. */
export function gatherWarnings(tables: CaseTables, dataset: Dataset, findings: Findings): Warning[] {
  const { inputs, columns, keys } = findings;
  const files = inputs.flatMap(({ file, rejected }) => (rejected > 0 ? [{ file, lines: rejected }] : []));
  const order = positionDifferences(tables);
  const tied = tiedKeys(dataset);
  const duplicated = [
    { side: 'ours' as const, keys: keys.duplicatedOurs },
    { side: 'theirs' as const, keys: keys.duplicatedTheirs },
  ];
  return [
    ...(files.length > 0 ? [{ code: 'lines-rejected' as const, files }] : []),
    ...(order ? [{ code: 'row-order-differs' as const, positions: order.measures, keys: keys.mismatched }] : []),
    ...(tied > 0 ? [{ code: 'version-tie' as const, keys: tied }] : []),
    ...columns
      .filter(({ hidden }) => hidden > 0)
      .map(({ name, tolerance, hidden }) => ({
        code: 'tolerance-hides' as const,
        column: name,
        tolerance,
        keys: hidden,
      })),
    ...duplicated.filter((table) => table.keys > 0).map((table) => ({ code: 'keys-duplicated' as const, ...table })),
  ];
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
