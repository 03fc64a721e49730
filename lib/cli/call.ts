import { parseArgs } from 'node:util';
import { parseUnit } from '@/lib/core/intake/measure-unit';
import { fail, ok, type Result } from '@/lib/core/result';

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
}

export const USAGE = `Usage: npm run --silent investigate -- [--json] DELTA... --ours FILE --theirs FILE
           [--key COLUMN[,COLUMN]] [--measure COLUMN] [--version COLUMN] [--unit UNIT]

Compares two tables that should come from the same exported files, and finds and proves why they differ.

  DELTA...   exported files, in any order; they arrive in the natural order of their names
  --ours     the vendor's table, the one that the pipeline built
  --theirs   the customer's own table; one of the two may be left out
  --key      the column, or columns, that name the user
  --measure  the column that is totalled
  --version  the column that says which of a user's rows is newest
  --unit     what amounts are shown in: "$", "EUR" or the like, or "none"
  --json     print the findings as JSON

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
  const key = values.key?.flatMap((names) => names.split(',').map((name) => name.trim())) ?? null;
  return ok({ kind: 'investigate', json: values.json, files: positionals, ours, theirs, key, measure, version, unit });
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
        },
      }),
    );
  } catch (error) {
    // parseArgs throws for what it does not know; its messages are sentences for people.
    return fail(error instanceof Error ? error.message : String(error));
  }
}
