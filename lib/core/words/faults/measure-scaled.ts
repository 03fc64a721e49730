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
    return `${what} in ${tableOf(telling)}${inRowsFrom(fault.files)}${whereHeld(fault)}.`;
  },
  replayed: (fault, { columns }) =>
    `with ${columns.measure} multiplied by ${factorOf(fault)}${inRowsFrom(fault.files)}${whereHeld(fault)}`,
  label: (fault, { columns }) =>
    `${isReversed(fault) ? `${columns.measure}, sign reversed` : `${columns.measure} × ${factorOf(fault)}`}${fault.where ? ` where ${held(fault.where)}` : ''}`,
  question: (fault, { columns }) =>
    `${isReversed(fault) ? 'With which sign' : 'In which unit'} is ${columns.measure} exported${fault.files ? ` in ${list(fault.files)}` : ''}${whereHeld(fault)}, and which does the load expect?`,
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
          ...(fault.where
            ? [
                {
                  code: 'smaller-unit',
                  mechanism: `a step takes rows where ${held(fault.where)} for ones in another unit, as where a currency has no cents`,
                  lookAt: `the pipeline's queries: conditions on ${fault.where.column}`,
                },
              ]
            : []),
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
    `${withArticle(entity.one)} whose ${columns.measure} is not 0${fault.files ? ` in a newest row from ${list(fault.files, 'or')}` : ''}${fault.where ? `, and whose newest ${held(fault.where)}` : ''}`,
  forCustomer: (fault, telling) => {
    const what = spoken(telling.columns.measure);
    const whom = fault.where
      ? `${telling.entity.many} of one ${spoken(fault.where.column)}`
      : fault.files
        ? `some ${telling.entity.many}`
        : `all ${telling.entity.many}`;
    return isReversed(fault)
      ? `${tableOf(telling)} shows ${what} with the opposite sign for ${whom}.`
      : `${tableOf(telling)} shows ${what} at ${times(fault)} its true value for ${whom}.`;
  },
};

function isReversed({ factor }: FaultOf<'measure-scaled'>): boolean {
  return /^-1(\.0+)?$/.test(factor);
}

/** "currency is JPY". */
function held({ column, value }: NonNullable<FaultOf<'measure-scaled'>['where']>): string {
  return `${column} is ${value}`;
}

/** " where currency is JPY"; empty where all rows are meant. */
function whereHeld({ where }: FaultOf<'measure-scaled'>): string {
  return where ? ` where ${held(where)}` : '';
}

function factorOf({ factor }: FaultOf<'measure-scaled'>): string {
  return formatAmount(factor, null);
}

function times(fault: FaultOf<'measure-scaled'>): string {
  return `${factorOf(fault)} times`;
}
