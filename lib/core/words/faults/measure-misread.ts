import type { FaultWords } from '../../faults/fault-words';
import type { FaultOf } from '../../findings/fault';
import type { Misreading } from '../../findings/fault-parameters';
import { inRowsFrom, list, spoken, tableOf, withArticle } from '../../phrases/phrases';

export const measureMisreadWords: FaultWords<'measure-misread'> = {
  sentence: ({ how, files }, telling) =>
    `${telling.columns.measure} ${SENTENCES[how]} in ${tableOf(telling)}${inRowsFrom(files)}: ${EXAMPLES[how]}.`,
  replayed: ({ how, files }, { columns }) => `with ${columns.measure} ${REPLAYED[how]}${inRowsFrom(files)}`,
  label: ({ how }, { columns }) => `${columns.measure} ${REPLAYED[how]}`,
  question: ({ how, files }, { columns }) =>
    `${how === 'thousands-cut' ? 'Does the load read past what separates thousands' : 'Which decimal sign does the load expect'} in ${columns.measure}${files ? ` from ${list(files)}` : ''}?`,
  mechanisms: ({ how }, { columns }) =>
    how === 'thousands-cut'
      ? [
          {
            code: 'reads-leading-digits',
            mechanism: `${columns.measure} is converted by a function that stops at the first character it does not know`,
            lookAt: 'the code of the load: parseInt, CAST, atoi',
          },
          {
            code: 'grouped-by-export',
            mechanism: `the export formats ${columns.measure} for people to read`,
            lookAt: 'the export query: FORMAT, TO_CHAR',
          },
        ]
      : [
          {
            code: 'other-locale',
            mechanism: `the load reads numbers by the customs of another country than the export writes them by, and takes the ${sign(how)} for what separates thousands`,
            lookAt: "the loader's number format and locale",
          },
          {
            code: 'digits-alone',
            mechanism: `a step removes the ${sign(how)} from ${columns.measure}`,
            lookAt: "the pipeline's queries: REPLACE",
          },
        ],
  wouldShow: ({ how, files }, { columns, entity }) =>
    `${withArticle(entity.one)} whose newest ${columns.measure} ${how === 'thousands-cut' ? 'has thousands that are separated' : `has a decimal ${sign(how)}`}${files ? ` in a row from ${list(files, 'or')}` : ''}`,
  forCustomer: ({ how }, telling) =>
    how === 'thousands-cut'
      ? `${tableOf(telling)} shows only the first digits of a ${spoken(telling.columns.measure)} of a thousand or more.`
      : `${tableOf(telling)} shows ${spoken(telling.columns.measure)} without the decimal ${sign(how)}, and therefore far too large.`,
};

const SENTENCES: Readonly<Record<Misreading, string>> = {
  'thousands-cut': 'ends at what separates thousands',
  'comma-dropped': 'lost its decimal comma',
  'point-dropped': 'lost its decimal point',
};

const EXAMPLES: Readonly<Record<Misreading, string>> = {
  'thousands-cut': '1,234 stands as 1',
  'comma-dropped': '12,34 stands as 1234',
  'point-dropped': '12.34 stands as 1234',
};

const REPLAYED: Readonly<Record<Misreading, string>> = {
  'thousands-cut': 'cut at what separates thousands',
  'comma-dropped': 'without its decimal comma',
  'point-dropped': 'without its decimal point',
};

function sign(how: FaultOf<'measure-misread'>['how']): string {
  return how === 'comma-dropped' ? 'comma' : 'point';
}
