import type { FaultCode, FaultOf } from '../findings/fault';
import type { Draft } from '../pipeline/draft';
import type { Replayed } from '../pipeline/replayed';
import type { Dataset } from '../table/dataset';
import type { FaultWords } from './fault-words';
import type { View } from './view';

/** Everything that Tieout knows of one fault: one file each. */
export interface FaultModule<C extends FaultCode> {
  readonly code: C;
  readonly words: FaultWords<C>;
  /** Puts the fault into a pipeline run. The catalogue applies faults in its own order. */
  applyMutable(fault: FaultOf<C>, draft: Draft): void;
  /** The fault with the parameters that this evidence suggests, likeliest first; few, for each is replayed. */
  suggest(view: View): readonly FaultOf<C>[];
  /**
   * Instances that could have happened unseen and are worth naming when their replay equals the expected table, but for
   * those of which a glance at the expected replay tells that it would not.
   */
  probes(dataset: Dataset, expected: Replayed): readonly FaultOf<C>[];
}
