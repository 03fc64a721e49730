import { describe, expect, test } from 'vitest';
import type { Fault } from '@/lib/core/findings/fault';
import { fromAmount, toAmount } from '../../../support/planted/amount';
import { drawFault } from '../../../support/planted/draw-fault';
import { drawFiles } from '../../../support/planted/draw-files';
import { investigateCase } from '../../../support/planted/investigate-case';
import { type PlainCase, type PlainTable, tableRows } from '../../../support/planted/plain-case';
import { type Random, seededRandom } from '../../../support/planted/random';
import { drawShape } from '../../../support/planted/shape';
import { countPattern } from '../../../support/planted/slow-patterns';
import { runPipeline } from '../../../support/planted/slow-pipeline';

/** A table, maybe of a pipeline with a fault, whose rows from one part of the files were changed in one way besides. */
function drawCase(seed: number): { source: PlainCase; table: PlainTable } {
  const random = seededRandom(seed);
  const code = random.pick(['file-not-loaded', 'smallest-version-wins', 'measure-scaled', null, null] as const);
  const shape = drawShape(random, seed, code ? [code] : [], 220);
  const source = drawFiles(shape, random);
  const fault: Fault | null = code && drawFault(code, source, shape, random);
  const table = runPipeline(source, fault ? [fault] : []);
  const chosen = drawPart(source, random);
  const change = drawChange(source, random);
  return { source, table: new Map([...table].map(([key, rows]) => [key, chosen(key) ? rows.map(change) : rows])) };
}

function drawPart(source: PlainCase, random: Random): (key: string) => boolean {
  const by = random.whole(2, 6);
  if (random.chance(0.25)) return (key) => /\d$/.test(key) && Number(/\d+$/.exec(key)?.[0]?.slice(-9)) % by === 0;
  const file = random.pick(source.deltas.filter(({ rows }) => rows.length > 0));
  const from = random.whole(0, Math.floor(file.rows.length / 2));
  const to = random.whole(from + Math.min(8, file.rows.length - from), file.rows.length);
  const some = new Set(file.rows.slice(from, to).map(({ key }) => key));
  const most = random.chance(0.5) ? 1 : 0.8;
  return (key) => some.has(key) && random.chance(most);
}

function drawChange(source: PlainCase, random: Random): (cells: readonly string[]) => readonly string[] {
  const numbers = source.columns.flatMap(({ type, role }, c) => (type === 'number' && role !== 'version' ? [c] : []));
  const c = random.pick([0, 0, random.pick(numbers)]);
  const how = random.pick(['plus', 'times', 'any'] as const);
  const step = toAmount(String(random.whole(1, 90)));
  return (cells) =>
    cells.map((cell, own) => {
      if (own !== c) return cell;
      if (how === 'times') return fromAmount(toAmount(cell) * 3n);
      return fromAmount(toAmount(cell) + (how === 'plus' ? step : toAmount(String(random.whole(1, 900)))));
    });
}

const SEEDS = Array.from({ length: 40 }, (_, n) => 70_000 + n);

describe('each pattern holds as many unexplained keys, of as many, and as purely, as a count key by key says', () => {
  test.each(SEEDS)('seed %i', (seed) => {
    const { source, table } = drawCase(seed);
    const ours = { faults: [], clean: table, table, rows: tableRows(table), invented: [], noise: [] };
    const found = investigateCase({ source, expected: runPipeline(source, []), ours, theirs: null }).sides.ours;
    for (const pattern of found?.patterns ?? []) {
      const { support, of, precision } = pattern;
      expect({ pattern, support, of, precision }).toEqual({
        pattern,
        ...countPattern(source, table, found?.causes ?? [], pattern),
      });
    }
  });
});
