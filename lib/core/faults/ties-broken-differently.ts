import { tableOf, withArticle } from '../phrases/phrases';
import { tiesOf } from '../pipeline/ties';
import type { Dataset } from '../table/dataset';
import type { FaultModule } from './fault-module';
import type { FaultWords } from './fault-words';
import { agreedTies, hasVersion } from './switch-starts';

/** `ties-broken-differently`: of a key's rows with the same largest version the other one is kept. */
const words: FaultWords<'ties-broken-differently'> = {
  sentence: ({ keep }, telling) =>
    `Where several rows of ${withArticle(telling.entity.one)} share the largest ${telling.columns.version}, ${tableOf(telling)} keeps the ${which(keep)} to arrive.`,
  replayed: ({ keep }, { columns }) =>
    `keeping the ${which(keep)} of the rows that share the largest ${columns.version}`,
  label: ({ keep }) => `ties go to the ${keep} row`,
  question: (_, { columns, entity }) =>
    `Which row was agreed to count where several rows of ${withArticle(entity.one)} have the same ${columns.version}, and what does the query that removes duplicates sort by after it?`,
  mechanisms: ({ keep }, { columns }) => [
    {
      code: 'upsert-condition',
      mechanism: `an upsert replaces a row ${keep === 'later' ? 'whenever its' : 'only when its'} ${columns.version} is ${keep === 'later' ? 'the same or larger' : 'larger'}`,
      lookAt: "the upsert's condition",
    },
    {
      code: 'sorted-by-version-alone',
      mechanism: `the query that removes duplicates sorts by ${columns.version} alone, so that the order among equals is the engine's`,
      lookAt: 'the query that removes duplicates',
    },
  ],
  wouldShow: (_, { columns, entity }) =>
    `${withArticle(entity.one)} with two different rows of the same largest ${columns.version}`,
  forCustomer: (_, telling) =>
    `Some ${telling.entity.many} have two exported rows that are equally new, and the two tables keep different ones of them.`,
};

function which(keep: 'earlier' | 'later'): string {
  return keep === 'earlier' ? 'first' : 'last';
}

const KEPT = { earlier: 'the first to arrive', later: 'the last to arrive' };

export const tiesBrokenDifferently: FaultModule<'ties-broken-differently'> = {
  code: 'ties-broken-differently',
  words,
  parameters: [{ name: 'keep', kind: 'choice', label: 'which row', options: KEPT }],
  changes: ({ keep }) => [{ change: 'ties', keep }],
  direct: true,
  switch: {
    stage: 'dedupe',
    text: ({ columns }) => `Rows of the same ${columns.version} count the other way`,
    start: (findings) =>
      hasVersion(findings)
        ? { fault: 'ties-broken-differently', keep: agreedTies(findings) === 'later' ? 'earlier' : 'later' }
        : null,
  },
  suggest: ({ dataset, faults }) =>
    faults.some((fault) => fault.fault === 'ties-broken-differently') || !hasTies(dataset)
      ? []
      : [{ fault: 'ties-broken-differently', keep: dataset.ties === 'later' ? 'earlier' : 'later' }],
  probes: () => [],
};

const known = new WeakMap<Dataset['deltas'], boolean>();

function hasTies(dataset: Dataset): boolean {
  const found = known.get(dataset.deltas) ?? tiesOf(dataset).length > 0;
  known.set(dataset.deltas, found);
  return found;
}
