import type { Machine } from './machine';
import type { DropFigures } from './parts/drop';
import type { FaultFigures } from './parts/faults';
import type { RowFigures } from './parts/rows';
import type { SmallFigures } from './parts/small';
import type { StageFigures } from './parts/stages';

/** All that one run of the bench measured; null, or an empty list: that part did not run. Milliseconds and bytes. */
export interface Results {
  readonly machine: Machine;
  /** Of each figure, whose median is given. */
  readonly runs: number;
  readonly drop: readonly DropFigures[];
  readonly stages: readonly StageFigures[];
  readonly faults: FaultFigures | null;
  readonly small: SmallFigures | null;
  readonly rows: RowFigures | null;
}
