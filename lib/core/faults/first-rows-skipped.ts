import { formatCount } from '../phrases/amounts';
import { newestMissing, sameNote, tableOf, withArticle } from '../phrases/phrases';
import type { FaultModule } from './fault-module';
import type { FaultWords } from './fault-words';
import { lowerTail } from './thresholds';

/** `first-rows-skipped`: every file loses its first `count` data rows, as when a header is read twice. */
const words: FaultWords<'first-rows-skipped'> = {
  sentence: ({ count, equivalentRange }, telling) =>
    `The ${firstRows(count)} of every file had no effect in ${tableOf(telling)}${sameNote(equivalentRange, 'number from')}.`,
  replayed: ({ count }) => `without the ${firstRows(count)} of every file`,
  label: ({ count }) => `${firstRows(count)} skipped`,
  question: ({ count }) =>
    `How many lines does the reader skip at the top of each file, and does that leave out the ${firstRows(count)} of data?`,
  mechanisms: ({ count }) => [
    {
      code: 'taken-for-header',
      mechanism: `the reader takes the ${firstRows(count)} of data for header lines`,
      lookAt: "the reader's setting for header lines",
    },
    {
      code: 'header-skipped-twice',
      mechanism: 'the header is skipped once when the file is split and again when it is loaded',
      lookAt: 'the load log, with rows read and rows loaded by file',
    },
  ],
  wouldShow: ({ count }, { entity }) =>
    `${withArticle(entity.one)} whose newest row is in the ${firstRows(count)} of a file`,
  forCustomer: ({ count }, telling) =>
    `The ${firstRows(count)} of each exported file ${count === 1 ? 'is' : 'are'} not reflected in ${tableOf(telling)}, ${newestMissing(telling)}.`,
};

export const firstRowsSkipped: FaultModule<'first-rows-skipped'> = {
  code: 'first-rows-skipped',
  words,
  parameters: [{ name: 'count', kind: 'count', least: 1, label: 'rows of every file', open: true }],
  changes: ({ count }) => [{ change: 'keep-rows', where: { test: 'row-of-file', from: count, to: null } }],
  byPlace: true,
  switch: {
    stage: 'arrive',
    text: () => 'Every file loses its first rows',
    start: () => ({ fault: 'first-rows-skipped', count: 1 }),
  },
  /** Before some row number no file has a seen row. */
  suggest(clues) {
    const tail = lowerTail(clues.pipeline.rows.at, clues.effect);
    if (!tail) return [];
    return [
      {
        fault: 'first-rows-skipped',
        count: tail.absent + 1,
        equivalentRange: { min: String(tail.absent + 1), max: String(tail.seen) },
      },
    ];
  },
  probes: () => [{ fault: 'first-rows-skipped', count: 1 }],
};

function firstRows(count: number): string {
  return count === 1 ? 'first row' : `first ${formatCount(count)} rows`;
}
