import type { FaultWords } from '../../faults/fault-words';
import { inRowsFrom, list, spoken, tableOf, withArticle } from '../../phrases/phrases';

export const signLostWords: FaultWords<'sign-lost'> = {
  sentence: ({ files }, telling) =>
    `${telling.columns.measure} lost its minus in ${tableOf(telling)}${inRowsFrom(files)}: amounts below zero count as amounts above it.`,
  replayed: ({ files }, { columns }) => `without the minus of ${columns.measure}${inRowsFrom(files)}`,
  label: (_, { columns }) => `${columns.measure} without its minus`,
  question: ({ files }, { columns }) =>
    `How is a ${columns.measure} below zero read${files ? ` from ${list(files)}` : ''}, and does the column that holds it take one?`,
  mechanisms: (_, { columns }) => [
    {
      code: 'digits-alone',
      mechanism: `the minus of ${columns.measure} stands behind the number or is written as brackets, and the loader reads the digits alone`,
      lookAt: "the loader's number format",
    },
    {
      code: 'absolute-value',
      mechanism: `a step takes the absolute value of ${columns.measure}`,
      lookAt: "the pipeline's queries: ABS",
    },
    {
      code: 'marked-in-other-column',
      mechanism: 'refunds are marked in another column, which the load leaves out',
      lookAt: "the load query's list of columns",
    },
  ],
  wouldShow: ({ files }, { columns, entity }) =>
    `${withArticle(entity.one)} whose newest ${columns.measure} is below zero${files ? ` in a row from ${list(files, 'or')}` : ''}`,
  forCustomer: (_, telling) =>
    `${tableOf(telling)} counts refunds and other ${spoken(telling.columns.measure)} below zero as if they were amounts above it.`,
};
