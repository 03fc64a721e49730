import { assertNever } from '@/lib/core/assert-never';
import { dedupeRules } from '@/lib/core/findings/dedupe-rule';
import type { Findings } from '@/lib/core/findings/findings';
import type { Premise, PremiseOf } from '@/lib/core/findings/premise';
import type { IntakeFile } from '@/lib/core/intake/intake';
import { list, possessive } from '@/lib/core/phrases/phrases';
import type { GivenEncoding, Setup } from '@/lib/core/setup';
import type { ToldPremise } from '@/lib/core/words/premises';
import { ruleInWords } from '@/lib/core/words/rules';
import { withDataLines, withPremise } from './edit-premises';
import { withRole } from './edit-setup';
import type { OpenCase } from './state';

/** How a premise is changed. What a choice leads to is a set-up, to be compared under. */
export type PremiseControl =
  | { readonly kind: 'buttons'; readonly buttons: readonly { readonly text: string; readonly setup: Setup }[] }
  | {
      readonly kind: 'select';
      readonly label: string;
      readonly value: string;
      readonly options: readonly { readonly value: string; readonly text: string; readonly setup: Setup }[];
    }
  /** Of the files whose header stands on one line, 1-based, which line that is. */
  | {
      readonly kind: 'header';
      readonly fields: readonly { readonly files: readonly string[]; readonly line: number }[];
    }
  /** What a file's bytes are read as. */
  | { readonly kind: 'encoding'; readonly file: string; readonly value: GivenEncoding | null }
  | { readonly kind: 'columns' }
  | { readonly kind: 'unit' };

export interface PremiseLine {
  /** Stays as long as the premise does, whatever it says. */
  readonly id: string;
  readonly text: string;
  readonly settled: string;
  /** Why it stands out; null: it does not. */
  readonly mark: 'assumed' | 'in question' | null;
  readonly otherwise: string | null;
  /** Null: nothing can be changed. */
  readonly control: PremiseControl | null;
}

/**
 * What a verdict rests on, a line each: that an export seems to be missing, what nothing settles, what the files settle,
 * and what the person said and the findings do not repeat.
 */
export function premiseLines(
  findings: Findings,
  told: readonly ToldPremise[],
  opened: OpenCase,
): readonly PremiseLine[] {
  const lines = told.map(({ premise, also, text, settled, assumed, otherwise }): PremiseLine => {
    return {
      id: idOf(premise),
      text,
      settled: settled.replace(/^assumed: /, ''),
      mark: !assumed ? null : premise.settledBy === 'assumed' ? 'assumed' : 'in question',
      otherwise,
      control: controlOf([premise, ...also], findings, opened),
    };
  });
  return [
    ...missingLine(findings, opened),
    ...lines.filter(({ mark }) => mark !== null),
    ...lines.filter(({ mark }) => mark === null),
    ...saidLines(
      told.flatMap(({ premise, also }) => [premise, ...also]),
      opened,
    ),
  ];
}

function idOf(premise: Premise): string {
  return [
    premise.code,
    'column' in premise ? (premise.column ?? '') : '',
    premise.code === 'lines' ? `${premise.file} ${premise.taken} ${premise.settledBy === 'assumed' ? '?' : ''}` : '',
    premise.code === 'numbers' ? premise.files.join() : '',
    premise.code === 'encoding' ? premise.file : '',
  ].join(' ');
}

/** A file that was set aside and fits the hole is pointed at, and taken back where it is meant. */
function missingLine({ missing, labels }: Findings, { intake, setup }: OpenCase): PremiseLine[] {
  if (missing === null) return [];
  const { files, reason, side, setAside } = missing;
  const fits = intake.files.find(({ file }) => file === setAside);
  const seems = `${list(files, 'and')} ${files.length === 1 ? 'seems' : 'seem'} to be missing.`;
  return [
    {
      id: 'missing',
      text: fits
        ? `${fits.file} is left out, and seems to be missing.`
        : files.length === 0
          ? 'An exported file seems to be missing.'
          : seems,
      settled:
        reason === 'numbering' || side === null
          ? 'the numbers of the files have a hole'
          : `${possessive(labels[side])} table holds rows newer than the files`,
      mark: 'in question',
      otherwise: null,
      control: {
        kind: 'buttons',
        buttons: [
          ...(fits
            ? [{ text: `Take ${fits.file} as a delta`, setup: withRole(setup, intake.files, fits.id, 'delta') }]
            : []),
          { text: 'No file is missing', setup: withPremise(setup, 'complete', true) },
        ],
      },
    },
  ];
}

/** The control of premises that are told as one; null where nothing of it can be chosen: cells that allow one reading leave no choice. */
export function controlOf(
  premises: readonly [Premise, ...Premise[]],
  { mapping }: Findings,
  opened: OpenCase,
): PremiseControl | null {
  const { setup } = opened;
  const [premise] = premises;
  switch (premise.code) {
    case 'key':
    case 'version':
      return { kind: 'columns' };
    case 'version-order':
    case 'dates':
      if (premise.settledBy === 'cells') return null;
      return premise.form === 'day-month-year' || premise.form === 'month-day-year'
        ? dateOrderControl(premise.column, premise.form, setup)
        : null;
    case 'numbers':
      if (premise.settledBy === 'cells') return null;
      return select(`Decimal sign of ${premise.column}`, setup.premises?.decimal ?? premise.decimal, [
        { value: '.', text: 'decimal point', setup: withPremise(setup, 'decimal', '.') },
        { value: ',', text: 'decimal comma', setup: withPremise(setup, 'decimal', ',') },
      ]);
    case 'empty':
      return button('These are values', withPremise(setup, 'empty', []));
    case 'lines':
      return linesControl(
        premises.filter((one) => one.code === 'lines'),
        opened,
      );
    case 'unit':
      return { kind: 'unit' };
    case 'ties':
      return select('Of rows that share a version', setup.premises?.ties ?? premise.keep, [
        { value: 'earlier', text: 'the earlier counts', setup: withPremise(setup, 'ties', 'earlier') },
        { value: 'later', text: 'the later counts', setup: withPremise(setup, 'ties', 'later') },
      ]);
    case 'rule':
      return select(
        'The agreed rule',
        setup.premises?.rule ?? premise.rule,
        dedupeRules.map((rule) => ({
          value: rule,
          text: `${ruleInWords(rule, mapping)} wins`,
          setup: withPremise(setup, 'rule', rule),
        })),
      );
    case 'deletes': {
      const { column, values } = premise;
      const said = setup.premises?.deletes;
      const applied = said === undefined ? premise.applied : said !== null;
      return select(`Deletes in ${column}`, applied ? 'applied' : 'ignored', [
        { value: 'applied', text: 'deletes apply', setup: withPremise(setup, 'deletes', { column, values }) },
        { value: 'ignored', text: 'no deletes', setup: withPremise(setup, 'deletes', null) },
      ]);
    }
    case 'encoding':
      return {
        kind: 'encoding',
        file: premise.file,
        value: premise.settledBy === 'given' ? encodingIn(premise) : null,
      };
    case 'offsets':
    case 'writing':
    case 'currencies':
      return null;
    default:
      return assertNever(premise);
  }
}

function encodingIn({ as }: PremiseOf<'encoding'>): GivenEncoding {
  return as === 'windows-1252' ? as : 'utf-8';
}

function dateOrderControl(column: string, form: 'day-month-year' | 'month-day-year', setup: Setup): PremiseControl {
  const read = form === 'day-month-year' ? 'day-first' : 'month-first';
  return select(`Day and month of ${column}`, setup.premises?.dateOrder ?? read, [
    { value: 'day-first', text: 'day first', setup: withPremise(setup, 'dateOrder', 'day-first') },
    { value: 'month-first', text: 'month first', setup: withPremise(setup, 'dateOrder', 'month-first') },
  ]);
}

/** @param premises of one kind, and settled alike */
function linesControl(premises: readonly PremiseOf<'lines'>[], { intake, setup }: OpenCase): PremiseControl | null {
  const held = premises.flatMap(({ file: name, lines }) => {
    const file = intake.files.find((candidate) => candidate.file === name);
    return file ? [{ file, lines }] : [];
  });
  const [first] = premises;
  if (!first || held.length === 0) return null;
  if (first.taken === 'preamble') return headerControl(held.map(({ file }) => file));
  const said = setup.premises?.dataLines ?? {};
  const data = held.every(({ file, lines }) => lines.every((line) => said[file.id]?.includes(line)));
  if (!data && first.taken === 'wider' && first.settledBy !== 'assumed') return null;
  const turned = held.reduce((changed, { file, lines }) => withDataLines(changed, file.id, lines, !data), setup);
  const back = first.taken === 'wider' ? 'Question them again' : 'Leave out again';
  return button(data ? back : 'These are data', turned);
}

function headerControl(files: readonly Pick<IntakeFile, 'file' | 'headerLine'>[]): PremiseControl {
  const lines = [...new Set(files.map(({ headerLine }) => headerLine))];
  return {
    kind: 'header',
    fields: lines.map((line) => ({
      line,
      files: files.filter(({ headerLine }) => headerLine === line).map(({ file }) => file),
    })),
  };
}

/** Choices that show in no premise of the findings, so that each can be taken back. */
function saidLines(premises: readonly Premise[], { intake, setup }: OpenCase): PremiseLine[] {
  const { dataLines = {}, headerLines = {}, empty, deletes, complete } = setup.premises ?? {};
  const linesOf = (file: string) =>
    premises.filter((premise) => premise.code === 'lines').filter((premise) => premise.file === file);
  const said = (id: string, text: string, control: PremiseControl): PremiseLine => {
    return { id: `said ${id}`, text, settled: 'as you said', mark: null, otherwise: null, control };
  };
  return [
    ...intake.files.flatMap(({ id, file, headerLine }) => {
      const shown = linesOf(file);
      const lines = (dataLines[id] ?? []).filter((line) => !shown.some((premise) => premise.lines.includes(line)));
      const pointed = headerLines[id] !== undefined && !shown.some(({ taken }) => taken === 'preamble');
      return [
        ...(pointed
          ? [
              said(
                `header ${file}`,
                `The header of ${file} is line ${headerLine}.`,
                headerControl([{ file, headerLine }]),
              ),
            ]
          : []),
        ...(lines.length > 0
          ? [
              said(
                `lines ${file}`,
                `${lines.length === 1 ? 'Line' : 'Lines'} ${listed(lines)} of ${file} ${lines.length === 1 ? 'is' : 'are'} data.`,
                button('Leave out again', withDataLines(setup, id, lines, false)),
              ),
            ]
          : []),
      ];
    }),
    ...(empty?.length === 0
      ? [
          said(
            'empty',
            'No word stands for an empty cell.',
            button('Look for such words', withPremise(setup, 'empty', undefined)),
          ),
        ]
      : []),
    ...(deletes === null
      ? [
          said(
            'deletes',
            'No row marks a delete.',
            button('Look for deletes', withPremise(setup, 'deletes', undefined)),
          ),
        ]
      : []),
    ...(complete === true
      ? [
          said(
            'complete',
            'No exported file is missing.',
            button('Look for a hole', withPremise(setup, 'complete', undefined)),
          ),
        ]
      : []),
  ];
}

/** Line numbers that are spelled out at most. */
const SPELLED = 6;

function listed(lines: readonly number[]): string {
  const shown = lines.slice(0, SPELLED).map(String);
  const more = lines.length - shown.length;
  return list(more > 0 ? [...shown, `${more} more`] : shown, 'and');
}

function button(text: string, setup: Setup): PremiseControl {
  return { kind: 'buttons', buttons: [{ text, setup }] };
}

function select(
  label: string,
  value: string,
  options: Extract<PremiseControl, { kind: 'select' }>['options'],
): PremiseControl {
  return { kind: 'select', label, value, options };
}
