import { asText, moved, reversed, sameOrder } from '../file-orders';
import type { FaultOf } from '../findings/fault';
import type { Findings } from '../findings/findings';
import { firstToArriveCounts, onlyArrivalDecides } from '../pipeline/dedupe';
import type { Dataset } from '../table/dataset';
import type { Clues } from './clues';
import type { FaultModule } from './fault-module';

/** `files-out-of-order`: the files arrive in this order, which shows where arrival decides: by rule, at ties, above a high-water mark. */
export const filesOutOfOrder: FaultModule<'files-out-of-order'> = {
  code: 'files-out-of-order',
  parameters: [{ name: 'order', kind: 'order', label: 'in which order' }],
  /** It says of more than one file when it came. */
  claims: () => 2,
  changes: ({ order }) => [{ change: 'arrive-last', files: order, again: false }],
  switch: {
    stage: 'arrive',
    text: () => 'The files arrive in another order',
    start: ({ inputs }: Findings) => {
      const files = inputs.filter(({ role }) => role === 'delta').toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0));
      return files.length < 2 ? null : { fault: 'files-out-of-order', order: reversed(files.map(({ file }) => file)) };
    },
  },
  /** Orders in which rows that stand come after more of those that should stand than they come before. */
  suggest(clues) {
    const { dataset, residual, pipeline, faults } = clues;
    if (dataset.files.length < 2 || residual.length === 0 || pipeline.arrivals !== null) return [];
    const orders = ordersOf(dataset);
    if (faults.some(({ fault }) => fault === 'late-rows-dropped'))
      return orders.slice(0, MOST_WITHOUT_VOTES).map(named);
    const votes = votesOf(clues);
    if (votes === null) return [];
    const places = new Map(dataset.files.map(({ name }, f) => [name, f]));
    return orders
      .map((order) => ({
        order,
        score: scoreOf(
          order.map((name) => places.get(name) as number),
          votes,
        ),
      }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, MOST_SUGGESTED)
      .map(({ order }) => named(order));
  },
  /** Under the agreed rule the order changes nothing: that is what the rule is for. */
  probes: () => [],
};

const MOST_SUGGESTED = 2;
const MOST_WITHOUT_VOTES = 3;

function named(order: readonly string[]): FaultOf<'files-out-of-order'> {
  return { fault: 'files-out-of-order', order: [...order] };
}

/** What files are found to arrive in, the likeliest first: sorted as texts, by their oldest version, reversed, with one file moved. */
function ordersOf(dataset: Dataset): string[][] {
  const files = dataset.files.map(({ name }) => name);
  const all = [
    asText(files),
    byOldestVersion(dataset),
    reversed(files),
    ...files.map((file) => moved(files, file, 'last')),
    ...files.map((file) => moved(files, file, 'first')),
  ];
  return all.filter(
    (order, at) => !sameOrder(order, files) && all.findIndex((other) => sameOrder(order, other)) === at,
  );
}

function byOldestVersion({ files, deltas, version }: Dataset): string[] {
  const oldest = new Float64Array(files.length).fill(Number.POSITIVE_INFINITY);
  const versions = deltas.columns[version];
  for (let r = 0; versions && r < versions.length; r++) {
    const f = deltas.file[r] as number;
    if ((versions[r] as number) < (oldest[f] as number)) oldest[f] = versions[r] as number;
  }
  return [...files.keys()]
    .sort((a, b) => ((oldest[a] as number) < (oldest[b] as number) ? -1 : oldest[a] === oldest[b] ? a - b : 1))
    .map((f) => files[f]?.name ?? '');
}

/** At `after * files + before`: of how many keys a row of one file stands where one of the other would, came that later. Null: of none that differs. */
interface Votes {
  readonly files: number;
  readonly counts: Int32Array;
}

function votesOf({ dataset, pipeline, residual, source, replayed }: Clues): Votes | null {
  const { rows, arrived } = pipeline;
  const files = dataset.files.length;
  const counts = new Int32Array(files * files);
  const decides = onlyArrivalDecides(pipeline);
  if (!residual.some((k) => (source[k] as number) !== (replayed.winner[k] as number))) return null;
  const earlierWins = firstToArriveCounts(pipeline);
  for (let k = 0; k < source.length; k++) {
    const s = source[k] as number;
    if (s === -1) continue;
    for (let r = rows.start[k] as number; r < (rows.start[k + 1] as number); r++) {
      if (rows.file[r] === rows.file[s] || (arrived !== null && arrived[r] === 0) || !decides(r, s)) continue;
      if (!rows.columns.some((column) => column && column[r] !== column[s])) continue;
      const [after, before] = earlierWins ? [rows.file[r], rows.file[s]] : [rows.file[s], rows.file[r]];
      const at = (after as number) * files + (before as number);
      counts[at] = (counts[at] as number) + 1;
    }
  }
  return { files, counts };
}

/** By how much more an order agrees with the votes than the order of the files themselves does. */
function scoreOf(order: readonly number[], { files, counts }: Votes): number {
  let score = 0;
  order.forEach((after, place) => {
    for (const before of order.slice(0, place)) {
      if (before < after) continue;
      score += (counts[after * files + before] as number) - (counts[before * files + after] as number);
    }
  });
  return score;
}
