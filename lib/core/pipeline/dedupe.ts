import { MEASURE } from '../table/case-tables';
import type { GroupedRows } from '../table/dataset';
import { arrivalIn, comesLater } from './file-arrivals';
import { misreadVersions } from './misread-version';
import type { Pipeline } from './pipeline';
import { outranks, type Ranks, ranksOf } from './rank';
import { copyOfKeyNumbers, keyNumbers } from './spare-memory';

/** Winners by rule and ties, of rows as they were read, all of which arrive. */
const remembered = new WeakMap<GroupedRows, Map<string, Int32Array>>();

/**
 * The row that stands for each key: the arrived row of the highest rank. Equal ranks go to the larger version, then to
 * the later arrival, or the earlier where ties are broken so. By key id of `pipeline.rows`; -1: no row arrived. Where rows
 * do not arrive, only keys that lose their winner choose anew. O(rows) the first time, then O(keys). Shared: not to be
 * written to.
 */
export function chooseWinners(pipeline: Pipeline): Int32Array {
  if (!ranksAsRead(pipeline) || pipeline.arrivals !== null) return choose(pipeline, null);
  const { rows, rule, ties, arrived } = pipeline;
  const known = remembered.get(rows) ?? new Map<string, Int32Array>();
  remembered.set(rows, known);
  const name = `${rule} ${ties} ${pipeline.versionForm ?? ''}`;
  const all = known.get(name) ?? choose({ ...pipeline, arrived: null }, null);
  known.set(name, all);
  return arrived === null ? all : choose(pipeline, all);
}

/** Whether the winners are those that others are given too. */
export function areShared(rows: GroupedRows, winner: Int32Array): boolean {
  return [...(remembered.get(rows)?.values() ?? [])].includes(winner);
}

/** The winners where only this replay has them, else a copy: to be written to. */
export function ownWinners(rows: GroupedRows, winner: Int32Array): Int32Array {
  return areShared(rows, winner) ? copyOfKeyNumbers(rows, winner) : winner;
}

/** Whether the rows are ranked by nothing that a change has made of them. */
function ranksAsRead({ dataset, rows, columns, versionTextRank }: Pipeline): boolean {
  return (
    [MEASURE, dataset.version].every((c) => columns[c] === rows.columns[c]) && versionTextRank === rows.versionTextRank
  );
}

/** @param all winners if every row arrived: those that do arrive stand; null: not known */
function choose(pipeline: Pipeline, all: Int32Array | null): Int32Array {
  const { rows, arrived } = pipeline;
  const winners = all === null ? keyNumbers(rows) : copyOfKeyNumbers(rows, all);
  const { rank, sign, version } = pipelineRanks(pipeline);
  const later = pipeline.ties === 'later';
  const places = tiePlaces(pipeline);
  for (let k = 0; k < winners.length; k++) {
    if (all !== null && (all[k] === -1 || arrived === null || arrived[all[k] as number] === 1)) continue;
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
        if (here > there || (here === there && comesLater(rows, places, r, best) === later)) best = r;
      }
    }
    winners[k] = best;
  }
  return winners;
}

/** Whether row `a` outranks row `b` of the same key, with ties broken as the pipeline breaks them. */
export function outranking(pipeline: Pipeline): (a: number, b: number) => boolean {
  const ranks = pipelineRanks(pipeline);
  const places = tiePlaces(pipeline);
  return (a, b) =>
    outranks(ranks, a, ranks, b, (pipeline.ties === 'later') === comesLater(pipeline.rows, places, a, b));
}

/** Whether of two rows of a key only their arrival says which stands. */
export function onlyArrivalDecides(pipeline: Pipeline): (a: number, b: number) => boolean {
  const { rule } = pipeline;
  if (rule === 'last-arrival' || rule === 'first-arrival') return () => true;
  const { rank, version } = pipelineRanks(pipeline);
  return (a, b) => rank[a] === rank[b] && version?.[a] === version?.[b];
}

/** Whether it is then the first of them that stands, and not the last. */
export function firstToArriveCounts({ rule, ties }: Pipeline): boolean {
  return rule === 'first-arrival' || (rule !== 'last-arrival' && ties === 'earlier');
}

/** By row, what versions are compared by; null: the rows have none. One that another column took the place of is as it is. */
export function comparedVersions({ dataset, rows, columns, versionForm }: Pipeline): Float64Array | null {
  const versions = columns[dataset.version] ?? null;
  if (versions === null || versionForm === null || versions !== rows.columns[dataset.version]) return versions;
  return misreadVersions(dataset, rows, versions, versionForm);
}

/** By file: of one that comes twice, the time that counts among rows of the same rank and version. */
function tiePlaces({ arrivals, ties }: Pipeline): Int32Array | null {
  return arrivals && (ties === 'later' ? arrivals.last : arrivals.first);
}

function pipelineRanks(pipeline: Pipeline): Ranks {
  const { dataset, rows, columns, versionTextRank, rule, arrivals } = pipeline;
  const places = arrivals && (rule === 'first-arrival' ? arrivals.first : arrivals.last);
  const arrival = places ? arrivalIn(places, dataset, rows) : rows.arrival;
  const version = comparedVersions(pipeline);
  const read = version === columns[dataset.version] ? columns : columns.with(dataset.version, version);
  return ranksOf(dataset, [{ columns: read, arrival, versionTextRank }], rule)[0] as Ranks;
}
