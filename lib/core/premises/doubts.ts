import type { ExplainedSide } from '../causes/explain-side';
import type { Findings, SideFindings } from '../findings/findings';
import type { Dataset, GroupedRows } from '../table/dataset';

/** What may keep a replay that fits from being a proof. */
interface Doubts {
  /** Files with a line that could not be read and whose key is not known. */
  readonly uncertain: readonly string[];
  readonly missing: Findings['missing'];
  /** Whether another reading of the cells would say otherwise. */
  readonly open: boolean;
}

/** The side's findings with what could not be read, or is in question, taken off the proof. */
export function withDoubts(
  dataset: Dataset,
  observed: GroupedRows,
  explained: ExplainedSide,
  found: SideFindings,
  { uncertain, missing, open }: Doubts,
): SideFindings {
  const concerned = uncertain.length > 0;
  const unsettled = concerned ? null : unsettledKeys(dataset, observed, explained);
  const causes = explained.faults.length > 0;
  return {
    ...found,
    exact: explained.exact,
    unsettled,
    proved: explained.proved && !open && missing === null && !(concerned && causes),
  };
}

/** Keys of the table or of the deltas of which some line could not be read. */
function unsettledKeys({ unsettled, deltas }: Dataset, observed: GroupedRows, { residual }: ExplainedSide): number {
  if (unsettled === null) return 0;
  let count = 0;
  unsettled.forEach((flag, k) => {
    const held = observed.start[k] !== observed.start[k + 1] || deltas.start[k] !== deltas.start[k + 1];
    if (flag === 1 && (held || residual[k] === 1)) count += 1;
  });
  return Math.max(count, unsettled.includes(1) ? 1 : 0);
}
