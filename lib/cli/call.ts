import { parseArgs } from 'node:util';
import { dedupeRules } from '@/lib/core/findings/dedupe-rule';
import { fail, ok, type Result } from '@/lib/core/result';
import { type GivenEncoding, givenEncodings, type PremiseChoices } from '@/lib/core/setup';
import { parseUnit } from '@/lib/core/unit';

/** A call of the command line, understood. Nothing was opened yet. */
export type Call = { readonly kind: 'help' } | InvestigateCall;

export interface InvestigateCall {
  readonly kind: 'investigate';
  readonly json: boolean;
  /** Paths of the deltas; where neither table is named, of all files, whose roles then follow from names and content. */
  readonly files: readonly string[];
  readonly ours: string | null;
  readonly theirs: string | null;
  /** Columns as named in the call; null: found from names and content. */
  readonly key: readonly string[] | null;
  readonly measure: string | null;
  readonly version: string | null;
  /** What amounts are shown in: a sign, a short word, or "none"; null: found from cells and names. */
  readonly unit: string | null;
  /** What the call says of the files' meaning; the rest is settled by the files, or assumed and told. */
  readonly premises: CalledPremises;
}

/** Premises as a call gives them: by file name where they are of one file. */
export interface CalledPremises extends Omit<PremiseChoices, 'headerLines' | 'encodings' | 'dataLines' | 'given'> {
  /** File name -> the line of its header; "" stands for every file. */
  readonly headerLines: Readonly<Record<string, number>>;
  /** File name -> what its bytes are; "" stands for every file. */
  readonly encodings: Readonly<Record<string, GivenEncoding>>;
}

export const USAGE = `Usage: tieout investigate [--json] DELTA... --ours FILE --theirs FILE
           [--key COLUMN[,COLUMN]] [--measure COLUMN] [--version COLUMN] [--unit UNIT]
           [--date-order day-first|month-first] [--ties earlier|later] [--rule RULE] [--decimal point|comma]
           [--empty WORD[,WORD]] [--header-line [FILE:]LINE]
           [--encoding [FILE:]utf-8|windows-1252] [--deletes COLUMN=VALUE[,VALUE]|none] [--complete]
From the sources: npm run --silent investigate -- [--json] DELTA... and so on

Compares two tables that should come from the same exported files, and finds and proves why they differ.

  DELTA...   exported files, in any order; they arrive in the natural order of their names
  --ours     the vendor's table, the one that the pipeline built
  --theirs   the customer's own table; one of the two may be left out
  --key      the column, or columns, that name the user
  --measure  the column that is totalled
  --version  the column that says which of a user's rows is newest
  --unit     what amounts are shown in: "$", "EUR" or the like, or "none"
  --json     print the findings as JSON

What the files mean, where their cells do not settle it or settle it wrongly:
  --date-order   how 3/4/2026 is read
  --ties         which of a user's rows with the same largest version counts
  --rule         which row was agreed to count: ${dedupeRules.join(', ')}
  --decimal      what "1,234" is read with
  --empty        words that stand for an empty cell, or "none"
  --header-line  the line on which the column names stand, in one file or in all
  --encoding     what the bytes of one file, or of all, are
  --deletes      what marks a row that deletes its user: op=D
  --complete     no exported file is missing, whatever the numbering says

CSV, TSV, .gz and .zip. Without --ours and --theirs the roles follow from names and content.
Exit status: 0 the tables agree, 1 they differ, 2 the files or the call are unusable.
`;

/** Reads a call from its arguments. A call that makes no sense fails with a sentence. */
export function readCall(args: readonly string[]): Result<Call, string> {
  const parsed = parse(args);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  if (values.help) return ok({ kind: 'help' });
  const { ours = null, theirs = null, measure = null, version = null, unit = null } = values;
  const empty = Object.entries(values).find(([, value]) => [value].flat().includes(''));
  if (empty) return fail(`--${empty[0]} is given without a value.`);
  if (positionals.length === 0) return fail('No delta is given: name the exported files.');
  const named = [...positionals, ...[ours, theirs].filter((path) => path !== null)];
  const repeated = named.find((path, i) => named.indexOf(path) !== i);
  if (repeated !== undefined) return fail(`${repeated} is given twice.`);
  if (unit !== null && parseUnit(unit) === undefined)
    return fail(`--unit takes one to four characters without digits, or "none": "${unit}" is neither.`);
  const premises = readPremises(values);
  if (!premises.ok) return premises;
  const key = values.key?.flatMap((names) => names.split(',').map((name) => name.trim())) ?? null;
  return ok({
    kind: 'investigate',
    json: values.json,
    files: positionals,
    ours,
    theirs,
    key,
    measure,
    version,
    unit,
    premises: premises.value,
  });
}

type Values = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

function readPremises(values: Values): Result<CalledPremises, string> {
  const order = oneOf('date-order', ['day-first', 'month-first'] as const, values);
  const ties = oneOf('ties', ['earlier', 'later'] as const, values);
  const rule = oneOf('rule', dedupeRules, values);
  const decimal = oneOf('decimal', ['point', 'comma'] as const, values);
  for (const read of [order, ties, rule, decimal]) if (!read.ok) return read;
  const deletes = readDeletes(values['deletes']);
  if (!deletes.ok) return deletes;
  const headerLines = new Map<string, number>();
  for (const text of listOf(values['header-line'])) {
    const [, file = '', line] = /^(?:(.+):)?([1-9]\d{0,8})$/.exec(text) ?? [];
    if (line === undefined) return fail(`--header-line takes LINE or FILE:LINE: "${text}" is neither.`);
    headerLines.set(file, Number(line));
  }
  const encodings = new Map<string, GivenEncoding>();
  for (const text of listOf(values['encoding'])) {
    const [, file = '', name] = /^(?:(.+):)?([^:]+)$/.exec(text) ?? [];
    const encoding = givenEncodings.find((one) => one === name?.toLowerCase());
    if (encoding === undefined)
      return fail(`--encoding takes ${givenEncodings.join(' or ')}, for one file FILE:ENCODING: "${text}" is neither.`);
    encodings.set(file, encoding);
  }
  const empty = listOf(values['empty']).flatMap((words) => words.split(','));
  return ok({
    headerLines: Object.fromEntries(headerLines),
    encodings: Object.fromEntries(encodings),
    ...(order.ok && order.value ? { dateOrder: order.value } : {}),
    ...(ties.ok && ties.value ? { ties: ties.value } : {}),
    ...(rule.ok && rule.value ? { rule: rule.value } : {}),
    ...(decimal.ok && decimal.value ? { decimal: decimal.value === 'point' ? '.' : ',' } : {}),
    ...(empty.length > 0 ? { empty: empty.filter((word) => word !== 'none') } : {}),
    ...(deletes.value === undefined ? {} : { deletes: deletes.value }),
    ...(values['complete'] === true ? { complete: true } : {}),
  });
}

function listOf(value: Values[string]): readonly string[] {
  return typeof value === 'object' ? value : typeof value === 'string' ? [value] : [];
}

/** Undefined where the call does not give it. */
function oneOf<T extends string>(name: string, choices: readonly T[], values: Values): Result<T | undefined, string> {
  const text = values[name];
  if (text === undefined) return ok(undefined);
  const found = choices.find((choice) => choice === text);
  return found ? ok(found) : fail(`--${name} takes ${choices.join(', ')}: "${String(text)}" is none of them.`);
}

function readDeletes(text: Values[string]): Result<PremiseChoices['deletes'], string> {
  if (typeof text !== 'string') return ok(undefined);
  if (text === 'none') return ok(null);
  const [, column, values] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  return column === undefined || values === undefined
    ? fail(`--deletes takes COLUMN=VALUE, or "none": "${text}" is neither.`)
    : ok({ column, values: values.split(',') });
}

function parse(args: readonly string[]) {
  try {
    return ok(
      parseArgs({
        args: [...args],
        allowPositionals: true,
        options: {
          help: { type: 'boolean', short: 'h', default: false },
          json: { type: 'boolean', default: false },
          ours: { type: 'string' },
          theirs: { type: 'string' },
          key: { type: 'string', multiple: true },
          measure: { type: 'string' },
          version: { type: 'string' },
          unit: { type: 'string' },
          'date-order': { type: 'string' },
          ties: { type: 'string' },
          rule: { type: 'string' },
          decimal: { type: 'string' },
          empty: { type: 'string', multiple: true },
          'header-line': { type: 'string', multiple: true },
          encoding: { type: 'string', multiple: true },
          deletes: { type: 'string' },
          complete: { type: 'boolean', default: false },
        },
      }),
    );
  } catch (error) {
    // parseArgs throws for what it does not know; its messages are sentences for people.
    return fail(error instanceof Error ? error.message : String(error));
  }
}
