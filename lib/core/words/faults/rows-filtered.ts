import { assertNever } from '../../assert-never';
import type { FaultWords, Telling } from '../../faults/fault-words';
import type { FaultOf } from '../../findings/fault';
import type { FilterOperator } from '../../findings/fault-parameters';
import {
  capitalised,
  formatVersion,
  newestMissing,
  sameNote,
  spoken,
  tableOf,
  withArticle,
} from '../../phrases/phrases';

export const rowsFilteredWords: FaultWords<'rows-filtered'> = {
  sentence: (fault, telling) => {
    const note = sameNote(fault.equivalentRange, 'limit from');
    return fault.stage === 'arrival'
      ? `Rows whose ${condition(fault, telling)} had no effect in ${tableOf(telling)}${note}.`
      : `${capitalised(telling.entity.many)} whose newest ${condition(fault, telling)} are absent from ${tableOf(telling)}${note}.`;
  },
  replayed: (fault, telling) =>
    fault.stage === 'arrival'
      ? `without the rows whose ${condition(fault, telling)}`
      : `leaving out ${telling.entity.many} whose newest ${condition(fault, telling)}`,
  label: (fault, telling) => `${fault.stage === 'arrival' ? 'rows' : telling.entity.many} filtered by ${fault.column}`,
  question: (fault, telling) =>
    fault.stage === 'arrival'
      ? `Is there a condition on ${fault.column} where rows are read, before the newest one is chosen, that leaves out those whose ${condition(fault, telling)}?`
      : `Is there a condition on ${fault.column} where the table is written or exported that leaves out those whose ${condition(fault, telling)}?`,
  mechanisms: (fault, telling) =>
    fault.stage === 'arrival'
      ? [
          {
            code: 'load-query',
            mechanism: `the read or load query leaves out rows whose ${condition(fault, telling)}`,
            lookAt: 'the load query',
          },
          {
            code: 'check-refuses',
            mechanism: `a check refuses rows whose ${condition(fault, telling)}`,
            lookAt: "the loader's rejected rows",
          },
        ]
      : [
          {
            code: 'table-query',
            mechanism: `the query that builds the table leaves out rows whose ${condition(fault, telling)}`,
            lookAt: 'the query that builds the table',
          },
          {
            code: 'export-query',
            mechanism: `only the export leaves out rows whose ${condition(fault, telling)}`,
            lookAt: 'the query of the export',
          },
        ],
  wouldShow: (fault, telling) => `${withArticle(telling.entity.one)} whose newest ${condition(fault, telling)}`,
  forCustomer: (fault, telling) =>
    fault.stage === 'arrival'
      ? `Updates with certain values of ${spoken(fault.column)} are not reflected in ${tableOf(telling)}, ${newestMissing(telling)}.`
      : `${capitalised(telling.entity.many)} with certain values of ${spoken(fault.column)} are absent from ${tableOf(telling)}.`,
};

/** "loyalty_credits is below 5". */
function condition({ column, operator, value }: FaultOf<'rows-filtered'>, telling: Telling): string {
  return `${column} is ${comparison(operator)}${boundInWords(column, value, telling)}`;
}

function comparison(operator: FilterOperator): string {
  switch (operator) {
    case '=':
      return '';
    case '!=':
      return 'not ';
    case '<':
      return 'below ';
    case '<=':
      return 'at most ';
    case '>':
      return 'above ';
    case '>=':
      return 'at least ';
    default:
      return assertNever(operator);
  }
}

function boundInWords(column: string, value: string, telling: Telling): string {
  if (value === '') return 'empty';
  if (column === telling.columns.measure && /^-?\d+(\.\d+)?$/.test(value)) return telling.amount(value);
  return /^-?\d/.test(value) ? formatVersion(value) : `"${value}"`;
}
