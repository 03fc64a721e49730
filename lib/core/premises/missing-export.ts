import type { ExplainedSide } from '../causes/explain-side';
import type { Findings } from '../findings/findings';

type Missing = NonNullable<Findings['missing']>;

/** What is known of the files besides the deltas that take part. */
export interface Completeness {
  /** Names of files of the case that were set aside. */
  readonly setAside: readonly string[];
  /** A person says that no file is missing. */
  readonly complete: boolean;
}

/**
 * Whether an exported file seems not to be among the files: the deltas' numbers have a hole while a table is not as
 * expected, or a table holds rows newer than any of the deltas'. Null where nothing says so, or a person denies it.
 */
export function missingExport(
  deltas: readonly string[],
  sides: readonly (ExplainedSide | null)[],
  { setAside, complete }: Completeness,
): Missing | null {
  if (complete) return null;
  const given = sides.filter((side) => side !== null);
  const ahead = given.find(({ faults }) => faults.some((fault) => fault.fault === 'rows-not-exported'));
  const holes = numberingHoles(deltas);
  const wrong = given.some(({ exact, faults }) => !exact || faults.length > 0);
  if (!ahead && (holes.length === 0 || !wrong)) return null;
  const at = ahead ? ahead.faults.findIndex((fault) => fault.fault === 'rows-not-exported') : -1;
  return {
    reason: holes.length > 0 ? 'numbering' : 'newer-rows',
    files: holes,
    side: ahead?.side ?? null,
    keys: ahead?.shares[at]?.keys ?? 0,
    setAside: setAside.find((name) => holes.includes(name)) ?? null,
  };
}

/** Most names that a hole may lack, and the share of the numbers: beyond it the numbers do not count the files. */
const MOST_HOLES = 3;
const MOST_SHARE = 0.5;

/** "delta3.csv" of delta2.csv and delta4.csv: names between the first and the last number that no file has. */
export function numberingHoles(names: readonly string[]): string[] {
  const parts = names.map((name) => name.split(/(\d+)/));
  const [first] = parts;
  if (!first || names.length < 2 || parts.some(({ length }) => length !== first.length)) return [];
  const varying = first.flatMap((text, i) => (parts.some((other) => other[i] !== text) ? [i] : []));
  const [at] = varying;
  if (at === undefined || varying.length > 1 || at % 2 === 0) return [];
  const numbers = new Set(parts.map((part) => Number(part[at])));
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const lacking = high - low + 1 - numbers.size;
  if (lacking === 0 || lacking > MOST_HOLES || lacking > MOST_SHARE * numbers.size) return [];
  const width = parts.every((part) => part[at]?.length === first[at]?.length) ? (first[at]?.length ?? 0) : 0;
  return Array.from({ length: high - low }, (_, i) => low + i)
    .filter((number) => !numbers.has(number))
    .map((number) => first.map((text, i) => (i === at ? String(number).padStart(width, '0') : text)).join(''));
}
