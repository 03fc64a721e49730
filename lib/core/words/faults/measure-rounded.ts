import { assertNever } from '../../assert-never';
import type { FaultWords } from '../../faults/fault-words';
import type { FaultOf } from '../../findings/fault';
import { groupDigits } from '../../phrases/amounts';
import { inRowsFrom, list, plural, spoken, tableOf, withArticle } from '../../phrases/phrases';

export const measureRoundedWords: FaultWords<'measure-rounded'> = {
  sentence: (fault, telling) =>
    `${telling.columns.measure} is ${rounded(fault)} in ${tableOf(telling)}${inRowsFrom(fault.files)}.`,
  replayed: (fault, { columns }) => `with ${columns.measure} ${rounded(fault)}${inRowsFrom(fault.files)}`,
  label: (fault, { columns }) =>
    `${columns.measure} ${fault.how === 'cut' ? 'cut' : 'rounded'} to ${places(fault.digits)}`,
  question: (fault, { columns }) =>
    `As which type, and with how many decimals, is ${columns.measure} read and stored${fault.files ? ` from ${list(fault.files)}` : ''}?`,
  mechanisms: (fault, { columns }) => [
    {
      code: 'type-too-coarse',
      mechanism: `the type that holds ${columns.measure} keeps only ${places(fault.digits)}`,
      lookAt: "the table's schema",
    },
    {
      code: 'step-rounds',
      mechanism: `a step rounds ${columns.measure} before it is stored`,
      lookAt: "the pipeline's queries",
    },
    {
      code: 'export-rounds',
      mechanism: 'only the export of the table rounds',
      lookAt: 'the query of the export',
    },
  ],
  wouldShow: (fault, { columns, entity }) =>
    `${withArticle(entity.one)} whose ${columns.measure} changes when it is ${rounded(fault)}${fault.files ? ` in a newest row from ${list(fault.files, 'or')}` : ''}`,
  forCustomer: (_, telling) => `${tableOf(telling)} shows ${spoken(telling.columns.measure)} rounded instead of exact.`,
};

function rounded({ how, digits }: FaultOf<'measure-rounded'>): string {
  switch (how) {
    case 'cut':
      return `cut to ${places(digits)}`;
    case 'half-up':
      return `rounded half up to ${places(digits)}`;
    case 'half-even':
      return `rounded half to even to ${places(digits)}`;
    case 'down':
      return `rounded down to ${places(digits)}`;
    case 'up':
      return `rounded up to ${places(digits)}`;
    default:
      return assertNever(how);
  }
}

function places(digits: number): string {
  if (digits > 0) return plural(digits, 'decimal', 'decimals');
  if (digits === 0) return 'whole numbers';
  const named = ['tens', 'hundreds', 'thousands'][-digits - 1];
  return named ?? `multiples of ${groupDigits(`1${'0'.repeat(-digits)}`)}`;
}
