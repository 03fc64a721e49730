import { inRowsFrom, list, spoken, tableOf, withArticle } from '../phrases/phrases';
import { plainText } from '../table/plain-text';
import type { Clues } from './clues';
import type { FaultModule } from './fault-module';
import type { FaultWords } from './fault-words';
import { judgeFiles, measurePairs } from './measure-pairs';
import { averageMeasure } from './switch-starts';

/** `measure-clipped`: no value of the measure is above `max` in rows of the given files or of all; larger ones become `max`. */
const words: FaultWords<'measure-clipped'> = {
  sentence: ({ max, files }, telling) =>
    `No ${telling.columns.measure} is above ${telling.amount(max)} in ${tableOf(telling)}${inRowsFrom(files)}: larger values were lowered to it.`,
  replayed: ({ max, files }, { columns, amount }) =>
    `with ${columns.measure} held at ${amount(max)}${inRowsFrom(files)}`,
  label: ({ max }, { columns, amount }) => `${columns.measure} held at ${amount(max)}`,
  question: ({ max, files }, { columns, amount }) =>
    `Is ${columns.measure} limited to ${amount(max)} anywhere between ${files ? list(files) : 'the files'} and the table?`,
  mechanisms: ({ max }, { columns, amount }) => [
    {
      code: 'type-too-small',
      mechanism: `the type of ${columns.measure} holds nothing above ${amount(max)}`,
      lookAt: "the table's schema",
    },
    {
      code: 'step-limits',
      mechanism: `a step limits ${columns.measure} to ${amount(max)}, for instance against outliers`,
      lookAt: "the pipeline's queries",
    },
  ],
  wouldShow: ({ max, files }, { columns, entity, amount }) =>
    `${withArticle(entity.one)} whose ${columns.measure} is above ${amount(max)}${files ? ` in a newest row from ${list(files, 'or')}` : ''}`,
  forCustomer: ({ max }, telling) =>
    `${tableOf(telling)} shows no ${spoken(telling.columns.measure)} above ${telling.amount(max)}, so larger values are counted as that amount.`,
};

export const measureClipped: FaultModule<'measure-clipped'> = {
  code: 'measure-clipped',
  words,
  parameters: [
    { name: 'max', kind: 'decimal', label: 'at' },
    { name: 'files', kind: 'files', label: 'in rows from which files' },
  ],
  changes: ({ max, files = null }) => [
    { change: 'load-value', column: { use: 'measure' }, to: { value: 'at-most', max }, files },
  ],
  switch: {
    stage: 'load',
    text: ({ columns }) => `${columns.measure} is held at a maximum`,
    start: (findings) => ({ fault: 'measure-clipped', max: averageMeasure(findings) }),
  },
  /** A value at which several keys stand that should be above it. */
  suggest(clues) {
    const column = clues.dataset.measure;
    const max = commonestCeiling(clues);
    if (max === null) return [];
    const judged = judgeFiles(clues, (units) => Math.min(units, max), { least: LEAST_ROWS });
    return judged
      ? [
          {
            fault: 'measure-clipped',
            max: plainText(column, max),
            ...(judged.all ? {} : { files: judged.names }),
          },
        ]
      : [];
  },
  probes: () => [],
};

/** Keys that must stand at the ceiling. */
const LEAST_ROWS = 2;

/** In whole units: undoing a scale can leave a fraction, which nobody wrote as a maximum. */
function commonestCeiling(clues: Clues): number | null {
  const counts = new Map<number, number>();
  for (const { units, seen } of measurePairs(clues, clues.residual)) {
    if (seen < units && Number.isInteger(seen)) counts.set(seen, (counts.get(seen) ?? 0) + 1);
  }
  let best: number | null = null;
  for (const [value, count] of counts) {
    if (count >= LEAST_ROWS && (best === null || count > (counts.get(best) as number))) best = value;
  }
  return best;
}
