import type { Contestant, DropFigures } from './parts/drop';
import type { Results } from './results';
import { quantile } from './support/figures';

/** What the product must reach, and what it would like to: the one place where these numbers stand. */
export interface Floor {
  readonly name: string;
  readonly unit: 'ms' | '×';
  /** `most`: no more than the floor; `least`: no less. */
  readonly sense: 'most' | 'least';
  readonly floor: number;
  readonly stretch: number;
  /** Null: this run did not measure it. */
  readonly value: number | null;
}

const MILLION = 1_000_000;

export function floorsOf(results: Results): readonly Floor[] {
  const { small, faults, rows } = results;
  const million = dropped(results, MILLION);
  const large = dropped(results, 10 * MILLION);
  const uuid = dropped(results, MILLION, 'uuid');
  const slowest = faults && Math.max(...faults.faults.map(({ milliseconds }) => milliseconds));
  const proved = faults?.faults.find(({ fault }) => fault === 'file-not-loaded');
  const tasks = [
    ...results.drop.map(({ longestTask }) => longestTask),
    ...[small, rows].flatMap((part) => part?.longestTask ?? []),
  ];
  const most = (name: string, unit: Floor['unit'], floor: number, stretch: number, value: number | null): Floor => ({
    name,
    unit,
    sense: 'most',
    floor,
    stretch,
    value,
  });
  const faster = (name: string, peer: Contestant, floor: number, stretch: number): Floor => ({
    name,
    unit: '×',
    sense: 'least',
    floor,
    stretch,
    value: ratio(million?.taken[peer]?.milliseconds, million?.taken.product?.milliseconds),
  });
  return [
    most(
      'files to verdict, of reading them and touching every byte',
      '×',
      6,
      4,
      ratio(million?.taken.product?.milliseconds, million?.taken.touch?.milliseconds),
    ),
    faster('faster than native DuckDB loading them and making six comparisons', 'duckdb', 1, 1.5),
    faster('faster than DuckDB-WASM doing the same', 'duckdb-wasm', 4, 6),
    faster('faster than PapaParse and Maps', 'maps', 7, 10),
    most(
      'ten times the users, in time',
      '×',
      11,
      11,
      ratio(large?.taken.product?.milliseconds, million?.taken.product?.milliseconds),
    ),
    most(
      'ten times the users, in memory, of the bytes of their files',
      '×',
      4,
      2.5,
      ratio(large?.taken.product?.bytes, large?.bytes),
    ),
    most(
      'where nothing explains, of a proved case',
      '×',
      2,
      1.3,
      ratio(faults?.nothing.milliseconds, proved?.milliseconds),
    ),
    most(
      'slowest fault, of the median fault',
      '×',
      1.5,
      1.2,
      ratio(slowest, faults && quantile(faults.faults.map(({ milliseconds }) => milliseconds))),
    ),
    most(
      'UUID keys, of integer keys',
      '×',
      2,
      1.5,
      ratio(uuid?.taken.product?.milliseconds, million?.taken.product?.milliseconds),
    ),
    most('a real case, files to verdict', 'ms', 200, 120, small?.untilVerdict ?? null),
    most('the sample, from a cold load', 'ms', 1000, 700, small?.sample ?? null),
    most(
      'sort, filter, search and timeline over a million rows that differ, 95 of 100',
      'ms',
      150,
      100,
      rows?.users === MILLION ? Math.max(...rows.actions.map(({ p95 }) => p95)) : null,
    ),
    most('longest task of the page’s main thread', 'ms', 50, 50, tasks.length === 0 ? null : Math.max(...tasks)),
  ];
}

/** Those that were measured and not reached. */
export function missed(floors: readonly Floor[]): readonly Floor[] {
  return floors.filter(
    ({ value, floor, sense }) => value !== null && (sense === 'most' ? value > floor : value < floor),
  );
}

function dropped({ drop }: Results, users: number, keys: DropFigures['keys'] = 'int'): DropFigures | undefined {
  return drop.find((one) => one.users === users && one.keys === keys);
}

function ratio(of: number | null | undefined, to: number | null | undefined): number | null {
  return of === null || of === undefined || to === null || to === undefined ? null : of / to;
}
