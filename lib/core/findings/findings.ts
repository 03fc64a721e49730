import { z } from 'zod';
import { dedupeRules } from './dedupe-rule';
import { faultSchema } from './fault';
import { patternSchema } from './pattern';
import { premiseSchema } from './premise';
import { warningSchema } from './warning';

/**
 * The findings of an investigation: everything that Tieout says comes from this one object.
 * Amounts are decimal strings in the measure's unit; counts are numbers; file names come without folders.
 */

const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
const count = z.int().min(0);

const mappingSchema = z.object({
  /** One column, or several that together name the entity. */
  key: z.union([z.string(), z.array(z.string()).min(2)]),
  measure: z.string(),
  version: z.string(),
  attributes: z.array(z.string()),
});

const columnSchema = z.object({
  name: z.string(),
  role: z.enum(['measure', 'attribute', 'version']),
  type: z.enum(['number', 'date', 'text']),
  /** What its amounts are shown in: a currency sign, a short word or "%"; null: plain numbers. */
  unit: z.string().nullable(),
  /** The currency sign, code or "%" that its cells carried, if exactly one was; else null. */
  sign: z.string().nullable(),
  /** Some of its numbers are written with something between their thousands; left out: none is. */
  separated: z.literal(true).optional(),
  /** Largest difference that counts as equal, as a decimal; "0" compares exactly. */
  tolerance: decimal,
  /** Keys for which ours or theirs differ from each other only within the tolerance. */
  hidden: count,
  /** By what stands in it, it says who someone is; left out: nothing in it points to that. */
  personal: z.boolean().optional(),
});

/** A column of the deltas alone: nothing is compared with it, and rows are told apart by it. */
const conditionSchema = z.object({ name: z.string(), type: z.enum(['number', 'date', 'text']) });

const inputSchema = z.object({
  file: z.string(),
  role: z.enum(['delta', 'ours', 'theirs']),
  /** Arrival order from 0; deltas only. */
  order: count.optional(),
  rows: count,
  keys: count,
  rejected: count,
  /** How its bytes were read where that is not UTF-8: "UTF-16LE". */
  encoding: z.string().optional(),
  /** What stands between its cells where that is no comma; deltas only. */
  delimiter: z.string().optional(),
  /** Sum of the measure over all rows of the file. */
  total: decimal,
  /** Deltas say the range too. Null where the file has no version column. */
  versions: z.object({ min: z.string().optional(), max: z.string().optional(), distinct: count }).nullable(),
});

const reproducedSchema = z.object({
  /** Rows of this side's table that the replay gives exactly, in every mapped column. */
  rows: count,
  /** Rows compared: the keys of this side's table and of the replay together. */
  of: count,
});

const causeSchema = z.intersection(
  faultSchema,
  z.object({
    keys: count,
    /** Its part of the gap (theirs - ours). */
    amount: decimal,
  }),
);

const triedSchema = z.object({ causes: z.array(faultSchema), reproduced: reproducedSchema });

const sideSchema = z.object({
  /** The replay with these causes equals this side's table, row for row, in every mapped column. */
  proved: z.boolean(),
  /** In pipeline order. */
  causes: z.array(causeSchema),
  reproduced: reproducedSchema,
  unexplained: z.object({ keys: count, amount: decimal }),
  /** Other sets of the same size that replay to the same table. */
  equivalents: z.array(z.array(faultSchema)),
  /** Where equivalents remain: the faults that are not common to all, what each would show of which would tell them apart. */
  distinguishingFaults: z.array(faultSchema),
  /** Keys of which a newer row in a further file would tell tied explanations apart, by column; at most one for each. */
  distinguishingKeys: z.array(z.array(z.string())).default([]),
  /** Codes of the faults whose replay equals the expected table, in catalogue order. */
  blindSpots: z.array(z.string()),
  /** The same with their parameters. */
  blindSpotFaults: z.array(faultSchema),
  /** The nearest faults that do not reproduce the table, best first. */
  ruledOut: z.array(triedSchema),
  /** De-duplication rules under which, with the other causes, this side's table is reproduced, and those under which it is not. */
  rules: z.object({ consistent: z.array(z.enum(dedupeRules)), excluded: z.array(z.enum(dedupeRules)) }),
  /** The few conditions that hold most of the unexplained keys and few others, the best first. */
  patterns: z.array(patternSchema),
  /** As `proved`, but for keys of which some line could not be read, and whatever other readings would give. */
  exact: z.boolean().default(false),
  /**
   * Keys of this side, of its table or of the deltas, some line of which could not be read; what is said of the table
   * does not hold for them. Null: a line whose key cannot be read leaves it open for which.
   */
  unsettled: count.nullable().default(0),
});

const repairSchema = z.object({
  side: z.enum(['ours', 'theirs']),
  /** Delta rows which, loaded now, make right every key that loading can. */
  rows: count,
  /** Keys that the table holds and should not, or holds more than once; loading rows cannot mend these. */
  beyond: count,
  /** What loading would do under each de-duplication rule that these files do not exclude; none where there is nothing to load. */
  outcomes: z.array(
    z.object({
      rule: z.enum(dedupeRules),
      load: z.enum(['repair', 'whole-files']),
      files: z.array(z.string()),
      /** Keys right afterwards, of all expected keys. */
      right: count,
      of: count,
      /** Keys that were right and would no longer be: another row takes the place of the right one, or deletes it. */
      overwritten: count,
    }),
  ),
});

const evidenceSchema = z.object({
  /** From theirs to ours; each step's `amount` is added, and the last total is ours exactly. */
  bridge: z.array(
    z.object({
      kind: z.enum(['theirs', 'cause', 'unexplained', 'expected', 'ours']),
      side: z.enum(['ours', 'theirs']).nullable(),
      /** Index into that side's causes; null unless `kind` is `cause`. */
      cause: count.nullable(),
      keys: count,
      /** Signed change; for `theirs`, `expected` and `ours` "0". */
      amount: decimal,
      /** Total after the step. */
      total: decimal,
    }),
  ),
  /** Rows by the delta that supplied them, in arrival order. Null for a table that was not given. */
  filesWon: z.array(z.object({ file: z.string(), expected: count, ours: count.nullable(), theirs: count.nullable() })),
  /** Rows of each table that equal no row of any delta. */
  fromNoFile: z.object({ ours: count.nullable(), theirs: count.nullable() }),
  /** The gap (theirs - ours) by the version of the expected row, binned; ascending, no bin left out. */
  gapByVersion: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      keys: count,
      amount: decimal,
      /** Index into the deltas: the file that should have supplied most of the bin's differing rows; null when none differ. */
      file: count.nullable(),
    }),
  ),
  /** Differing keys in no bin: no delta has them, or the case has no version column. */
  gapOutsideVersions: z.object({ keys: count, amount: decimal }),
  /** Version range of each delta, for the axis below the bins. */
  fileVersions: z.array(z.object({ file: z.string(), min: z.string(), max: z.string() })),
  /** Mismatched keys by theirs - ours; bins are [from, to). */
  gapSpread: z.object({
    bins: z.array(z.object({ from: decimal, to: decimal, keys: count })),
    median: decimal.nullable(),
    max: decimal.nullable(),
    min: decimal.nullable(),
    keys: count,
  }),
});

/** Lines of one file that could not be read. */
const unreadSchema = z.object({
  file: z.string(),
  count,
  /** The first of them, 1-based and physical. */
  lines: z.array(z.int().min(1)),
  /** Whether each line's key could be read, so that it is known whom they concern. */
  keysKnown: z.boolean(),
});

/** An exported file that seems not to be among the files. */
const missingSchema = z.object({
  /** `numbering`: the deltas' numbers have a hole. `newer-rows`: a table holds rows newer than the deltas. */
  reason: z.enum(['numbering', 'newer-rows']),
  /** Names that the numbering leads to; empty where it leads to none. */
  files: z.array(z.string()),
  /** The table that holds rows newer than the deltas; null: none does. */
  side: z.enum(['ours', 'theirs']).nullable(),
  /** Keys whose row in that table is newer. */
  keys: count,
  /** A file of the case that was set aside and fits. */
  setAside: z.string().nullable(),
});

/** The measure's totals for one value of the column that says the currency. */
const partTotalSchema = z.object({
  value: z.string(),
  expected: decimal,
  ours: decimal.nullable(),
  theirs: decimal.nullable(),
});

export const findingsSchema = z.object({
  schema: z.literal('tieout.findings/1'),
  labels: z.object({ ours: z.string(), theirs: z.string() }),
  mapping: mappingSchema,
  columns: z.array(columnSchema),
  conditions: z.array(conditionSchema).default([]),
  inputs: z.array(inputSchema),
  expected: z.object({ keys: count, total: decimal }),
  /** `difference` = theirs - ours; null where a table was not given. */
  gap: z.object({ ours: decimal.nullable(), theirs: decimal.nullable(), difference: decimal.nullable() }),
  keys: z.object({
    compared: count,
    mismatched: count,
    onlyOurs: count,
    onlyTheirs: count,
    duplicatedOurs: count,
    duplicatedTheirs: count,
  }),
  sides: z.object({ ours: sideSchema.nullable(), theirs: sideSchema.nullable() }),
  repair: z.array(repairSchema),
  evidence: evidenceSchema,
  warnings: z.array(warningSchema),
  premises: z.array(premiseSchema).default([]),
  unread: z.array(unreadSchema).default([]),
  missing: missingSchema.nullable().default(null),
  /** By currency, where a column says it and has several; else empty. */
  totals: z.array(partTotalSchema).default([]),
});

export type Findings = z.infer<typeof findingsSchema>;
export type SideFindings = z.infer<typeof sideSchema>;
export type Cause = z.infer<typeof causeSchema>;
export type Repair = z.infer<typeof repairSchema>;
export type Tried = z.infer<typeof triedSchema>;
export type Evidence = z.infer<typeof evidenceSchema>;
/** The two tables under comparison. */
export type Side = 'ours' | 'theirs';
