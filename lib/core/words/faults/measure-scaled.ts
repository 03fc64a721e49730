import type { FaultWords } from '../../faults/fault-words';
import type { FaultOf } from '../../findings/fault';
import { formatAmount } from '../../phrases/amounts';
import { inRowsFrom, list, spoken, tableOf, withArticle } from '../../phrases/phrases';

export const measureScaledWords: FaultWords<'measure-scaled'> = {
  sentence: (fault, telling) => {
    const { measure } = telling.columns;
    const what = isReversed(fault)
      ? `${measure} has the opposite sign`
      : `${measure} is ${times(fault)} what it should be`;
    return `${what} in ${tableOf(telling)}${inRowsFrom(fault.files)}.`;
  },
  replayed: (fault, { columns }) =>
    `with ${columns.measure} multiplied by ${factorOf(fault)}${inRowsFrom(fault.files)}`,
  label: (fault, { columns }) =>
    isReversed(fault) ? `${columns.measure}, sign reversed` : `${columns.measure} × ${factorOf(fault)}`,
  question: (fault, { columns }) =>
    `${isReversed(fault) ? 'With which sign' : 'In which unit'} is ${columns.measure} exported${fault.files ? ` in ${list(fault.files)}` : ''}, and which does the load expect?`,
  mechanisms: (fault, { columns }) =>
    isReversed(fault)
      ? [
          {
            code: 'taken-for-outgoing',
            mechanism: `the load takes ${columns.measure} for an outgoing amount`,
            lookAt: 'the load query',
          },
          {
            code: 'debit-credit-reversed',
            mechanism: 'debit and credit are marked the other way round',
            lookAt: "the export's description of its columns",
          },
        ]
      : [
          {
            code: 'other-unit',
            mechanism: `${columns.measure} is read in another unit than it is exported in, as cents for dollars`,
            lookAt: "the export's description of its columns",
          },
          {
            code: 'separator-misread',
            mechanism: 'a decimal or thousands separator is misread',
            lookAt: "the loader's number format and the file as uploaded",
          },
          {
            code: 'converted-twice',
            mechanism: `a step converts ${columns.measure}, or converts it twice`,
            lookAt: "the pipeline's queries",
          },
        ],
  wouldShow: (fault, { columns, entity }) =>
    `${withArticle(entity.one)} whose ${columns.measure} is not 0${fault.files ? ` in a newest row from ${list(fault.files, 'or')}` : ''}`,
  forCustomer: (fault, telling) => {
    const what = spoken(telling.columns.measure);
    const whom = fault.files ? `some ${telling.entity.many}` : `all ${telling.entity.many}`;
    return isReversed(fault)
      ? `${tableOf(telling)} shows ${what} with the opposite sign for ${whom}.`
      : `${tableOf(telling)} shows ${what} at ${times(fault)} its true value for ${whom}.`;
  },
};

function isReversed({ factor }: FaultOf<'measure-scaled'>): boolean {
  return /^-1(\.0+)?$/.test(factor);
}

function factorOf({ factor }: FaultOf<'measure-scaled'>): string {
  return formatAmount(factor, null);
}

function times(fault: FaultOf<'measure-scaled'>): string {
  return `${factorOf(fault)} times`;
}
