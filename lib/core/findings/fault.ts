import { z } from 'zod';
import { parseDuration } from '../duration';
import {
  filterOperators,
  keyAlterations,
  misreadings,
  reformattings,
  roundings,
  versionForms,
} from './fault-parameters';

/** The catalogue's faults as data, in pipeline order. A replay takes them; findings report them. */

const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
/** A number, or for a date an ISO 8601 duration of days and shorter: "12.5", "-3", "PT2H", "-PT5H30M", "P1D". */
const shift = z.union([decimal, z.string().refine((text) => parseDuration(text) !== null)]);
const files = z.array(z.string()).min(1);

/** Data rows of one file, 0-based, end exclusive. */
const rowRange = z.object({ from: z.int().min(0), to: z.int().min(0) });

/** Every value from min to max, both inclusive, gives the same table on these files. */
const equivalentRange = z.object({ min: z.string(), max: z.string() }).optional();

export const faultSchema = z.discriminatedUnion('fault', [
  z.object({ fault: z.literal('file-not-loaded'), files }),
  z.object({
    fault: z.literal('file-partially-loaded'),
    files: files.max(1),
    loaded: z.array(rowRange),
    equivalentRange,
  }),
  z.object({ fault: z.literal('rows-capped'), limit: z.int().min(0), equivalentRange }),
  z.object({ fault: z.literal('first-rows-skipped'), count: z.int().min(1), equivalentRange }),
  /** All deltas, as they arrive. */
  z.object({ fault: z.literal('files-out-of-order'), order: files }),
  z.object({ fault: z.literal('file-loaded-again'), files: files.max(1) }),
  z.object({
    fault: z.literal('partition-overwritten'),
    /** A mapped column, or one of the key's. */
    column: z.string(),
  }),
  z.object({
    fault: z.literal('deletes-ignored'),
    /** The column and its values that mark a row which deletes its key. */
    column: z.string(),
    values: z.array(z.string()).min(1),
    /** `kept`: the row is one like any other. `skipped`: it takes no part, and an older one stands. */
    how: z.enum(['kept', 'skipped']),
  }),
  z.object({ fault: z.literal('late-rows-dropped') }),
  z.object({ fault: z.literal('version-cutoff'), version: z.string(), equivalentRange }),
  z.object({ fault: z.literal('new-keys-ignored') }),
  z.object({
    fault: z.literal('key-altered'),
    how: z.enum(keyAlterations),
    /** Of `zero-padded` only: digits. */
    width: z.int().min(2).max(40).optional(),
    /** Of `cut` only: characters. */
    length: z.int().min(1).optional(),
    /** `load`: the keys of the finished table change, so that rows whose keys become equal all stand; left out: on arrival. */
    stage: z.literal('load').optional(),
  }),
  z.object({
    fault: z.literal('columns-swapped'),
    columns: z.tuple([z.string(), z.string()]),
    files: files.optional(),
  }),
  z.object({ fault: z.literal('largest-version-wins') }),
  z.object({ fault: z.literal('version-compared-as-text') }),
  z.object({ fault: z.literal('version-misread'), form: z.enum(versionForms) }),
  z.object({ fault: z.literal('smallest-version-wins') }),
  z.object({ fault: z.literal('first-row-wins') }),
  z.object({ fault: z.literal('last-row-wins') }),
  z.object({ fault: z.literal('largest-measure-wins') }),
  z.object({ fault: z.literal('ties-broken-differently'), keep: z.enum(['earlier', 'later']) }),
  z.object({
    fault: z.literal('key-incomplete'),
    /** Those of the key's columns by which rows are de-duplicated. */
    columns: z.array(z.string()).min(1),
  }),
  z.object({ fault: z.literal('largest-of-each-column') }),
  z.object({ fault: z.literal('zeros-ignored') }),
  z.object({ fault: z.literal('empties-ignored'), columns: z.array(z.string()).min(1) }),
  z.object({ fault: z.literal('versions-summed') }),
  z.object({ fault: z.literal('duplicates-kept') }),
  z.object({ fault: z.literal('rows-repeated') }),
  z.object({ fault: z.literal('column-not-updated'), columns: z.array(z.string()).min(1) }),
  z.object({ fault: z.literal('column-emptied'), columns: z.array(z.string()).min(1), files: files.optional() }),
  z.object({
    fault: z.literal('empties-filled'),
    columns: z.array(z.string()).min(1),
    /** As it is written. */
    value: z.string(),
  }),
  z.object({
    fault: z.literal('text-cut'),
    columns: z.array(z.string()).min(1),
    /** Characters that a text keeps. */
    length: z.int().min(1),
  }),
  z.object({ fault: z.literal('measure-misread'), how: z.enum(misreadings), files: files.optional() }),
  z.object({
    fault: z.literal('column-shifted'),
    column: z.string(),
    /** What is added to what should stand. */
    by: shift,
  }),
  z.object({ fault: z.literal('column-reformatted'), column: z.string(), how: z.enum(reformattings) }),
  z.object({ fault: z.literal('sign-lost'), files: files.optional() }),
  z.object({
    fault: z.literal('measure-scaled'),
    factor: decimal,
    files: files.optional(),
    /** Only rows of which the column holds the value: a mapped column, or one of the key's. */
    where: z.object({ column: z.string(), value: z.string() }).optional(),
  }),
  z.object({
    fault: z.literal('measure-rounded'),
    how: z.enum(roundings),
    /** Decimal places kept; negative rounds to tens, hundreds … */
    digits: z.int(),
    files: files.optional(),
  }),
  z.object({
    fault: z.literal('measure-wrapped'),
    /** Width of the integer, its sign included. */
    bits: z.union([z.literal(16), z.literal(32)]),
    /** Decimals that it counts: 0, whole numbers; 2, hundredths. */
    digits: z.int().min(0),
  }),
  z.object({ fault: z.literal('measure-clipped'), max: decimal, files: files.optional() }),
  z.object({
    fault: z.literal('rows-filtered'),
    /** A mapped column, or one of the key's. */
    column: z.string(),
    operator: z.enum(filterOperators),
    value: z.string(),
    /** `arrival`: the row takes no part and an older one wins. `load`: the winning row is left out of the table. */
    stage: z.enum(['arrival', 'load']),
    files: files.optional(),
    equivalentRange,
  }),
  z.object({
    fault: z.literal('rows-not-exported'),
    /** The versions of the rows that the table holds and no delta does. */
    versions: z.object({ min: z.string(), max: z.string() }),
  }),
]);

/** A way in which a pipeline goes wrong, with its parameters. */
export type Fault = z.infer<typeof faultSchema>;
export type FaultCode = Fault['fault'];
export type FaultOf<C extends FaultCode> = Extract<Fault, { fault: C }>;
