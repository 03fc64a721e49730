import type { FaultOf } from '../findings/fault';
import { type Clues, SEEN } from './clues';
import type { FaultModule } from './fault-module';

/**
 * `file-partially-loaded`: only the `loaded` row ranges of one file arrive; it was cut short, or a chunk of it was lost.
 * Row numbers for people count data rows from 1, so the exclusive end of a first range is the last row that arrived;
 * `same` is the range of that cut.
 */
export const filePartiallyLoaded: FaultModule<'file-partially-loaded'> = {
  code: 'file-partially-loaded',
  arrival: 'part',
  parameters: [
    { name: 'files', kind: 'files' },
    { name: 'loaded', kind: 'row-ranges', open: true },
  ],
  changes: ({ files, loaded }) => [
    {
      change: 'keep-rows',
      where: {
        test: 'any',
        of: [
          { test: 'not', of: { test: 'from-files', files } },
          ...loaded.map(({ from, to }) => ({ test: 'row-of-file' as const, from, to })),
        ],
      },
    },
  ],
  besides: (fault, other) => fault.files[0] !== other.files[0],
  byPlace: () => true,
  claims: ({ loaded }) => Math.max(1, loaded.length),
  plausible: ({ loaded }) => loaded.length <= MOST_RANGES,
  /** For each file with seen and absent rows: cut at the last seen row, its head lost, its largest hole, all its holes. */
  suggest(clues) {
    return clues.dataset.files
      .map((file, f) => suggestFor(clues, f, file.name, file.rows))
      .filter((found) => found.support > 0)
      .sort((a, b) => b.support - a.support)
      .slice(0, 3)
      .flatMap((found) => found.faults);
  },
  probes: () => [],
};

/** Ranges of rows of one file that a person would believe were lost one by one. */
const MOST_RANGES = 3;

/** Absent rows between two seen ones that a chunk must have before it is taken for one. */
const LEAST_CHUNK = 3;

interface Hole {
  /** Last seen row before and first seen row after; -1 and `rows` at the ends. */
  readonly after: number;
  readonly before: number;
  /** First and last absent row within. */
  readonly first: number;
  readonly last: number;
  readonly support: number;
}

function suggestFor(
  clues: Clues,
  f: number,
  name: string,
  rows: number,
): { support: number; faults: FaultOf<'file-partially-loaded'>[] } {
  const holes = holesOf(clues, f, rows);
  if (holes === null) return { support: 0, faults: [] };
  const large = holes
    .filter((hole) => isEnd(hole, rows) || hole.support >= LEAST_CHUNK)
    .sort((a, b) => b.support - a.support);
  const sets = [
    ...large.slice(0, 2).map((hole) => [hole]),
    ...(large.length > 1 ? [large.slice(0, 2)] : []),
    ...(large.length > 2 && large.length <= 5 ? [large] : []),
  ];
  return {
    support: large[0]?.support ?? 0,
    faults: sets.map((set) => withHoles(name, rows, set)),
  };
}

function isEnd(hole: Hole, rows: number): boolean {
  return hole.after === -1 || hole.before === rows;
}

/** Null when no row of the file was seen: then it was not loaded at all. */
function holesOf(clues: Clues, f: number, rows: number): Hole[] | null {
  const holes: Hole[] = [];
  let after = -1;
  let first = -1;
  let last = -1;
  let support = 0;
  const close = (before: number): void => {
    if (support > 0) holes.push({ after, before, first, last, support });
    after = before;
    support = 0;
  };
  for (const told of tracesOf(clues, f)) {
    const r = Math.floor(told / 2);
    if (told % 2 === 1) close(r);
    else {
      if (support === 0) first = r;
      last = r;
      support += 1;
    }
  }
  if (after === -1) return null;
  close(rows);
  return holes;
}

/** Twice the place in the file of each of its rows that was seen or left no trace, and 1 more where it was seen; ascending. */
function tracesOf({ effect, pipeline }: Clues, f: number): Int32Array {
  const { file, at } = pipeline.rows;
  const traces = new Int32Array(effect.length);
  let count = 0;
  for (let r = 0; r < effect.length; r++)
    if (file[r] === f && effect[r] !== 0) traces[count++] = 2 * (at[r] as number) + (effect[r] === SEEN ? 1 : 0);
  return traces.subarray(0, count).sort();
}

function withHoles(name: string, rows: number, holes: readonly Hole[]): FaultOf<'file-partially-loaded'> {
  const loaded: { from: number; to: number }[] = [];
  let from = 0;
  const inOrder = [...holes].sort((a, b) => a.first - b.first);
  for (const hole of inOrder) {
    const start = hole.after === -1 ? 0 : hole.first;
    const end = hole.before === rows ? rows : hole.last + 1;
    if (start > from) loaded.push({ from, to: start });
    from = end;
  }
  if (from < rows) loaded.push({ from, to: rows });
  const only = inOrder.length === 1 ? inOrder[0] : undefined;
  const cut = only && only.before === rows ? { min: String(only.after + 1), max: String(only.first) } : null;
  return {
    fault: 'file-partially-loaded',
    files: [name],
    loaded,
    ...(cut ? { equivalentRange: cut } : {}),
  };
}
