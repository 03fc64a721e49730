import type { FaultOf } from '../findings/fault';
import type { FilterOperator } from '../findings/fault-parameters';
import { replayedValue } from '../pipeline/replayed';
import { plainText } from '../table/plain-text';
import { ABSENT, type Clues, SEEN } from './clues';
import type { FaultModule } from './fault-module';
import { averageMeasure } from './switch-starts';
import { absentValue, boundBetween, lowerTail, onlySeenValue, upperTail } from './thresholds';

const OPERATORS: Readonly<Record<FilterOperator, string>> = {
  '=': 'is',
  '!=': 'is not',
  '<': 'is below',
  '<=': 'is at most',
  '>': 'is above',
  '>=': 'is at least',
};

const STAGES: Readonly<Record<FaultOf<'rows-filtered'>['stage'], string>> = {
  arrival: 'on arrival: an older row wins',
  load: 'at load: the key is left out',
};

/**
 * `rows-filtered`: rows that meet a condition are missing. At `arrival` the row takes no part and an older one wins;
 * at `load` the winning row is left out of the table.
 */
export const rowsFiltered: FaultModule<'rows-filtered'> = {
  code: 'rows-filtered',
  parameters: [
    { name: 'column', kind: 'column', label: 'column', bound: 'value' },
    { name: 'operator', kind: 'choice', label: 'comparison', options: OPERATORS },
    { name: 'value', kind: 'bound', of: { parameter: 'column' }, label: 'value', open: true },
    { name: 'stage', kind: 'choice', label: 'when', options: STAGES },
  ],
  changes: ({ column, operator, value, stage }) => {
    const where = { test: 'compares' as const, column: { name: column }, operator, value };
    return stage === 'load'
      ? [{ change: 'leave-out', where }]
      : [{ change: 'keep-rows', where: { test: 'not', of: where } }];
  },
  besides: () => true,
  switch: {
    stage: 'load',
    text: () => 'Rows are filtered out',
    start: (findings) => ({
      fault: 'rows-filtered',
      column: findings.mapping.measure,
      operator: '<',
      value: averageMeasure(findings),
      stage: 'load',
    }),
  },
  /** For each column a bound beyond which nothing was seen, or a value that nothing seen has; on arrival and at load. */
  suggest(clues) {
    const atLoad = loadEffect(clues);
    const found = clues.dataset.columns.flatMap((_, c) => {
      const arrived = clues.pipeline.rows.columns[c];
      const onArrival = arrived ? conditions(clues, c, 'arrival', arrived, clues.effect) : [];
      const loaded =
        arrived && atLoad.absent >= LEAST_ROWS
          ? conditions(clues, c, 'load', loadedValues(clues, c), atLoad.effect)
          : [];
      return [...onArrival, ...loaded];
    });
    return found
      .sort((a, b) => b.support - a.support)
      .slice(0, 8)
      .map(({ fault }) => fault);
  },
  probes: () => [],
};

/** Rows that a condition must have kept out before it is tried: one or two rows meet some condition by chance. */
const LEAST_ROWS = 3;

interface Found {
  readonly support: number;
  readonly fault: FaultOf<'rows-filtered'>;
}

function conditions(
  clues: Clues,
  c: number,
  stage: 'arrival' | 'load',
  values: Float64Array,
  effect: Uint8Array,
): Found[] {
  const column = clues.dataset.columns[c];
  if (!column) return [];
  const found: Found[] = [];
  const add = (
    operator: FaultOf<'rows-filtered'>['operator'],
    bound: { value: string; equivalentRange?: { min: string; max: string } },
    support: number,
  ): void => {
    if (support >= LEAST_ROWS)
      found.push({
        support,
        fault: {
          fault: 'rows-filtered',
          column: column.name,
          operator,
          value: bound.value,
          stage,
          ...(bound.equivalentRange ? { equivalentRange: bound.equivalentRange } : {}),
        },
      });
  };
  const upper = upperTail(values, effect);
  if (upper) add('>', boundBetween(column, upper.seen, upper.absent - 1), upper.support);
  const lower = lowerTail(values, effect);
  if (lower) add('<', boundBetween(column, lower.absent + 1, lower.seen), lower.support);
  const value = absentValue(values, effect, LEAST_ROWS);
  if (value) add('=', { value: plainText(column, value.value) }, value.support);
  const only = onlySeenValue(values, effect, LEAST_ROWS);
  if (only) add('!=', { value: plainText(column, only.value) }, only.support);
  return found;
}

/** By key: SEEN where the replayed row stands in the table, ABSENT where the table lacks the key. */
function loadEffect(clues: Clues): { effect: Uint8Array; absent: number } {
  const effect = new Uint8Array(clues.replayed.winner.length);
  let absent = 0;
  for (let k = 0; k < effect.length; k++) {
    if (clues.replayed.winner[k] === -1) continue;
    const held = k < clues.dataset.keys.count && clues.observed.start[k] !== clues.observed.start[k + 1];
    effect[k] = held ? SEEN : ABSENT;
    if (!held) absent += 1;
  }
  return { effect, absent };
}

function loadedValues(clues: Clues, c: number): Float64Array {
  const values = new Float64Array(clues.replayed.winner.length);
  for (let k = 0; k < values.length; k++) values[k] = replayedValue(clues.replayed, c, k);
  return values;
}
