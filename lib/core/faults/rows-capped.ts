import { formatCount } from '../phrases/amounts';
import { newestMissing, plural, sameNote, tableOf, withArticle } from '../phrases/phrases';
import type { FaultModule } from './fault-module';
import type { FaultWords } from './fault-words';
import { largestFile } from './switch-starts';
import { roundestBetween, upperTail } from './thresholds';

/** `rows-capped`: of every file only the first `limit` rows arrive. */
const words: FaultWords<'rows-capped'> = {
  sentence: ({ limit, equivalentRange }, telling) => {
    const note = sameNote(equivalentRange, 'limit from');
    if (limit === 0) return `No row of any file took effect in ${tableOf(telling)}${note}.`;
    return `Only the ${firstRows(limit)} of every file took effect in ${tableOf(telling)}${note}.`;
  },
  replayed: ({ limit }) =>
    limit === 0 ? 'with no row of any file' : `with only the ${firstRows(limit)} of every file`,
  label: ({ limit }) => (limit === 0 ? 'no rows from any file' : `only the ${firstRows(limit)}`),
  question: ({ limit }) =>
    `Does the job that reads the files have a limit of ${plural(limit, 'row', 'rows')} per file, or one near it?`,
  mechanisms: () => [
    {
      code: 'reader-limit',
      mechanism: 'the reader stops at a row limit',
      lookAt: "the reader's settings",
    },
    {
      code: 'query-limit',
      mechanism: 'the load query has a LIMIT left over from a test',
      lookAt: 'the load query',
    },
    {
      code: 'preview-loaded',
      mechanism: 'the preview of each file was loaded instead of the file',
      lookAt: 'the row counts in the load log',
    },
  ],
  wouldShow: ({ limit }, { entity }) =>
    `${withArticle(entity.one)} whose newest row comes after row ${formatCount(limit)} of its file`,
  forCustomer: (_, telling) =>
    `Only the first part of each exported file is reflected in ${tableOf(telling)}, ${newestMissing(telling)}.`,
};

export const rowsCapped: FaultModule<'rows-capped'> = {
  code: 'rows-capped',
  words,
  parameters: [{ name: 'limit', kind: 'count', least: 0, label: 'rows of every file', open: true }],
  changes: ({ limit }) => [{ change: 'keep-rows', where: { test: 'row-of-file', from: 0, to: limit } }],
  byPlace: true,
  switch: {
    stage: 'arrive',
    text: () => 'Every file is cut after so many rows',
    start: (findings) => ({ fault: 'rows-capped', limit: Math.floor(largestFile(findings) / 2) }),
  },
  /** Beyond some row number no file has a seen row. */
  suggest(clues) {
    const tail = upperTail(clues.pipeline.rows.at, clues.effect);
    if (!tail) return [];
    const limit = roundestBetween(tail.seen + 1, tail.absent);
    if (!hasSense(limit, clues.dataset.files)) return [];
    return [
      {
        fault: 'rows-capped',
        limit,
        equivalentRange: { min: String(tail.seen + 1), max: String(tail.absent) },
      },
    ];
  },
  probes: () => [],
};

/** Share of the longest file that a limit must leave out, unless it is a round number. */
const LEAST_LOST = 0.02;

/** A limit of 9,999 rows on files of 10,000 is none that anybody sets: a row is missing at the end, for another reason. */
function hasSense(limit: number, files: readonly { readonly rows: number }[]): boolean {
  const longest = Math.max(0, ...files.map(({ rows }) => rows));
  return longest - limit >= LEAST_LOST * longest || (limit > 0 && limit % 100 === 0);
}

function firstRows(limit: number): string {
  return limit === 1 ? 'first row' : `first ${formatCount(limit)} rows`;
}
