import { MISSING } from '../decimal';
import type { FaultOf } from '../findings/fault';
import type { Findings } from '../findings/findings';
import { loadedRows } from '../pipeline/loaded-rows';
import { plainText } from '../table/plain-text';
import type { Clues } from './clues';
import type { FaultModule } from './fault-module';

/** Rows that only a table holds can be given or not; which they are, only the investigation knows. */
function foundNotExported({ sides }: Findings): FaultOf<'rows-not-exported'> | null {
  const found = [...(sides.ours?.causes ?? []), ...(sides.theirs?.causes ?? [])].find(
    (cause) => cause.fault === 'rows-not-exported',
  );
  return found ? { fault: 'rows-not-exported', versions: found.versions } : null;
}

/**
 * `rows-not-exported`: the table holds rows newer than any of the key's delta rows, which were never exported.
 * The replay takes those rows as given, so it proves that they explain the difference, not where they come from.
 */
export const rowsNotExported: FaultModule<'rows-not-exported'> = {
  code: 'rows-not-exported',
  ahead: true,
  parameters: [{ name: 'versions', kind: 'versions' }],
  changes: ({ versions }) => [{ change: 'take-newer-rows', versions }],
  switch: { stage: 'load', frequent: true, start: foundNotExported },
  /** The table holds rows newer than every delta row of their key, and not merely such a row under another version. */
  suggest(clues) {
    const column = clues.dataset.columns[clues.dataset.version];
    const newer = column ? newerVersions(clues) : null;
    if (!column || !newer) return [];
    return [
      {
        fault: 'rows-not-exported',
        versions: {
          min: plainText(column, newer.min),
          max: plainText(column, newer.max),
        },
      },
    ];
  },
  probes: () => [],
};

/** Share of the newer rows that may be delta rows under another version: beyond it the version is what went wrong. */
const MOST_RESTAMPED = 0.2;

function newerVersions(clues: Clues): { min: number; max: number } | null {
  const read = clues.pipeline.columns[clues.dataset.version];
  const versions = read && loadedRows(clues.pipeline, clues.dataset.version);
  const seen = clues.observed.columns[clues.dataset.version];
  if (!versions || !seen) return null;
  const cells = clues.compared
    .filter((c) => c === clues.dataset.version || clues.pipeline.compositions[c]?.length === 0)
    .map((c): Cells => ({ held: loadedRows(clues.pipeline, c), seen: clues.observed.columns[c] as Float64Array, c }));
  let min = Number.POSITIVE_INFINITY;
  let max = MISSING;
  let newer = 0;
  let restamped = 0;
  const strangers: number[] = [];
  for (let k = 0; k < clues.dataset.keys.count; k++) {
    for (let o = clues.observed.start[k] as number; o < (clues.observed.start[k + 1] as number); o++) {
      const version = seen[o] as number;
      if (version === MISSING || !isNewer(clues, k, version, versions)) continue;
      if (isRestamped(clues, cells, k, o)) restamped += 1;
      else strangers.push(o);
      newer += 1;
      min = Math.min(min, version);
      max = Math.max(max, version);
    }
  }
  if (newer === 0 || restamped + underOtherKeys(clues, cells, strangers) > MOST_RESTAMPED * newer) return null;
  return { min, max };
}

/** A compared column that says something of one row: as the load leaves each delta row, and as the table holds it. */
interface Cells {
  readonly held: Float64Array;
  readonly seen: Float64Array;
  readonly c: number;
}

/** Observed rows that equal, version and all, a delta row of another key: exported, and their keys are what differs. */
function underOtherKeys(clues: Clues, cells: readonly Cells[], observedRows: readonly number[]): number {
  const { rows } = clues.pipeline;
  const wanted = new Map<string, number>();
  for (const o of observedRows) {
    const text = cells.map(({ seen }) => seen[o]).join();
    wanted.set(text, (wanted.get(text) ?? 0) + 1);
  }
  const version = cells.find(({ c }) => c === clues.dataset.version);
  const versions = new Set(observedRows.map((o) => version?.seen[o]));
  let found = 0;
  for (let r = 0; r < rows.rows && wanted.size > 0; r++) {
    if (!versions.has(version?.held[r])) continue;
    const text = cells.map(({ held }) => held[r]).join();
    found += wanted.get(text) ?? 0;
    wanted.delete(text);
  }
  return found;
}

function isNewer(clues: Clues, k: number, version: number, versions: Float64Array): boolean {
  const { start } = clues.pipeline.rows;
  for (let r = start[k] as number; r < (start[k + 1] as number); r++)
    if ((versions[r] as number) >= version) return false;
  return true;
}

/** A row that equals a delta row in everything but its version was not left out of the export. */
function isRestamped(clues: Clues, cells: readonly Cells[], k: number, o: number): boolean {
  const { start } = clues.pipeline.rows;
  const others = cells.filter(({ c }) => c !== clues.dataset.version);
  if (others.length === 0) return false;
  for (let r = start[k] as number; r < (start[k + 1] as number); r++) {
    if (others.every(({ held, seen }) => held[r] === seen[o])) return true;
  }
  return false;
}
