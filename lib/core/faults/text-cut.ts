import { MISSING } from '../decimal';
import { alteredRanks } from '../pipeline/retext';
import { judgeFiles } from './cell-pairs';
import { relationsOf } from './cell-relations';
import type { Clues } from './clues';
import { togetherThenEach } from './columns-showing';
import type { FaultModule } from './fault-module';

/** `text-cut`: texts of the given columns keep their first characters alone, as many as the column holds. */
export const textCut: FaultModule<'text-cut'> = {
  code: 'text-cut',
  parameters: [
    { name: 'columns', kind: 'columns', label: 'which columns' },
    { name: 'length', kind: 'count', least: 1, label: 'characters that are kept' },
  ],
  changes: ({ columns, length }) =>
    columns.map((name) => ({
      change: 'load-value',
      column: { name },
      to: { value: 'altered', form: { how: 'cut', length } },
      files: null,
    })),
  /** Columns may be of several widths. */
  besides: (fault, other) => !fault.columns.some((name) => other.columns.includes(name)),
  switch: {
    stage: 'load',
    text: () => 'Texts are cut',
    start: ({ columns }) => {
      const texts = columns.find(({ type }) => type === 'text');
      return texts ? { fault: 'text-cut', columns: [texts.name], length: 10 } : null;
    },
  },
  /** The length at which nearly every text ends that is longer, and all columns that are cut to it; then each of them alone. */
  suggest(clues) {
    const found = new Map<number, string[]>();
    for (const c of clues.compared) {
      const length = c === clues.dataset.version ? null : lengthIn(clues, c);
      if (length !== null) found.set(length, [...(found.get(length) ?? []), clues.dataset.columns[c]?.name ?? '']);
    }
    return [...found].flatMap(([length, columns]) =>
      togetherThenEach(columns).map((own) => ({
        fault: 'text-cut' as const,
        columns: own,
        length,
      })),
    );
  },
  probes: () => [],
};

/** Texts that must be cut to the same length. */
const LEAST_ROWS = 2;

function lengthIn(clues: Clues, c: number): number | null {
  const texts = clues.dataset.columns[c]?.texts;
  const [commonest] = [...relationsOf(clues, c).cut].sort((a, b) => b[1] - a[1]);
  if (!texts || !commonest || commonest[1] < LEAST_ROWS) return null;
  const [length] = commonest;
  const ranks = alteredRanks(texts, { how: 'cut', length });
  const becomes = (rank: number): number => (rank === MISSING ? rank : (ranks[rank] ?? rank));
  return judgeFiles(clues, becomes, { least: LEAST_ROWS, column: c })?.all ? length : null;
}
