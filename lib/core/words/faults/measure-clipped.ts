import type { FaultWords } from '../../faults/fault-words';
import { inRowsFrom, list, spoken, tableOf, withArticle } from '../../phrases/phrases';

export const measureClippedWords: FaultWords<'measure-clipped'> = {
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
