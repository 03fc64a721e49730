import { parseDuration } from '../../duration';
import type { FaultWords, Telling } from '../../faults/fault-words';
import type { FaultOf } from '../../findings/fault';
import { formatAmount } from '../../phrases/amounts';
import { list, spoken, tableOf, withArticle } from '../../phrases/phrases';

export const columnShiftedWords: FaultWords<'column-shifted'> = {
  sentence: (fault, telling) =>
    `${fault.column} is ${howFar(fault, telling)} than it should be in ${tableOf(telling)}.`,
  replayed: (fault, telling) =>
    isTime(fault)
      ? `with ${fault.column} ${howFar(fault, telling)}`
      : `with ${distance(fault, telling)} ${isLess(fault) ? 'taken off' : 'added to'} every ${fault.column}`,
  label: (fault, telling) => `${fault.column}, ${howFar(fault, telling)}`,
  question: (fault, telling) =>
    isDays(fault)
      ? `Does a step move ${fault.column} by ${distance(fault, telling)} on its way into the table, or read a day as midnight in one time zone and write it as a day in another?`
      : isTime(fault)
        ? `In which time zone is ${fault.column} exported, in which does the load read it, and in which does the table show it?`
        : `Does a step ${isLess(fault) ? 'take' : 'add'} ${distance(fault, telling)} ${isLess(fault) ? 'off' : 'to'} every ${fault.column} on its way into the table?`,
  mechanisms: (fault, telling) => {
    const { column } = fault;
    if (isDays(fault))
      return [
        {
          code: 'day-in-other-zone',
          mechanism: `a value of ${column} without a time is read as midnight in one time zone and written as a day in another`,
          lookAt: "the time zones of the pipeline's steps",
        },
        {
          code: 'interval',
          mechanism: `a step moves ${column} by ${distance(fault, telling)}, or counts days from another day`,
          lookAt: "the pipeline's queries: INTERVAL, DATEADD",
        },
      ];
    if (isTime(fault))
      return [
        {
          code: 'session-time-zone',
          mechanism: `the database session that writes ${column}, or reads it for the export of the table, is in another time zone`,
          lookAt: "the session's time zone",
        },
        {
          code: 'loader-time-zone',
          mechanism: `the loader takes ${column} for a time in another zone than the file means`,
          lookAt: "the loader's time zone setting",
        },
        {
          code: 'cast',
          mechanism: `a step casts ${column} from a timestamp with a time zone to one without`,
          lookAt: "the pipeline's queries: CAST, AT TIME ZONE",
        },
        {
          code: 'exported-in-local-time',
          mechanism: `${column} is exported in local time and nothing says so`,
          lookAt: `one ${column} at its source`,
        },
      ];
    return [
      ...(/^-?1(\.0+)?$/.test(fault.by)
        ? [
            {
              code: 'counted-from-one',
              mechanism: `one step counts ${column} from 0 and another from 1`,
              lookAt: "the pipeline's queries: ROW_NUMBER, RANK, indexes",
            },
          ]
        : []),
      {
        code: 'constant-twice',
        mechanism: `a fee or another constant of ${distance(fault, telling)} is ${isLess(fault) ? 'taken off' : 'added to'} ${column} twice`,
        lookAt: "the pipeline's queries",
      },
      {
        code: 'constant-one-side',
        mechanism: `the export of ${column} leaves out a constant that the table holds, or the other way round`,
        lookAt: "the export's description of its columns",
      },
    ];
  },
  wouldShow: ({ column }, { entity }) => `${withArticle(entity.one)} whose newest ${column} is not empty`,
  forCustomer: (fault, telling) =>
    isTime(fault)
      ? `${tableOf(telling)} shows each time of ${spoken(fault.column)} ${howFar(fault, telling)} than it should be.`
      : `${tableOf(telling)} shows ${spoken(fault.column)} ${distance(fault, telling)} too ${isLess(fault) ? 'low' : 'high'}.`,
};

type Shifted = FaultOf<'column-shifted'>;

function isTime({ by }: Shifted): boolean {
  return parseDuration(by) !== null;
}

/** Of whole days: no time zone is so far from another. */
function isDays({ by }: Shifted): boolean {
  return parseDuration(by)?.parts.every(({ unit }) => unit === 'day') ?? false;
}

function isLess({ by }: Shifted): boolean {
  return by.startsWith('-');
}

/** "2 hours later", "$5 less". */
function howFar(fault: Shifted, telling: Telling): string {
  const [more, less] = isTime(fault) ? ['later', 'earlier'] : ['more', 'less'];
  return `${distance(fault, telling)} ${isLess(fault) ? less : more}`;
}

/** "5 hours and 30 minutes", "$5". */
function distance({ column, by }: Shifted, telling: Telling): string {
  const duration = parseDuration(by);
  if (duration)
    return list(
      duration.parts.map(({ unit, amount }) => `${formatAmount(amount, null)} ${unit}${amount === '1' ? '' : 's'}`),
    );
  const size = by.replace('-', '');
  return column === telling.columns.measure ? telling.amount(size) : formatAmount(size, null);
}
