import { z } from 'zod';
import { textTraits } from './fault-parameters';

/** What sets a side's unexplained keys apart: a condition that holds most of them and few others. */

const count = z.int().min(0);

/** `older`: it is that of another row of the key. `beginning`: the text begins as it should, and ends too soon. */
export const cellRelations = ['emptied', 'filled', 'minus-lost', 'older', 'beginning'] as const;
export type CellRelation = (typeof cellRelations)[number];

const conditionSchema = z.discriminatedUnion('kind', [
  /** The expected row comes from this delta. */
  z.object({ kind: z.literal('file'), file: z.string() }),
  /** The expected row's version lies in this range, both ends inclusive. */
  z.object({ kind: z.literal('version-range'), column: z.string(), from: z.string(), to: z.string() }),
  /** The expected row is one of these data rows of the delta, 0-based, end exclusive. */
  z.object({ kind: z.literal('row-range'), file: z.string(), from: count, to: count }),
  /** The key, read as a whole number, lies in this range, both ends inclusive. Null: it is masked. */
  z.object({ kind: z.literal('key-range'), range: z.object({ from: count, to: count }).nullable() }),
  /** The measure of the side's row is larger, or smaller, than the expected row's. */
  z.object({ kind: z.literal('sign'), is: z.enum(['larger', 'smaller']) }),
  /** The side's row has the expected measure plus this, in the measure's unit. */
  z.object({ kind: z.literal('constant-difference'), difference: z.string().regex(/^-?\d+(\.\d+)?$/) }),
  /** The side's row has the expected measure times this, to nine significant digits. */
  z.object({ kind: z.literal('constant-ratio'), ratio: z.number() }),
  /** The row differs from the expected one in this column alone. */
  z.object({ kind: z.literal('one-column'), column: z.string() }),
  /** The expected row has one of these in the column, or the key's part is one of them. */
  z.object({ kind: z.literal('values'), column: z.string(), values: z.array(z.string()).min(1) }),
  /** What the expected row has in the column lies in this range, both ends inclusive. */
  z.object({ kind: z.literal('column-range'), column: z.string(), from: z.string(), to: z.string() }),
  /** The expected row's text in the column, or the key's part, has the trait, or more characters than so many. */
  z.object({ kind: z.literal('trait'), column: z.string(), trait: z.enum(textTraits) }),
  z.object({ kind: z.literal('longer-than'), column: z.string(), length: count }),
  /** The number that the key's part ends in leaves this when it is divided. */
  z.object({ kind: z.literal('key-remainder'), column: z.string(), by: count, leaves: count }),
  /** The key is in the deltas and has no row in this one, the last. */
  z.object({ kind: z.literal('absent-from'), file: z.string() }),
  /** How the side's cell of the column relates to what should stand there. */
  z.object({ kind: z.literal('relation'), column: z.string(), is: z.enum(cellRelations) }),
]);

export const patternSchema = z.intersection(
  conditionSchema,
  z.object({
    /** Unexplained keys that meet the condition. */
    support: count,
    /** Unexplained keys in all. */
    of: count,
    /** Share of the keys that meet it which are unexplained, 0..1. */
    precision: z.number().min(0).max(1),
  }),
);

export type PatternCondition = z.infer<typeof conditionSchema>;
export type Pattern = z.infer<typeof patternSchema>;
