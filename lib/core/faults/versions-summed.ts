import { withArticle } from '../phrases/phrases';
import type { FaultModule } from './fault-module';

/** `versions-summed`: the measure is the sum of all of the key's rows; the other columns come from the right row. */
export const versionsSummed: FaultModule<'versions-summed'> = {
  code: 'versions-summed',
  parameters: [],
  changes: () => [{ change: 'compose', columns: { use: 'measure' }, from: 'sum' }],
  switch: {
    stage: 'dedupe',
    text: ({ columns, entity }) => `${columns.measure} is added up over all rows of ${withArticle(entity.one)}`,
    start: () => ({ fault: 'versions-summed' }),
  },
  suggest: (clues) => (clues.dataset.measure.wide ? [] : [{ fault: 'versions-summed' }]),
  probes: (dataset) => (dataset.measure.wide ? [] : [{ fault: 'versions-summed' }]),
};
