import { z } from 'zod';

/** What a reader of the figures must know and that stops nothing. */

const count = z.int().min(0);

export const warningSchema = z.discriminatedUnion('code', [
  z.object({
    code: z.literal('lines-rejected'),
    /** The files with lines that take no part, in the order of the case, each with how many. */
    files: z.array(z.object({ file: z.string(), lines: z.int().min(1) })).min(1),
  }),
  z.object({
    code: z.literal('row-order-differs'),
    /** Row positions whose measure differs between the tables, where only so many keys do. */
    positions: count,
    keys: count,
  }),
  /** Keys with two delta rows of one version and different content. */
  z.object({ code: z.literal('version-tie'), keys: z.int().min(1) }),
  z.object({
    code: z.literal('tolerance-hides'),
    column: z.string(),
    /** In the column's unit. */
    tolerance: z.string().regex(/^\d+(\.\d+)?$/),
    /** Keys that differ in the column by no more than that and count as equal. */
    keys: z.int().min(1),
  }),
  /** Keys that stand more than once in the side's table. */
  z.object({ code: z.literal('keys-duplicated'), side: z.enum(['ours', 'theirs']), keys: z.int().min(1) }),
]);

export type Warning = z.infer<typeof warningSchema>;
export type WarningOf<C extends Warning['code']> = Extract<Warning, { code: C }>;
