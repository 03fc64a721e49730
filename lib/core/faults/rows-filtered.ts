import type { FaultOf } from '../findings/fault';
import type { FilterOperator } from '../findings/fault-parameters';
import { valueList } from '../findings/value-list';
import { replayedValue } from '../pipeline/replayed';
import { ABSENT, type Clues, SEEN } from './clues';
import { absentConditions, type FoundCondition, LEAST_ROWS } from './conditions';
import { columnFacet, type Facet, keyFacets } from './facets';
import type { FaultModule } from './fault-module';
import { inSomeFiles } from './file-conditions';
import { averageMeasure } from './switch-starts';

const OPERATORS: Readonly<Record<FilterOperator, string>> = {
  '=': 'is',
  '!=': 'is not',
  '<': 'is below',
  '<=': 'is at most',
  '>': 'is above',
  '>=': 'is at least',
  in: 'is one of',
  'not-in': 'is none of',
  mod: 'divided by … leaves …',
  has: 'contains',
  'longer-than': 'is longer than',
};

const STAGES: Readonly<Record<FaultOf<'rows-filtered'>['stage'], string>> = {
  arrival: 'on arrival: an older row wins',
  load: 'at load: the key is left out',
};

/**
 * `rows-filtered`: rows that meet a condition are missing, those from the given files or from all. At `arrival` the row
 * takes no part and an older one wins; at `load` the winning row is left out of the table.
 */
export const rowsFiltered: FaultModule<'rows-filtered'> = {
  code: 'rows-filtered',
  parameters: [
    { name: 'column', kind: 'column', label: 'column', bound: 'value', operator: 'operator' },
    { name: 'operator', kind: 'operator', label: 'comparison', options: OPERATORS, column: 'column', bound: 'value' },
    { name: 'value', kind: 'condition', column: 'column', operator: 'operator', label: 'value', open: true },
    { name: 'stage', kind: 'choice', label: 'when', options: STAGES },
    { name: 'files', kind: 'files', label: 'in rows from which files' },
  ],
  changes: ({ column, operator, value, stage, files = null }) => {
    const where = { test: 'compares' as const, column: { name: column }, operator, value };
    if (stage === 'load') return [{ change: 'leave-out', where, files }];
    const spared = { test: 'not' as const, of: where };
    if (files === null) return [{ change: 'keep-rows', where: spared }];
    const elsewhere = { test: 'not' as const, of: { test: 'from-files' as const, files } };
    return [{ change: 'keep-rows', where: { test: 'any', of: [elsewhere, spared] } }];
  },
  besides: () => true,
  byPlace: ({ files }) => files !== undefined,
  claims: ({ operator, value, files }) =>
    (operator === 'in' || operator === 'not-in' ? valueList(value).length : 1) + (files ? 1 : 0),
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
  /** For each column what absent rows are and no seen row is, on arrival and at load, in all files and in some. */
  suggest(clues) {
    const looks = [onArrival(clues), atLoad(clues)].filter((look) => look !== null);
    const everywhere = looks.flatMap((look) =>
      look.facets.flatMap((facet) =>
        (facet.isKey && look.stage === 'arrival' ? [] : absentConditions(facet, look.effect)).map((found) =>
          faultOf(look, facet, found),
        ),
      ),
    );
    const somewhere = looks.flatMap((look) =>
      look.facets.flatMap((facet) =>
        inSomeFiles(facet, look.effect, look.file, clues.dataset.files).map(({ files, ...found }) =>
          faultOf(look, facet, found, files),
        ),
      ),
    );
    return [...best(everywhere, MOST_EVERYWHERE), ...best(somewhere, MOST_SOMEWHERE)];
  },
  probes: () => [],
};

const MOST_EVERYWHERE = 10;
const MOST_SOMEWHERE = 5;

interface Found {
  readonly support: number;
  readonly fault: FaultOf<'rows-filtered'>;
}

function best(found: readonly Found[], most: number): FaultOf<'rows-filtered'>[] {
  return [...found]
    .sort((a, b) => b.support - a.support)
    .slice(0, most)
    .map(({ fault }) => fault);
}

/** The rows that say something, at one stage. */
interface Look {
  readonly stage: 'arrival' | 'load';
  readonly effect: Uint8Array;
  /** Delta of each. */
  readonly file: Uint16Array;
  readonly facets: readonly (Facet & { readonly isKey: boolean })[];
}

function faultOf(
  { stage }: Look,
  { column }: Facet,
  { operator, value, equivalentRange, support }: FoundCondition,
  files?: string[],
): Found {
  return {
    support,
    fault: {
      fault: 'rows-filtered',
      column,
      operator,
      value,
      stage,
      ...(files ? { files } : {}),
      ...(equivalentRange ? { equivalentRange } : {}),
    },
  };
}

/** Null where too few rows are absent. */
function onArrival({ dataset, pipeline, effect }: Clues): Look | null {
  const { rows, keyRead } = pipeline;
  return lookAt('arrival', effect, (picked) => ({
    file: Uint16Array.from(picked, (r) => rows.file[r] as number),
    cells: (c) => {
      const cells = rows.columns[c];
      return cells ? Float64Array.from(picked, (r) => cells[r] as number) : null;
    },
    keys: keyFacets(
      dataset,
      dataset.keys,
      picked.map((r) => keyRead[r] as number),
    ),
    dataset,
  }));
}

/** SEEN where the replayed row stands in the table, ABSENT where the table lacks the key. */
function atLoad({ dataset, observed, pipeline, replayed }: Clues): Look | null {
  const effect = new Uint8Array(replayed.winner.length);
  for (let k = 0; k < effect.length; k++) {
    if (replayed.winner[k] === -1) continue;
    const held = k < dataset.keys.count && observed.start[k] !== observed.start[k + 1];
    effect[k] = held ? SEEN : ABSENT;
  }
  return lookAt('load', effect, (picked) => ({
    file: Uint16Array.from(picked, (k) => replayed.rows.file[replayed.winner[k] as number] as number),
    cells: (c) => (pipeline.columns[c] ? Float64Array.from(picked, (k) => replayedValue(replayed, c, k)) : null),
    keys: keyFacets(dataset, pipeline.keys, picked),
    dataset,
  }));
}

function lookAt(
  stage: Look['stage'],
  effect: Uint8Array,
  read: (picked: Int32Array) => {
    readonly file: Uint16Array;
    readonly cells: (c: number) => Float64Array | null;
    readonly keys: readonly Facet[];
    readonly dataset: Clues['dataset'];
  },
): Look | null {
  let [absent, telling] = [0, 0];
  for (let r = 0; r < effect.length; r++) {
    if (effect[r] !== 0) telling += 1;
    if (effect[r] === ABSENT) absent += 1;
  }
  if (absent < LEAST_ROWS) return null;
  const picked = new Int32Array(telling);
  for (let r = 0, i = 0; r < effect.length; r++) if (effect[r] !== 0) picked[i++] = r;
  const { file, cells, keys, dataset } = read(picked);
  return {
    stage,
    effect: Uint8Array.from(picked, (r) => effect[r] as number),
    file,
    facets: [
      ...dataset.columns.flatMap((column, c) => {
        const own = cells(c);
        return own ? [{ ...columnFacet(column, own, dataset.delimiter), isKey: false }] : [];
      }),
      ...keys.map((facet) => ({ ...facet, isKey: true })),
    ],
  };
}
