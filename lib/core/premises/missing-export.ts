import type { ExplainedSide } from '../causes/explain-side';
import { MISSING } from '../decimal';
import { moduleOf } from '../faults/catalogue';
import type { Findings } from '../findings/findings';
import type { Dataset } from '../table/dataset';

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
 * @param unreadLines lines of the deltas that could not be read, of unknown keys: as many such rows may stand on them
 */
export function missingExport(
  dataset: Dataset,
  sides: readonly (ExplainedSide | null)[],
  { setAside, complete }: Completeness,
  unreadLines = 0,
): Missing | null {
  if (complete) return null;
  const given = sides.filter((side) => side !== null);
  const ahead = given
    .map((side) => ({ side: side.side, keys: newerKeys(dataset, side) }))
    .filter(({ keys }) => keys > unreadLines)
    .sort((a, b) => b.keys - a.keys)[0];
  const holes = numberingHoles(dataset.files.map(({ name }) => name));
  const wrong = given.some(({ exact, faults }) => !exact || faults.length > 0);
  if (!ahead && (holes.length === 0 || !wrong)) return null;
  return {
    reason: holes.length > 0 ? 'numbering' : 'newer-rows',
    files: holes,
    side: ahead?.side ?? null,
    keys: ahead?.keys ?? 0,
    setAside: setAside.find((name) => holes.includes(name)) ?? null,
  };
}

/** Fewest keys, and the share of those that no fault explains, whose rows must be newer where they are not all. */
const LEAST_KEYS = 3;
const LEAST_SHARE = 0.5;

/**
 * Keys whose row in the table is newer than every delta row of theirs, and none of these under another version: those that
 * the search takes as given, or most of what it cannot explain; 0 where another cause explains the table.
 */
function newerKeys(dataset: Dataset, { side, faults, shares, exact, unexplained, residual }: ExplainedSide): number {
  const at = faults.findIndex((fault) => moduleOf(fault).ahead);
  if (at !== -1) return shares[at]?.keys ?? 0;
  const table = dataset[side];
  const seen = table?.columns[dataset.version];
  const versions = dataset.deltas.columns[dataset.version];
  if (exact || !table || !seen || !versions) return 0;
  const exported = new Set(versions);
  const others = dataset.columns.flatMap((_, c) => {
    const [held, read] = [table.columns[c], dataset.deltas.columns[c]];
    return c !== dataset.version && held && read ? [{ held, read }] : [];
  });
  let newer = 0;
  for (let k = 0; k < dataset.keys.count; k++) {
    const o = table.start[k] as number;
    if (residual[k] !== 1 || table.start[k + 1] !== o + 1 || exported.has(seen[o] as number)) continue;
    let newest = MISSING;
    let restamped = false;
    for (let r = dataset.deltas.start[k] as number; r < (dataset.deltas.start[k + 1] as number); r++) {
      newest = Math.max(newest, versions[r] as number);
      restamped ||= others.length > 0 && others.every(({ held, read }) => held[o] === read[r]);
    }
    if ((seen[o] as number) > newest && !restamped) newer += 1;
  }
  return newer >= LEAST_KEYS && newer >= LEAST_SHARE * unexplained.keys ? newer : 0;
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
