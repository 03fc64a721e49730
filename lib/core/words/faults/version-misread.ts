import { assertNever } from '../../assert-never';
import type { FaultWords } from '../../faults/fault-words';
import type { VersionForm } from '../../findings/fault-parameters';
import { newestMissing, tableOf, withArticle } from '../../phrases/phrases';

export const versionMisreadWords: FaultWords<'version-misread'> = {
  sentence: ({ form }, telling) =>
    `In ${tableOf(telling)} ${telling.columns.version} was ${told(form).read}, so that ${told(form).effect}.`,
  replayed: ({ form }, { columns }) => `with ${columns.version} ${told(form).read}`,
  label: ({ form }, { columns }) => `${columns.version} ${told(form).label}`,
  question: ({ form }, { columns }) =>
    `As which type and in which form is ${columns.version} read, ${told(form).asked}?`,
  mechanisms: ({ form }, { columns }) => told(form).mechanisms(columns.version),
  wouldShow: ({ form }, telling) =>
    `${withArticle(telling.entity.one)} with two rows whose ${telling.columns.version} ${told(form).wouldShow}`,
  forCustomer: ({ form }, telling) =>
    `${told(form).forCustomer} for ${tableOf(telling)}, so ${newestMissing(telling)}.`,
};

interface Told {
  readonly read: string;
  readonly effect: string;
  readonly label: string;
  readonly asked: string;
  readonly wouldShow: string;
  readonly forCustomer: string;
  mechanisms(version: string): readonly { code: string; mechanism: string; lookAt: string }[];
}

const OLDER = 'older rows count as the newest';

function told(form: VersionForm): Told {
  switch (form) {
    case 'month-first':
      return order('month', 'day');
    case 'day-first':
      return order('day', 'month');
    case 'seconds':
      return {
        read: 'cut to the second',
        effect: 'rows of the same second count as equally new',
        label: 'cut to the second',
        asked: 'and are fractions of a second kept',
        wouldShow: 'differ in fractions of a second alone',
        forCustomer: 'Times were compared to the second only',
        mechanisms: (version) => [
          {
            code: 'type-of-seconds',
            mechanism: `${version} is stored in a type that holds whole seconds`,
            lookAt: 'the type of the column in the database',
          },
          {
            code: 'parsed-to-seconds',
            mechanism: `the format by which ${version} is parsed ends at the second`,
            lookAt: "the loader's format of dates",
          },
        ],
      };
    case 'no-offset':
      return {
        read: 'read without its offset from UTC',
        effect: OLDER,
        label: 'without its offset',
        asked: 'and is its offset from UTC kept',
        wouldShow: 'have different offsets, and stand in another order without them',
        forCustomer: 'Times of different time zones were compared as if they were of one',
        mechanisms: (version) => [
          {
            code: 'type-without-zone',
            mechanism: `${version} is stored in a type without time zone, which drops the offset`,
            lookAt: 'the type of the column in the database',
          },
          {
            code: 'offset-cut',
            mechanism: `a step of the pipeline cuts ${version} to its date and time of day`,
            lookAt: "the pipeline's queries",
          },
        ],
      };
    default:
      return assertNever(form);
  }
}

function order(first: 'day' | 'month', other: 'day' | 'month'): Told {
  return {
    read: `read ${first} first where possible, and ${other} first otherwise`,
    effect: OLDER,
    label: `read ${first} first`,
    asked: `and does its day or its month come first`,
    wouldShow: `stand in another order with the ${first} first`,
    forCustomer: 'Day and month of some dates were taken for each other',
    mechanisms: (version) => [
      {
        code: 'guessing-parser',
        mechanism: `the parser guesses the form of each ${version}, and tries the ${first} first`,
        lookAt: 'the call that parses dates, and whether it names a format',
      },
      {
        code: 'locale',
        mechanism: `the load runs under a locale that puts the ${first} first`,
        lookAt: "the locale and date settings of the load's session",
      },
    ],
  };
}
