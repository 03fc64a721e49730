import { z } from 'zod';
import { byName } from './by-name-schema';
import { dedupeRules } from './findings/dedupe-rule';
import { UNIT } from './unit';

/** What a person can set before an investigation runs: plain data, small, and saved with the case. */

export const fileRoles = ['delta', 'ours', 'theirs', 'ignored'] as const;
export type FileRole = (typeof fileRoles)[number];

/** What a file's bytes can be said to be; UTF-16 says itself what it is. */
export const givenEncodings = ['utf-8', 'windows-1252'] as const;
export type GivenEncoding = (typeof givenEncodings)[number];

/** How the columns of the files are used. By case-wide name; `headers` says what a file calls it where it differs. */
export const mappingChoiceSchema = z.object({
  key: z.array(z.string()).min(1),
  measure: z.string(),
  /** Null: no version column; arrival order then decides. */
  version: z.string().nullable(),
  attributes: z.array(z.string()),
  ignored: z.array(z.string()),
  /** What amounts of the measure are shown in: a currency sign, a short word or "%"; null: plain numbers. */
  unit: z.string().regex(UNIT).nullable(),
  /** file id -> case-wide column name -> header in that file */
  headers: byName(byName(z.string())),
  /** column name -> largest difference that counts as equal, a decimal */
  tolerances: byName(z.string().regex(/^\d+(\.\d+)?$/)),
});
export type MappingChoice = z.infer<typeof mappingChoiceSchema>;

/** What a person says of the files' meaning; whatever is left out is settled by the files, or assumed and said. */
export const premiseChoicesSchema = z.object({
  /** By file id: the 1-based physical line on which the header stands. */
  headerLines: byName(z.int().min(1)).optional(),
  /** By file id: what its bytes are read as. */
  encodings: z.record(z.string(), z.enum(givenEncodings)).optional(),
  /** By file id: lines that were set aside and are data all the same. */
  dataLines: byName(z.array(z.int().min(1))).optional(),
  /** Words that stand for an empty cell, in every column; none: only an empty cell is empty. */
  empty: z.array(z.string()).optional(),
  /** How 3/4/2026 is read where cells do not settle it. */
  dateOrder: z.enum(['day-first', 'month-first']).optional(),
  /** The decimal sign of cells that admit both. */
  decimal: z.enum(['.', ',']).optional(),
  /** Which of a key's rows with the same largest version counts. */
  ties: z.enum(['earlier', 'later']).optional(),
  /** Which of a key's rows was agreed to count. */
  rule: z.enum(dedupeRules).optional(),
  /** What marks a row that deletes its key; null: nothing does. */
  deletes: z
    .object({ column: z.string(), values: z.array(z.string()).min(1) })
    .nullable()
    .optional(),
  /** The person says that no exported file is missing. */
  complete: z.boolean().optional(),
  /** Uses of columns that the person chose, so that they count as given. */
  given: z.array(z.enum(['key', 'version', 'unit'])).optional(),
});
export type PremiseChoices = z.infer<typeof premiseChoicesSchema>;

/** Everything that a person can set before an investigation runs. */
export const setupSchema = z.object({
  name: z.string(),
  /** Of the files that hold the sides; the two differ. */
  labels: z.object({ ours: z.string(), theirs: z.string() }),
  /** By file id: what a person calls the side whose table the file is, whichever side that becomes. */
  fileLabels: byName(z.string()).optional(),
  /** By file id. */
  roles: byName(z.enum(fileRoles)),
  /** Ids of the deltas in arrival order. */
  order: z.array(z.int().min(0)),
  mapping: mappingChoiceSchema,
  premises: premiseChoicesSchema.optional(),
});
export type Setup = z.infer<typeof setupSchema>;
