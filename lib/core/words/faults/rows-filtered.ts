import type { FaultWords, Mechanism, Telling } from '../../faults/fault-words';
import type { FaultOf } from '../../findings/fault';
import type { TextTrait } from '../../findings/fault-parameters';
import { remainderOf } from '../../findings/remainder';
import { valueList } from '../../findings/value-list';
import { formatCount } from '../../phrases/amounts';
import {
  capitalised,
  formatVersion,
  inRowsFrom,
  list,
  newestMissing,
  plural,
  sameNote,
  spoken,
  tableOf,
  withArticle,
} from '../../phrases/phrases';
import { traitInWords } from '../traits';

export const rowsFilteredWords: FaultWords<'rows-filtered'> = {
  sentence: (fault, telling) => {
    const note = sameNote(fault.equivalentRange, 'limit from');
    const where = inRowsFrom(fault.files);
    return fault.stage === 'arrival'
      ? `Rows whose ${condition(fault, telling)} had no effect in ${tableOf(telling)}${where}${note}.`
      : `${capitalised(telling.entity.many)} whose ${newest(fault, telling)} are absent from ${tableOf(telling)}${where}${note}.`;
  },
  replayed: (fault, telling) =>
    fault.stage === 'arrival'
      ? `without the rows${from(fault)} whose ${condition(fault, telling)}`
      : `leaving out ${telling.entity.many}${from(fault)} whose ${newest(fault, telling)}`,
  label: (fault, telling) => `${fault.stage === 'arrival' ? 'rows' : telling.entity.many} filtered by ${fault.column}`,
  question: (fault, telling) =>
    fault.stage === 'arrival'
      ? `Is there a condition on ${fault.column} where rows${from(fault)} are read, before the newest one is chosen, that leaves out those whose ${condition(fault, telling)}?`
      : `Is there a condition on ${fault.column} where the table is written or exported that leaves out those whose ${condition(fault, telling)}?`,
  mechanisms: (fault, telling) => [...stumbling(fault), ...filtering(fault, telling)],
  wouldShow: (fault, telling) => `${withArticle(telling.entity.one)} whose ${newest(fault, telling)}`,
  forCustomer: (fault, telling) =>
    fault.stage === 'arrival'
      ? `Updates with certain values of ${spoken(fault.column)} are not reflected in ${tableOf(telling)}, ${newestMissing(telling)}.`
      : `${capitalised(telling.entity.many)} with certain values of ${spoken(fault.column)} are absent from ${tableOf(telling)}.`,
};

/** " from delta1.csv"; empty where every file is meant. */
function from({ files }: FaultOf<'rows-filtered'>): string {
  return files ? ` from ${list(files)}` : '';
}

function stumbling(fault: FaultOf<'rows-filtered'>): Mechanism[] {
  if (fault.operator === 'mod')
    return [
      {
        code: 'part-lost',
        mechanism: `the rows are spread over several workers or partitions by ${fault.column}, and one of them was lost`,
        lookAt: 'the log of each worker or partition',
      },
    ];
  if (!isOfText(fault)) return [];
  return [
    {
      code: 'reader-stumbles',
      mechanism: `the reader stumbles over such a ${fault.column} and drops the row`,
      lookAt: "the loader's rejected rows",
    },
  ];
}

function filtering(fault: FaultOf<'rows-filtered'>, telling: Telling): Mechanism[] {
  return fault.stage === 'arrival'
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
      ];
}

/** "newest loyalty_credits is below 5"; a key has no newest. */
function newest(fault: FaultOf<'rows-filtered'>, telling: Telling): string {
  return `${telling.keyColumns.includes(fault.column) ? '' : 'newest '}${condition(fault, telling)}`;
}

/** "loyalty_credits is below 5". */
function condition({ column, operator, value }: FaultOf<'rows-filtered'>, telling: Telling): string {
  const told = (one: string) => boundInWords(column, one, telling);
  switch (operator) {
    case 'in':
      return `${column} is ${list(valueList(value).map(told), 'or')}`;
    case 'not-in':
      return `${column} is not ${list(valueList(value).map(told), 'or')}`;
    case 'mod': {
      const { by, leaves } = remainderOf(value) ?? { by: 1, leaves: 0 };
      return `${column} divided by ${formatCount(by)} leaves ${formatCount(leaves)}`;
    }
    case 'has':
      return `${column} contains ${traitInWords[value as TextTrait]}`;
    case 'longer-than':
      return `${column} is longer than ${plural(Number(value), 'character', 'characters')}`;
    default:
      return `${column} is ${COMPARISONS[operator]}${told(value)}`;
  }
}

const COMPARISONS = { '=': '', '!=': 'not ', '<': 'below ', '<=': 'at most ', '>': 'above ', '>=': 'at least ' };

function boundInWords(column: string, value: string, telling: Telling): string {
  if (value === '') return 'empty';
  if (column === telling.columns.measure && /^-?\d+(\.\d+)?$/.test(value)) return telling.amount(value);
  if (telling.keyColumns.includes(column)) return /^-?\d+$/.test(value) ? value : `"${value}"`;
  return /^-?\d/.test(value) ? formatVersion(value) : `"${value}"`;
}

/** What only some texts make a program stumble over. */
function isOfText({ operator }: FaultOf<'rows-filtered'>): boolean {
  return operator === 'has' || operator === 'longer-than';
}
