import { ExactSum, formatUnits } from '../decimal';
import type { Findings } from '../findings/findings';
import type { Premise } from '../findings/premise';
import type { Replayed } from '../pipeline/replayed';
import { replayedValue } from '../pipeline/replayed';
import { type CaseColumn, MEASURE } from '../table/case-tables';
import type { Dataset, GroupedRows } from '../table/dataset';
import { plainText } from '../table/plain-text';

/** The measure's totals for each currency, where a column that is compared says several; else empty. O(rows). */
export function totalsByCurrency(
  dataset: Dataset,
  expected: Replayed,
  premises: readonly Premise[],
): Findings['totals'] {
  const found = premises.find((premise) => premise.code === 'currencies');
  const at = dataset.columns.findIndex(({ name }) => name === found?.column);
  const measure = dataset.measure;
  if (!found || found.values.length < 2 || at === -1 || measure.wide) return [];
  const currency = dataset.columns[at] as CaseColumn;
  const byKey = new Map<number, ExactSum>();
  for (let k = 0; k < expected.winner.length; k++)
    if (expected.winner[k] !== -1)
      sumOf(byKey, replayedValue(expected, at, k)).add(Math.round(replayedValue(expected, MEASURE, k)));
  const ours = dataset.ours && tableSums(dataset.ours, at);
  const theirs = dataset.theirs && tableSums(dataset.theirs, at);
  const cells = new Set([...byKey.keys(), ...(ours?.keys() ?? []), ...(theirs?.keys() ?? [])]);
  const told = (sums: ReadonlyMap<number, ExactSum> | null, cell: number) =>
    sums && formatUnits(sums.get(cell)?.total() ?? 0n, measure.scale);
  return [...cells]
    .sort((a, b) => a - b)
    .map((cell) => ({
      value: plainText(currency, cell),
      expected: told(byKey, cell) ?? '0',
      ours: told(ours, cell),
      theirs: told(theirs, cell),
    }));
}

/** Null: the table does not have the column. */
function tableSums(rows: GroupedRows, at: number): Map<number, ExactSum> | null {
  const sums = new Map<number, ExactSum>();
  const measure = rows.columns[MEASURE];
  const currency = rows.columns[at];
  if (!measure || !currency) return null;
  measure.forEach((units, r) => {
    sumOf(sums, currency[r] as number).add(units);
  });
  return sums;
}

function sumOf(sums: Map<number, ExactSum>, cell: number): ExactSum {
  const known = sums.get(cell);
  if (known) return known;
  const fresh = new ExactSum();
  sums.set(cell, fresh);
  return fresh;
}
