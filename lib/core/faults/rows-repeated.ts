import type { Findings } from '../findings/findings';
import { copiesOf } from '../pipeline/repeated-rows';
import type { FaultModule } from './fault-module';

/**
 * `rows-repeated`: rows stand more than once, as exact copies. The replay takes which as given, so it proves that the
 * copies are of the right rows, not why these rows have them.
 */
export const rowsRepeated: FaultModule<'rows-repeated'> = {
  code: 'rows-repeated',
  parameters: [],
  changes: () => [{ change: 'repeat-rows' }],
  switch: {
    stage: 'load',
    start: ({ keys }: Findings) =>
      keys.duplicatedOurs + keys.duplicatedTheirs > 0 ? { fault: 'rows-repeated' } : null,
  },
  /** Keys of which the table holds several rows, most of them as copies. */
  suggest({ observed, pipeline, residual }) {
    if (pipeline.keepsDuplicates || pipeline.repeatsRows) return [];
    let [copied, apart] = [0, 0];
    for (const k of residual) {
      if (k >= observed.start.length - 1 || (observed.start[k + 1] as number) - (observed.start[k] as number) < 2)
        continue;
      if (copiesOf(observed, k) > 1) copied += 1;
      else apart += 1;
    }
    return copied > apart ? [{ fault: 'rows-repeated' }] : [];
  },
  /** A table that holds a row twice shows it. */
  probes: () => [],
};
