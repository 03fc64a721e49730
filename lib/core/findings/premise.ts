import { z } from 'zod';
import { dedupeRules } from './dedupe-rule';
import { faultSchema } from './fault';
import { lineKinds } from './line-kind';
import { settlements } from './settled-by';

/**
 * A premise: what the files were taken to mean before anything was replayed, and what settled it. A proof holds under
 * the premises; an assumed one is never silent.
 */

const count = z.int().min(0);

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
  /** As what a file's bytes were read: by guess, or as a person said. */
  z.object({
    ...base,
    code: z.literal('encoding'),
    file: z.string(),
    as: z.string(),
    /** Lines with bytes that are no UTF-8, and the first such byte with its 1-based line. */
    lines: count,
    first: z.object({ line: z.int().min(1), byte: z.int().min(0x80).max(0xff) }).nullable(),
    /** Not all lines are of that encoding, and those of another were left out. */
    several: z.boolean(),
  }),
  /** What the measure's amounts are in; null: nothing says it. */
  z.object({ ...base, code: z.literal('unit'), column: z.string(), unit: z.string().nullable() }),
  /** A column says which currency each amount is in; with several values a total adds up different ones. */
  z.object({
    ...base,
    code: z.literal('currencies'),
    column: z.string(),
    /** The measure of whose cells' signs the column was made; left out: a file has the column. */
    signsOf: z.string().optional(),
    values: z.array(z.string()).min(1),
  }),
  /** Rows of one key share the largest version and differ. */
  z.object({ ...base, code: z.literal('ties'), keep: z.enum(['earlier', 'later']), keys: count }),
  z.object({
    ...base,
    code: z.literal('rule'),
    rule: z.enum(dedupeRules),
    /** The rule of which the other table is exactly the result. */
    other: z.enum(dedupeRules).optional(),
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
