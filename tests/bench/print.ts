import { type Floor, floorsOf } from './floors';
import { machineWords } from './machine';
import { type Contestant, contestants, type DropFigures } from './parts/drop';
import type { Results } from './results';
import { duration, megabytes, table } from './support/figures';

export const NAMES: Readonly<Record<Contestant, string>> = {
  touch: 'every byte once',
  product: 'Tieout',
  maps: 'PapaParse and Maps',
  duckdb: 'native DuckDB',
  'duckdb-wasm': 'DuckDB-WASM',
};

/** All of it, ratios first: times depend on the machine. */
export function printed(results: Results): string {
  const { machine, drop, stages, faults, small, rows } = results;
  return [
    machineWords(machine),
    '',
    table([['', 'measured', 'floor', 'stretch', ''], ...floorsOf(results).map(floorLine)]),
    ...(drop.length === 0 ? [] : ['', 'Files to verdict', dropTable(drop)]),
    ...(stages.length === 0
      ? []
      : [
          '',
          'By stage, in Node',
          table([
            ['', 'reading', 'proposing', 'settling', 'investigating'],
            ...stages.map(({ users, keys, taken }) => [
              `${users.toLocaleString('en-US')} users, ${keys}`,
              ...[taken.reading, taken.proposing, taken.settling, taken.investigating].map(duration),
            ]),
          ]),
        ]),
    ...(faults === null
      ? []
      : [
          '',
          `The search by fault, ${faults.users.toLocaleString('en-US')} users, in Node`,
          table([
            ['', 'time', 'proved', 'said'],
            ...[...faults.faults, faults.nothing].map(({ fault, milliseconds, proved, said }) => [
              fault,
              duration(milliseconds),
              proved ? 'yes' : 'no',
              said.join(' + ') || 'nothing',
            ]),
          ]),
        ]),
    ...(small === null
      ? []
      : ['', `${small.name}: ${duration(small.untilVerdict)}; the sample from a cold load: ${duration(small.sample)}`]),
    ...(rows === null
      ? []
      : [
          '',
          `The row table, ${rows.users.toLocaleString('en-US')} rows that differ`,
          table([
            ['', 'median', '95 of 100', 'of'],
            ...rows.actions.map(({ action, median, p95, count }) => [
              action,
              duration(median),
              duration(p95),
              String(count),
            ]),
          ]),
        ]),
  ].join('\n');
}

function floorLine({ name, unit, sense, floor, stretch, value }: Floor): readonly string[] {
  const sign = sense === 'most' ? '≤' : '≥';
  const reached = (limit: number) => value !== null && (sense === 'most' ? value <= limit : value >= limit);
  const verdict = value === null ? '' : reached(stretch) ? 'stretch' : reached(floor) ? 'floor' : 'MISSED';
  return [
    name,
    value === null ? 'not measured' : figure(value, unit),
    `${sign} ${figure(floor, unit)}`,
    `${sign} ${figure(stretch, unit)}`,
    verdict,
  ];
}

/** "4.2 ×", "120 ms" */
export function figure(value: number, unit: Floor['unit']): string {
  return unit === '×' ? `${Number(value.toFixed(2))} ×` : `${Math.round(value)} ms`;
}

/** Each case with its times, and the memory below them. */
function dropTable(drop: readonly DropFigures[]): string {
  return table([
    ['', ...contestants.map((name) => NAMES[name]), 'reading', 'longest task'],
    ...drop.flatMap(({ users, keys, rows, bytes, taken, reading, longestTask }) => [
      [
        `${users.toLocaleString('en-US')} users, ${keys}`,
        ...contestants.map((name) => (taken[name] ? duration(taken[name].milliseconds) : '–')),
        duration(reading),
        longestTask === 0 ? '< 50 ms' : duration(longestTask),
      ],
      [
        `  ${rows.toLocaleString('en-US')} rows, ${megabytes(bytes)}; peak memory`,
        ...contestants.map((name) => (taken[name]?.bytes ? megabytes(taken[name].bytes) : '–')),
        '',
        '',
      ],
    ]),
  ]);
}
