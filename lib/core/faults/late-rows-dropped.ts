import { newestMissing, tableOf, withArticle } from '../phrases/phrases';
import { type Draft, dropRowsMutable } from '../pipeline/draft';
import type { FaultModule } from './fault-module';
import type { FaultWords } from './fault-words';

/**
 * `late-rows-dropped`: a row arrives only if its version is greater than every version in the files before it,
 * as with a high-water mark.
 */
const words: FaultWords<'late-rows-dropped'> = {
  sentence: (_, telling) => {
    const { version } = telling.columns;
    return `Rows that arrived late had no effect in ${tableOf(telling)}: it took a row only if its ${version} was greater than every ${version} in the files before it.`;
  },
  replayed: (_, { columns }) => `dropping rows whose ${columns.version} is not greater than all in the files before`,
  label: () => 'late rows dropped',
  question: (_, { columns }) =>
    `Does the load skip rows whose ${columns.version} is not greater than the greatest one already loaded?`,
  mechanisms: (_, { columns }) => [
    {
      mechanism: `the load reads only rows above the greatest ${columns.version} it has seen`,
      evidence: 'the stored high-water mark and the load query',
    },
    {
      mechanism: 'the stream closes its window before late rows arrive',
      evidence: "the stream's setting for late data and its count of dropped rows",
    },
  ],
  wouldShow: (_, { columns, entity }) =>
    `${withArticle(entity.one)} whose newest row has a ${columns.version} that an earlier file already reached`,
  forCustomer: (_, telling) =>
    `Updates that arrived out of order are not reflected in ${tableOf(telling)}, ${newestMissing(telling)}.`,
};

export const lateRowsDropped: FaultModule<'late-rows-dropped'> = {
  code: 'late-rows-dropped',
  words,
  applyMutable(_fault, draft) {
    const versions = draft.rows.columns[draft.dataset.version];
    if (!versions) return;
    const mark = highWaterMarks(draft, versions);
    dropRowsMutable(draft, (row) => (versions[row] as number) > (mark[draft.rows.file[row] as number] as number));
  },
  suggest: (view) => (view.dataset.version === -1 ? [] : [{ fault: 'late-rows-dropped' }]),
  probes: (dataset) => (dataset.version === -1 ? [] : [{ fault: 'late-rows-dropped' }]),
};

/** By delta: the greatest version that arrived in the files before it; below everything for the first. */
function highWaterMarks(draft: Draft, versions: Float64Array): Float64Array {
  const greatest = new Float64Array(draft.dataset.files.length).fill(Number.NEGATIVE_INFINITY);
  for (let r = 0; r < draft.rows.rows; r++) {
    if (draft.arrived !== null && draft.arrived[r] === 0) continue;
    const f = draft.rows.file[r] as number;
    if ((versions[r] as number) > (greatest[f] as number)) greatest[f] = versions[r] as number;
  }
  const marks = new Float64Array(greatest.length).fill(Number.NEGATIVE_INFINITY);
  for (let f = 1; f < greatest.length; f++) marks[f] = Math.max(marks[f - 1] as number, greatest[f - 1] as number);
  return marks;
}
