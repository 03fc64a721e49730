import { readFileSync, writeFileSync } from 'node:fs';
import { type Floor, floorsOf } from './floors';
import { machineWords } from './machine';
import { contestants } from './parts/drop';
import { figure, NAMES } from './print';
import type { Results } from './results';
import { megabytes } from './support/figures';

const FILE = 'README.md';
const FROM = '<!-- speed -->\n';
const TO = '<!-- /speed -->\n';

/** Writes the table of speed between the README's two marks. */
export function writeReadme(results: Results): void {
  writeFileSync(FILE, withSpeed(readFileSync(FILE, 'utf8'), results));
}

/** The README with the table of these results in it. Throws where it has no place for one. */
export function withSpeed(readme: string, results: Results): string {
  const from = readme.indexOf(FROM);
  const to = readme.indexOf(TO);
  if (from === -1 || to < from) throw new Error(`the README has no ${FROM.trim()} … ${TO.trim()}`);
  return readme.slice(0, from + FROM.length) + speed(results) + readme.slice(to);
}

function speed(results: Results): string {
  const drop = results.drop.filter(({ keys }) => keys === 'int');
  const [largest] = drop.filter(({ users }) => users <= 1_000_000).slice(-1);
  return `
${markdown([
  ['From files to verdict', ...contestants.map((name) => NAMES[name])],
  ...drop.map(({ users, taken }) => [
    `${users.toLocaleString('en-US')} users`,
    ...contestants.map((name) => (taken[name] ? seconds(taken[name].milliseconds) : '–')),
  ]),
  ...(largest
    ? [
        [
          'peak memory at the last size up to 1,000,000',
          ...contestants.map((name) => (largest.taken[name]?.bytes ? megabytes(largest.taken[name].bytes) : '–')),
        ],
      ]
    : []),
])}
${markdown([
  ['At a million users', 'measured', 'floor'],
  ...floorsOf(results)
    .filter(({ value }) => value !== null)
    .map(({ name, value, unit, sense, floor }) => [
      name,
      written(value, unit),
      `${sense === 'most' ? '≤' : '≥'} ${figure(floor, unit)}`,
    ]),
])}
${results.runs === 1 ? 'One run' : `Medians of ${results.runs} runs`} on ${machineWords(results.machine)}.

`;
}

/** A longest task of 0 is one that was too short to be told of. */
function written(value: Floor['value'], unit: Floor['unit']): string {
  return value === 0 ? '< 50 ms' : figure(value ?? 0, unit);
}

function seconds(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

function markdown([head = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  return line(head) + line(head.map((_, c) => (c === 0 ? '---' : '--:'))) + rows.map(line).join('');
}
