import type { Pipeline } from './pipeline';
import { outranks, type Ranks, ranksOf } from './rank';

/**
 * The row that stands for each key: the arrived row of the highest rank. Equal ranks go to the larger version, then to
 * the later arrival, or the earlier where ties are broken so. By key id of `pipeline.rows`; -1: no row arrived. O(rows).
 */
export function chooseWinners(pipeline: Pipeline): Int32Array {
  const { rows, arrived } = pipeline;
  const keys = rows.start.length - 1;
  const winners = new Int32Array(keys);
  const { rank, sign, version } = pipelineRanks(pipeline);
  const later = pipeline.ties === 'later';
  for (let k = 0; k < keys; k++) {
    let best = -1;
    let highest = 0;
    const end = rows.start[k + 1] as number;
    for (let r = rows.start[k] as number; r < end; r++) {
      if (arrived !== null && arrived[r] === 0) continue;
      const own = (rank[r] as number) * sign;
      if (best === -1 || own > highest) {
        best = r;
        highest = own;
      } else if (own === highest) {
        const here = version === null ? 0 : (version[r] as number);
        const there = version === null ? 0 : (version[best] as number);
        if (here > there || (here === there && later)) best = r;
      }
    }
    winners[k] = best;
  }
  return winners;
}

/** Whether row `a` outranks row `b` of the same key, with ties broken as the pipeline breaks them. */
export function outranking(pipeline: Pipeline): (a: number, b: number) => boolean {
  const ranks = pipelineRanks(pipeline);
  return (a, b) => outranks(ranks, a, ranks, b, (pipeline.ties === 'later') === a > b);
}

function pipelineRanks({ dataset, rows, columns, versionTextRank, rule }: Pipeline): Ranks {
  return ranksOf(dataset, [{ columns, arrival: rows.arrival, versionTextRank }], rule)[0] as Ranks;
}
