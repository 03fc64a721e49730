import type { FaultOf } from '../findings/fault';
import type { FilterOperator } from '../findings/fault-parameters';
import { valueList } from '../findings/value-list';
import { gather } from '../pipeline/regroup';
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
    const everywhere = looks.flatMap(({ few, all }) =>
      few.facets.flatMap((facet, at) => {
        const among = facet.isKey && few.stage === 'arrival' ? [] : absentConditions(facet, few.effect);
        if (among.length === 0) return [];
        const whole = all();
        const own = whole.facets[at] as Facet;
        return absentConditions(own, whole.effect, among).map((found) => faultOf(whole, own, found));
      }),
    );
    const { files } = clues.dataset;
    const somewhere = looks.flatMap(({ few, all }) =>
      few.facets.flatMap((facet, at) => {
        const among = inSomeFiles(facet, few.effect, few.file, files);
        if (among.length === 0) return [];
        const whole = all();
        const own = whole.facets[at] as Facet;
        return inSomeFiles(own, whole.effect, whole.file, files, among).map(({ files: names, ...found }) =>
          faultOf(whole, own, found, names),
        );
      }),
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

/**
 * A look at some rows, and at all. Among the few are a part of the seen ones of each file, and of the absent ones, where these
 * are many, as many as show what sets more than a handful apart: where nothing does, the others need not be looked at.
 */
interface Looks {
  readonly few: Look;
  readonly all: () => Look;
}

/** Null where too few rows are absent. */
function onArrival({ dataset, pipeline, effect }: Clues): Looks | null {
  const { rows, keyRead } = pipeline;
  return looksAt('arrival', effect, {
    dataset,
    fileOf: (r) => rows.file[r] as number,
    cells: (c, picked) => {
      const cells = rows.columns[c];
      return cells ? gather(cells, picked) : null;
    },
    keys: (picked) => keyFacets(dataset, dataset.keys, gather(keyRead, picked)),
  });
}

/** SEEN where the replayed row stands in the table, ABSENT where the table lacks the key. */
function atLoad({ dataset, observed, pipeline, replayed }: Clues): Looks | null {
  const effect = new Uint8Array(replayed.winner.length);
  for (let k = 0; k < effect.length; k++) {
    if (replayed.winner[k] === -1) continue;
    const held = k < dataset.keys.count && observed.start[k] !== observed.start[k + 1];
    effect[k] = held ? SEEN : ABSENT;
  }
  return looksAt('load', effect, {
    dataset,
    fileOf: (k) => replayed.rows.file[replayed.winner[k] as number] as number,
    cells: (c, picked) => {
      if (!pipeline.columns[c]) return null;
      const cells = new Float64Array(picked.length);
      for (let i = 0; i < picked.length; i++) cells[i] = replayedValue(replayed, c, picked[i] as number);
      return cells;
    },
    keys: (picked) => keyFacets(dataset, pipeline.keys, picked),
  });
}

/** How rows, or keys, are read of which an effect is known. */
interface Reading {
  readonly dataset: Clues['dataset'];
  readonly fileOf: (r: number) => number;
  readonly cells: (c: number, picked: Int32Array) => Float64Array | null;
  readonly keys: (picked: Int32Array) => readonly Facet[];
}

/** Seen rows of each file among the few. */
const SEEN_A_FILE = 1000;
/** Absent rows among the few. */
const ABSENT_ROWS = 2000;

function looksAt(stage: Look['stage'], effect: Uint8Array, reading: Reading): Looks | null {
  const { dataset, fileOf } = reading;
  const seen = new Int32Array(dataset.files.length);
  let absent = 0;
  for (let r = 0; r < effect.length; r++) {
    if (effect[r] === ABSENT) absent += 1;
    else if (effect[r] === SEEN) seen[fileOf(r)] = (seen[fileOf(r)] as number) + 1;
  }
  if (absent < LEAST_ROWS) return null;
  const steps = seen.map((rows) => Math.max(1, Math.floor(rows / SEEN_A_FILE)));
  const met = new Int32Array(seen.length);
  const step = Math.max(1, Math.floor(absent / ABSENT_ROWS));
  let metAbsent = 0;
  const [few, all]: [number[], number[]] = [[], []];
  for (let r = 0; r < effect.length; r++) {
    if (effect[r] === 0) continue;
    all.push(r);
    if (effect[r] === ABSENT) {
      if (metAbsent++ % step === 0) few.push(r);
    } else {
      const f = fileOf(r);
      if ((met[f] as number) % (steps[f] as number) === 0) few.push(r);
      met[f] = (met[f] as number) + 1;
    }
  }
  let whole: Look | null = null;
  return {
    few: lookAt(stage, effect, Int32Array.from(few), reading),
    all: () => (whole ??= lookAt(stage, effect, Int32Array.from(all), reading)),
  };
}

function lookAt(stage: Look['stage'], effect: Uint8Array, picked: Int32Array, reading: Reading): Look {
  const { dataset, fileOf, cells, keys } = reading;
  const file = new Uint16Array(picked.length);
  for (let i = 0; i < picked.length; i++) file[i] = fileOf(picked[i] as number);
  return {
    stage,
    effect: gather(effect, picked),
    file,
    facets: [
      ...dataset.columns.flatMap((column, c) => {
        const own = cells(c, picked);
        return own ? [{ ...columnFacet(column, own, dataset.delimiter), isKey: false }] : [];
      }),
      ...keys(picked).map((facet) => ({ ...facet, isKey: true })),
    ],
  };
}
