import { assertNever } from '../../assert-never';
import type { FaultWords } from '../../faults/fault-words';
import type { TextForm } from '../../findings/fault-parameters';
import { formatCount } from '../../phrases/amounts';
import { plural, tableOf } from '../../phrases/phrases';

export const keyAlteredWords: FaultWords<'key-altered'> = {
  sentence: (fault, telling) =>
    fault.stage === 'load'
      ? `${telling.columns.key} was changed in ${tableOf(telling)} once it was finished: ${told(fault).what}.`
      : `${telling.columns.key} was changed on its way into ${tableOf(telling)}: ${told(fault).what}.`,
  replayed: (fault, { columns }) =>
    `with ${columns.key} changed ${fault.stage === 'load' ? 'in the finished table ' : ''}(${told(fault).example})`,
  label: (fault, { columns }) =>
    `${columns.key}, ${told(fault).label}${fault.stage === 'load' ? ' in the finished table' : ''}`,
  question: (fault, { columns }) =>
    `As which type is ${columns.key} read and stored, and is there a step through which ${told(fault).example}?`,
  mechanisms: (fault, { columns }) =>
    told(fault).mechanisms.map(({ code, mechanism, lookAt }) => ({
      code,
      mechanism: mechanism(columns.key),
      lookAt,
    })),
  wouldShow: (fault, { columns }) => `a ${columns.key} ${told(fault).wouldShow}`,
  forCustomer: ({ how, stage }, telling) => {
    const { many } = telling.entity;
    if (how === 'collation')
      return `In ${tableOf(telling)} some ${many} whose identifiers differ in small and capital letters or closing blanks alone were taken for one.`;
    return stage === 'load'
      ? `In ${tableOf(telling)} some ${many} stand under a changed identifier.`
      : `Some ${many} were recorded in ${tableOf(telling)} under a changed identifier, so their rows could not be matched.`;
  },
  unseenTogether: (faults, { columns }) => `${columns.key} altered in any of ${formatCount(faults.length)} ways`,
};

interface Told {
  readonly what: string;
  readonly example: string;
  readonly label: string;
  readonly wouldShow: string;
  readonly mechanisms: readonly {
    readonly code: string;
    readonly mechanism: (key: string) => string;
    readonly lookAt: string;
  }[];
}

const typeOfKey = (type: string) => ({
  code: 'read-as-type',
  mechanism: (key: string) => `${key} is read as ${type}`,
  lookAt: "the loader's schema",
});

const spreadsheet = {
  code: 'spreadsheet',
  mechanism: () => 'the file or the table was opened and saved in a spreadsheet',
  lookAt: 'the file as uploaded and the table as loaded, before anything opened them',
};

function told({ how, width = 0, length = 0 }: TextForm): Told {
  switch (how) {
    case 'leading-zeros':
      return {
        what: 'its leading zeros were lost',
        example: '"007" becomes "7"',
        label: 'leading zeros lost',
        wouldShow: 'with leading zeros',
        mechanisms: [typeOfKey('a number'), spreadsheet],
      };
    case 'whitespace':
      return {
        what: 'the white space around it was cut',
        example: '" 7" becomes "7"',
        label: 'white space cut',
        wouldShow: 'with white space around it',
        mechanisms: [
          {
            code: 'loader-trims',
            mechanism: () => 'the loader trims text',
            lookAt: "the loader's settings",
          },
          {
            code: 'step-trims',
            mechanism: (key) => `a step of the pipeline trims ${key}`,
            lookAt: "the pipeline's queries",
          },
        ],
      };
    case 'case':
      return {
        what: 'it became lower case',
        example: '"Ab7" becomes "ab7"',
        label: 'made lower case',
        wouldShow: 'with a capital letter',
        mechanisms: [
          {
            code: 'step-lower-case',
            mechanism: (key) => `a step of the pipeline makes ${key} lower case`,
            lookAt: "the pipeline's queries",
          },
        ],
      };
    case 'upper-case':
      return {
        what: 'it became upper case',
        example: '"Ab7" becomes "AB7"',
        label: 'made upper case',
        wouldShow: 'with a small letter',
        mechanisms: [
          {
            code: 'step-upper-case',
            mechanism: (key) => `a step of the pipeline makes ${key} upper case`,
            lookAt: "the pipeline's queries",
          },
        ],
      };
    case 'float-precision':
      return {
        what: 'its last digits were lost to floating point',
        example: '"12345678901234567890" becomes "12345678901234567168"',
        label: 'last digits lost',
        wouldShow: 'of more than 15 digits',
        mechanisms: [
          typeOfKey('a floating-point number'),
          {
            code: 'held-as-double',
            mechanism: () => 'the rows passed through JSON or a script that holds numbers as doubles',
            lookAt: "the pipeline's steps before the load",
          },
        ],
      };
    case 'fifteen-digits':
      return {
        what: 'only its first 15 digits were kept',
        example: '"12345678901234567890" becomes "12345678901234500000"',
        label: 'only 15 digits kept',
        wouldShow: 'of more than 15 digits',
        mechanisms: [spreadsheet],
      };
    case 'decimal-point':
      return {
        what: 'it gained a decimal point',
        example: '"123" becomes "123.0"',
        label: 'gained a decimal point',
        wouldShow: 'that is a whole number',
        mechanisms: [
          typeOfKey('a floating-point number'),
          {
            code: 'empty-cells-as-float',
            mechanism: (key) => `empty cells of ${key} made a script hold the column as floating point`,
            lookAt: 'the script that wrote the table',
          },
        ],
      };
    case 'punctuation':
      return {
        what: 'its dashes, dots, blanks and slashes were lost',
        example: '"A-7/1" becomes "A71"',
        label: 'punctuation lost',
        wouldShow: 'with a dash, a dot, a blank or a slash',
        mechanisms: [
          {
            code: 'step-normalizes',
            mechanism: (key) => `a step of the pipeline takes dashes, dots and blanks out of ${key}`,
            lookAt: "the pipeline's queries",
          },
        ],
      };
    case 'accents':
      return {
        what: 'its accents were lost',
        example: '"Ren\u00e9" becomes "Rene"',
        label: 'accents lost',
        wouldShow: 'with an accent',
        mechanisms: [
          {
            code: 'step-to-ascii',
            mechanism: (key) => `a step of the pipeline writes ${key} in ASCII`,
            lookAt: "the pipeline's queries, and the encoding of the connection",
          },
        ],
      };
    case 'unicode-form':
      return {
        what: 'letters and their accents became one character each',
        example: '"e" with an accent of its own becomes "\u00e9"',
        label: 'brought to one Unicode form',
        wouldShow: 'in which a letter and its accent are two characters',
        mechanisms: [
          {
            code: 'step-normalizes',
            mechanism: (key) => `a step of the pipeline brings ${key} to the composed Unicode form (NFC)`,
            lookAt: "the pipeline's queries, and the database's settings",
          },
        ],
      };
    case 'zero-padded':
      return {
        what: `zeros were put before it, up to ${plural(width, 'digit', 'digits')}`,
        example: `"7" becomes "${'7'.padStart(width, '0')}"`,
        label: `padded with zeros to ${plural(width, 'digit', 'digits')}`,
        wouldShow: `of fewer than ${plural(width, 'digit', 'digits')}`,
        mechanisms: [
          {
            code: 'fixed-width',
            mechanism: (key) => `a step of the pipeline writes ${key} at a fixed width`,
            lookAt: "the layout of the pipeline's intermediate files",
          },
        ],
      };
    case 'cut':
      return {
        what: `only its first ${length === 1 ? 'character was' : `${plural(length, 'character', 'characters')} were`} kept`,
        example: `what comes after ${plural(length, 'character', 'characters')} is lost`,
        label: `cut to ${plural(length, 'character', 'characters')}`,
        wouldShow: `of more than ${plural(length, 'character', 'characters')}`,
        mechanisms: [
          {
            code: 'column-too-short',
            mechanism: (key) => `the column of ${key} holds no more than ${plural(length, 'character', 'characters')}`,
            lookAt: "the table's definition",
          },
        ],
      };
    case 'collation':
      return {
        what: 'keys that differ in case and closing spaces alone were taken for one, under the spelling of the oldest row',
        example: '"AB7" and "ab7 " become one',
        label: 'compared without case',
        wouldShow: 'that another one equals but for case and closing spaces',
        mechanisms: [
          {
            code: 'collation',
            mechanism: (key) => `the database compares ${key} without case and closing spaces`,
            lookAt: `the collation of the column in the database`,
          },
        ],
      };
    default:
      return assertNever(how);
  }
}
