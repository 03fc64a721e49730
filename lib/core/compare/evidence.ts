import { ExactSum, formatUnits, MISSING } from '../decimal';
import type { Evidence } from '../findings/findings';
import type { Replayed } from '../pipeline/replayed';
import { replayedValue } from '../pipeline/replayed';
import type { CaseColumn } from '../table/case-tables';
import type { Dataset } from '../table/dataset';
import { plainText } from '../table/plain-text';
import { type Bins, binOf, niceBins } from './bins';
import { type MeasureReader, readGrouped, readReplayed } from './table-view';

/** What the charts draw, besides the bridge. */
type ChartEvidence = Omit<Evidence, 'bridge'>;

export interface EvidenceInput {
  readonly dataset: Dataset;
  readonly expected: Replayed;
  readonly differs: Uint8Array;
  /** Delta row that each row of a table equals, by row of the table; null: not given. */
  readonly oursSources: Int32Array | null;
  readonly theirsSources: Int32Array | null;
}

/** Most bins of a chart: marks that still can be told apart. */
const VERSION_BINS = 36;
const SPREAD_BINS = 20;

export function gatherEvidence(input: EvidenceInput): ChartEvidence {
  const { dataset, expected } = input;
  const measure = dataset.measure;
  const stand = readReplayed(dataset, expected, null);
  const ours = dataset.ours ? readGrouped(measure, dataset.ours) : stand;
  const theirs = dataset.theirs ? readGrouped(measure, dataset.theirs) : stand;
  return {
    filesWon: filesWon(input),
    fromNoFile: { ours: withoutSource(input.oursSources), theirs: withoutSource(input.theirsSources) },
    ...gapByVersion(input, ours, theirs),
    fileVersions: fileVersions(dataset),
    gapSpread: gapSpread(input, ours, theirs),
  };
}

function filesWon({ dataset, expected, oursSources, theirsSources }: EvidenceInput): Evidence['filesWon'] {
  const won = countFiles(dataset, expected.winner);
  const ours = oursSources && countFiles(dataset, oursSources);
  const theirs = theirsSources && countFiles(dataset, theirsSources);
  return dataset.files.map(({ name }, f) => ({
    file: name,
    expected: won[f] as number,
    ours: ours ? (ours[f] as number) : null,
    theirs: theirs ? (theirs[f] as number) : null,
  }));
}

function countFiles(dataset: Dataset, rows: Int32Array): Int32Array {
  const counts = new Int32Array(dataset.files.length);
  for (const r of rows) {
    if (r === -1) continue;
    const f = dataset.deltas.file[r] as number;
    counts[f] = (counts[f] as number) + 1;
  }
  return counts;
}

function withoutSource(sources: Int32Array | null): number | null {
  if (sources === null) return null;
  let none = 0;
  for (const source of sources) if (source === -1) none += 1;
  return none;
}

function gapByVersion(
  { dataset, expected, differs }: EvidenceInput,
  ours: MeasureReader,
  theirs: MeasureReader,
): Pick<Evidence, 'gapByVersion' | 'gapOutsideVersions'> {
  const column = dataset.columns[dataset.version];
  const outside = { keys: 0, amount: 0n };
  const bins = column ? versionBins(dataset, expected) : null;
  const keys = new Int32Array(bins?.count ?? 0);
  const amounts = Array.from({ length: keys.length }, () => new ExactSum());
  const byFile = Array.from({ length: keys.length }, () => new Map<number, number>());
  for (let k = 0; k < differs.length; k++) {
    if (differs[k] === 0) continue;
    const version = column && expected.winner[k] !== -1 ? replayedValue(expected, dataset.version, k) : MISSING;
    if (!bins || version === MISSING) {
      outside.keys += 1;
      outside.amount += theirs.of(k) - ours.of(k);
      continue;
    }
    const b = binOf(bins, version);
    keys[b] = (keys[b] as number) + 1;
    const [own, other] = [ours.small(k), theirs.small(k)];
    if (own === null || other === null) amounts[b]?.addLarge(theirs.of(k) - ours.of(k));
    else {
      amounts[b]?.add(other);
      amounts[b]?.add(-own);
    }
    const f = dataset.deltas.file[expected.winner[k] as number] as number;
    const counts = byFile[b] as Map<number, number>;
    counts.set(f, (counts.get(f) ?? 0) + 1);
  }
  const scale = dataset.measure.scale;
  return {
    gapByVersion:
      bins && column
        ? amounts.map((amount, b) => ({
            ...binTexts(column, bins, b),
            keys: keys[b] as number,
            amount: formatUnits(amount.total(), scale),
            file: mostFrequent(byFile[b]),
          }))
        : [],
    gapOutsideVersions: { keys: outside.keys, amount: formatUnits(outside.amount, scale) },
  };
}

function versionBins(dataset: Dataset, expected: Replayed): Bins | null {
  let min = Number.POSITIVE_INFINITY;
  let max = MISSING;
  for (let k = 0; k < expected.winner.length; k++) {
    const version = replayedValue(expected, dataset.version, k);
    if (version === MISSING) continue;
    min = Math.min(min, version);
    max = Math.max(max, version);
  }
  return max === MISSING
    ? null
    : (dateBins(dataset.columns[dataset.version], min, max) ?? niceBins(min, max, VERSION_BINS));
}

const DAY = 86_400_000;

/** Whole days where the versions are dates. */
function dateBins(column: CaseColumn | undefined, min: number, max: number): Bins | null {
  const day = DAY * 10 ** (column?.scale ?? 0);
  if (column?.type !== 'date' || column.wide || max - min < day) return null;
  const days = niceBins(Math.floor(min / day), Math.floor(max / day), VERSION_BINS);
  return { start: days.start * day, width: days.width * day, count: days.count };
}

/** Both ends inclusive. */
function binTexts(column: CaseColumn, bins: Bins, b: number): { from: string; to: string } {
  const last = (column.texts ?? column.wide)?.length;
  const from = bins.start + b * bins.width;
  const to = from + bins.width - 1;
  return {
    from: plainText(column, Math.max(from, last === undefined ? from : 0)),
    to: plainText(column, last === undefined ? to : Math.min(to, last - 1)),
  };
}

function mostFrequent(counts: ReadonlyMap<number, number> | undefined): number | null {
  let best: number | null = null;
  for (const [file, count] of counts ?? []) if (best === null || count > (counts?.get(best) ?? 0)) best = file;
  return best;
}

function fileVersions(dataset: Dataset): Evidence['fileVersions'] {
  const column = dataset.columns[dataset.version];
  const versions = dataset.deltas.columns[dataset.version];
  if (!column || !versions) return [];
  const min = new Float64Array(dataset.files.length).fill(Number.POSITIVE_INFINITY);
  const max = new Float64Array(dataset.files.length).fill(MISSING);
  for (let r = 0; r < versions.length; r++) {
    const f = dataset.deltas.file[r] as number;
    const version = versions[r] as number;
    if (version === MISSING) continue;
    if (version < (min[f] as number)) min[f] = version;
    if (version > (max[f] as number)) max[f] = version;
  }
  return dataset.files.flatMap(({ name }, f) =>
    max[f] === MISSING
      ? []
      : [{ file: name, min: plainText(column, min[f] as number), max: plainText(column, max[f] as number) }],
  );
}

function gapSpread(
  { dataset, differs }: EvidenceInput,
  ours: MeasureReader,
  theirs: MeasureReader,
): Evidence['gapSpread'] {
  const scale = dataset.measure.scale;
  const text = (units: bigint | number): string => formatUnits(BigInt(units), scale);
  const gaps = new Float64Array(differs.length);
  let count = 0;
  for (let k = 0; k < differs.length; k++) {
    if (differs[k] === 0) continue;
    const [a, b] = [ours.small(k), theirs.small(k)];
    gaps[count++] = a === null || b === null ? Number(theirs.of(k) - ours.of(k)) : b - a;
  }
  if (count === 0) return { bins: [], median: null, min: null, max: null, keys: 0 };
  const own = gaps.subarray(0, count);
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < count; i++) {
    min = Math.min(min, own[i] as number);
    max = Math.max(max, own[i] as number);
  }
  const bins = niceBins(min, max, SPREAD_BINS);
  const keys = new Int32Array(bins.count);
  for (let i = 0; i < count; i++) {
    const b = binOf(bins, own[i] as number);
    keys[b] = (keys[b] as number) + 1;
  }
  return {
    bins: Array.from(keys, (count, b) => ({
      from: text(bins.start + b * bins.width),
      to: text(bins.start + (b + 1) * bins.width),
      keys: count,
    })),
    median: text(medianOf(own, bins, keys)),
    min: text(min),
    max: text(max),
    keys: count,
  };
}

/** The lower of the two in the middle: only those of the bin that holds it are put in order. @param counts by bin */
function medianOf(values: Float64Array, bins: Bins, counts: Int32Array): number {
  let place = (values.length - 1) >> 1;
  let bin = 0;
  while (place >= (counts[bin] as number)) place -= counts[bin++] as number;
  return values.filter((value) => binOf(bins, value) === bin).sort()[place] as number;
}
