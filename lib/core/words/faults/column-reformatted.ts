import type { FaultWords } from '../../faults/fault-words';
import type { Reformatting } from '../../findings/fault-parameters';
import { spoken, tableOf, withArticle } from '../../phrases/phrases';

export const columnReformattedWords: FaultWords<'column-reformatted'> = {
  sentence: ({ column, how }, telling) =>
    `${column} is written ${WRITTEN[how]} in ${tableOf(telling)}: the values are the same.`,
  replayed: ({ column, how }) => `with ${column} written ${WRITTEN[how]}`,
  label: ({ column, how }) => `${column} written ${WRITTEN[how]}`,
  question: ({ column }) => `Does anything that reads ${column} need it as the files write it?`,
  mechanisms: ({ column, how }) => [
    {
      code: 'cleaned-by-step',
      mechanism: `a step writes ${column} in one way, as such steps do to make values comparable`,
      lookAt: `the pipeline's queries: ${FUNCTIONS[how]}`,
    },
    {
      code: 'written-by-type',
      mechanism: `the type or the client that holds ${column} writes it in its own way`,
      lookAt: "the table's definition",
    },
  ],
  wouldShow: ({ column, how }, { entity }) =>
    `${withArticle(entity.one)} whose newest ${column} is not written ${WRITTEN[how]}`,
  forCustomer: ({ column, how }, telling) =>
    `${tableOf(telling)} writes ${spoken(column)} ${WRITTEN[how]}. What it says is the same.`,
};

const WRITTEN: Readonly<Record<Reformatting, string>> = {
  case: 'in small letters',
  'upper-case': 'in capital letters',
  whitespace: 'without the blanks around it',
  'unicode-form': 'with each accented letter as one character',
  punctuation: 'without dashes, dots and blanks',
};

const FUNCTIONS: Readonly<Record<Reformatting, string>> = {
  case: 'LOWER',
  'upper-case': 'UPPER',
  whitespace: 'TRIM',
  'unicode-form': 'NORMALIZE',
  punctuation: 'REPLACE, REGEXP_REPLACE',
};
