import { assertNever } from '../assert-never';
import type { FaultOf, FilterOperator } from '../findings/fault';
import { capitalised, formatVersion, sameNote, spoken, tableOf, withArticle } from '../words/phrases';
import type { FaultWords, Telling } from './fault-words';

/**
 * `rows-filtered`: rows that meet a condition are missing. At `arrival` the row takes no part and an older one wins;
 * at `load` the winning row is left out of the table.
 */
export const words: FaultWords<'rows-filtered'> = {
  sentence: (fault, telling) => {
    const note = sameNote(fault.same, 'limit from');
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
            mechanism: `the read or load query leaves out rows whose ${condition(fault, telling)}`,
            evidence: 'the load query',
          },
          {
            mechanism: `a check refuses rows whose ${condition(fault, telling)}`,
            evidence: "the loader's rejected rows",
          },
        ]
      : [
          {
            mechanism: `the query that builds the table leaves out rows whose ${condition(fault, telling)}`,
            evidence: 'the query that builds the table',
          },
          {
            mechanism: `only the export leaves out rows whose ${condition(fault, telling)}`,
            evidence: 'the query of the export',
          },
        ],
  wouldShow: (fault, telling) => `${withArticle(telling.entity.one)} whose newest ${condition(fault, telling)}`,
  forCustomer: (fault, telling) =>
    fault.stage === 'arrival'
      ? `Updates with certain values of ${spoken(fault.column)} are not reflected in ${tableOf(telling)}, so some ${telling.entity.many} still show older values or are absent.`
      : `${capitalised(telling.entity.many)} with certain values of ${spoken(fault.column)} are absent from ${tableOf(telling)}.`,
};

/** "loyalty_credits is below 5". */
function condition({ column, operator, value }: FaultOf<'rows-filtered'>, telling: Telling): string {
  return `${column} is ${comparison(operator)}${valueOf(column, value, telling)}`;
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

function valueOf(column: string, value: string, telling: Telling): string {
  if (value === '') return 'empty';
  if (column === telling.columns.measure && /^-?\d+(\.\d+)?$/.test(value)) return telling.amount(value);
  return /^-?\d/.test(value) ? formatVersion(value) : `"${value}"`;
}
