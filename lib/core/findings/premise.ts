import { z } from 'zod';
import { dedupeRuleSchema } from './dedupe-rule';
import { faultSchema } from './fault';
import { lineKinds } from './line-kind';

/**
 * A premise: what the files were taken to mean before anything was replayed, and what settled it. A proof holds under
 * the premises; an assumed one is never silent.
 */

const count = z.int().min(0);

/**
 * `given`: the user or the command line said so. `cells`: every cell admits this reading, some only this one.
 * `uniqueness`: the columns name one row each in the tables. `both-tables`, `ours`, `theirs`: only this reading gives
 * them. `file-order`: only under it do the versions rise from file to file. `assumed`: nothing in the files settles it.
 */
export const settlements = [
  'given',
  'cells',
  'uniqueness',
  'both-tables',
  'ours',
  'theirs',
  'file-order',
  'assumed',
] as const;
export type SettledBy = (typeof settlements)[number];

/** What settles a premise that only tables can: both where both show it, the one that does, null where none does. */
export function shownBy(ours: boolean, theirs: boolean): Extract<SettledBy, 'both-tables' | 'ours' | 'theirs'> | null {
  if (ours && theirs) return 'both-tables';
  if (theirs) return 'theirs';
  return ours ? 'ours' : null;
}

/** How a table would stand under another reading, and by which faults. */
const outcomeSchema = z.object({
  kind: z.enum(['right', 'proved', 'best', 'unknown']),
  causes: z.array(faultSchema),
});

const base = {
  settledBy: z.enum(settlements),
  /** What would be found under the other reading; only where it says something else. Null: that table was not given. */
  alternative: z.object({ ours: outcomeSchema.nullable(), theirs: outcomeSchema.nullable() }).optional(),
};

/** How dates are written: in order of day, month and year, or as a count. `several`: the files have more than one form. */
export const dateForms = [
  'year-month-day',
  'day-month-year',
  'month-day-year',
  'month-name',
  'epoch',
  'serial',
  'several',
] as const;
export type DateForm = (typeof dateForms)[number];

/** Line numbers that a premise lists at most. */
export const MAX_PREMISE_LINES = 20;

export const premiseSchema = z.discriminatedUnion('code', [
  z.object({
    ...base,
    code: z.literal('key'),
    columns: z.array(z.string()).min(1),
    /** Keys that stand more than once in a table that should have one row a key. */
    repeats: z.object({ ours: count, theirs: count }),
  }),
  z.object({
    ...base,
    code: z.literal('version'),
    /** Null: none was found, and the arrival order decides which row of a key is newest. */
    column: z.string().nullable(),
    /** Columns that could be the version, best first. */
    candidates: z.array(z.string()),
  }),
  z.object({
    ...base,
    code: z.literal('version-order'),
    column: z.string(),
    as: z.enum(['number', 'date', 'text']),
    form: z.enum(dateForms).optional(),
    /** Cells that admit no other reading, of all cells that are not empty. */
    cells: count,
    of: count,
  }),
  z.object({
    ...base,
    code: z.literal('dates'),
    column: z.string(),
    form: z.enum(dateForms),
    cells: count,
    of: count,
  }),
  /** Times without an offset stand beside times with one; they are taken for UTC. */
  z.object({ ...base, code: z.literal('offsets'), column: z.string(), cells: count, of: count }),
  /** The decimal sign, where cells have separators that could be either. */
  z.object({
    ...base,
    code: z.literal('numbers'),
    column: z.string(),
    files: z.array(z.string()).min(1),
    decimal: z.enum(['.', ',']),
    cells: count,
    of: count,
  }),
  /** Words that stand for an empty cell. */
  z.object({ ...base, code: z.literal('empty'), column: z.string(), words: z.array(z.string()).min(1), cells: count }),
  /** One value in several writings: true and 1, 1.0 and 1. */
  z.object({ ...base, code: z.literal('writing'), column: z.string(), as: z.enum(['boolean', 'number', 'date']) }),
  z.object({
    ...base,
    code: z.literal('lines'),
    file: z.string(),
    taken: z.enum(lineKinds),
    /** 1-based physical lines, ascending, at most `MAX_PREMISE_LINES`; `count` counts all. */
    lines: z.array(z.int().min(1)).min(1),
    count,
  }),
  /** What the measure's amounts are in; null: nothing says it. */
  z.object({ ...base, code: z.literal('unit'), column: z.string(), unit: z.string().nullable() }),
  /** A column says which currency each amount is in; with several values a total adds up different ones. */
  z.object({ ...base, code: z.literal('currencies'), column: z.string(), values: z.array(z.string()).min(1) }),
  /** Rows of one key share the largest version and differ. */
  z.object({ ...base, code: z.literal('ties'), keep: z.enum(['earlier', 'later']), keys: count }),
  z.object({
    ...base,
    code: z.literal('rule'),
    rule: dedupeRuleSchema,
    /** The rule of which the other table is exactly the result. */
    other: dedupeRuleSchema.optional(),
  }),
  z.object({
    ...base,
    code: z.literal('deletes'),
    column: z.string(),
    /** Cells that mark a delete. */
    values: z.array(z.string()).min(1),
    /** Whether a key whose newest row is marked is left out of the expected table. */
    applied: z.boolean(),
    /** Keys whose newest row is marked. */
    keys: count,
  }),
]);

export type Premise = z.infer<typeof premiseSchema>;
export type PremiseCode = Premise['code'];
export type PremiseOf<C extends PremiseCode> = Extract<Premise, { code: C }>;
export type Outcome = z.infer<typeof outcomeSchema>;
