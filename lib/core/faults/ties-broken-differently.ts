import { tiesOf } from '../pipeline/ties';
import type { Dataset } from '../table/dataset';
import type { FaultModule } from './fault-module';
import { agreedTies, hasVersion } from './switch-starts';

const KEPT = { earlier: 'the first to arrive', later: 'the last to arrive' };

/** `ties-broken-differently`: of a key's rows with the same largest version the other one is kept. */
export const tiesBrokenDifferently: FaultModule<'ties-broken-differently'> = {
  code: 'ties-broken-differently',
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
