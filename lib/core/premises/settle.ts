import { matchTables } from '../compare/match';
import type { CsvColumn, CsvTable } from '../csv/csv-table';
import type { DateOrder } from '../csv/date-text';
import type { DecimalSign } from '../csv/number-text';
import { replay } from '../faults/replay';
import { uniqueFileNames } from '../file-names';
import type { Premise } from '../findings/premise';
import { type SettledBy, shownBy } from '../findings/settled-by';
import { canBeVersion } from '../intake/version-by-data';
import { SURE, versionClue } from '../intake/version-names';
import { ok, type Result } from '../result';
import type { PremiseChoices, Setup } from '../setup';
import { type Bound, bind, readingOf } from '../table/bind';
import { type BindSource, bindSources } from '../table/bind-sources';
import type { CaseTables } from '../table/case-tables';
import type { CellReading } from '../table/column-spec';
import { buildDataset, type Dataset } from '../table/dataset';
import { deletesPremise, findDeleteMarks } from './deletes';
import type { InvestigationContext } from './investigation-context';
import { tiesPremise } from './ties-premise';
import { withUnits } from './unit-column';
import { unitPremises } from './unit-premises';

/** The files bound under what they were taken to mean, ready to be investigated. */
export interface Settled {
  readonly bound: Bound;
  /** Of the bound tables. */
  readonly dataset: Dataset;
  readonly context: InvestigationContext;
}

/**
 * Decides what the files mean where their cells alone do not, by what the tables then look like, and tells each decision
 * as a premise. A person's choices go before all. Costs a replay and a comparison for each reading in question.
 * Problems: those of `bind`.
 */
export function settle(read: ReadonlyMap<number, CsvTable>, given: Setup): Result<Settled> {
  const { files, setup, unitColumn } = withUnits(read, given);
  const sources = bindSources(files, setup);
  if (!sources.ok) return sources;
  const choices = setup.premises ?? {};
  const marks = choices.deletes === undefined ? findDeleteMarks(sources.value) : choices.deletes;
  const marked: Setup = {
    ...setup,
    premises: { ...choices, deletes: marks ? { column: marks.column, values: [...marks.values] } : null },
  };
  const bindings = readCells(files, marked, choices);
  if (!bindings.ok) return bindings;
  const { bound, other, settlement } = bindings.value;
  const dataset = buildDataset(bound.tables);
  const deletes = marks && choices.deletes === undefined ? deletesPremise(dataset, marks) : null;
  const withDeletes = choices.deletes !== undefined || deletes?.applied === true;
  const tables = withDeletes ? bound.tables : withoutDeletes(bound.tables);
  const undeleted = withDeletes ? dataset : { ...dataset, deltas: { ...dataset.deltas, deletes: null } };
  const ties = tiesPremise(undeleted, choices.ties);
  const settled: CaseTables = { ...tables, ...(ties ? { ties: ties.keep } : {}) };
  const premises: Premise[] = [
    ...versionPremises(setup, sources.value),
    ...bound.premises.map((premise) => resettled(premise, settlement)),
    ...(deletes ? [deletes] : givenDeletes(choices)),
    ...(ties ? [ties] : []),
    ...unitPremises(sources.value, setup, unitColumn),
  ];
  return ok({
    bound: { ...bound, tables: settled },
    dataset: ties ? { ...undeleted, ties: ties.keep } : undeleted,
    context: {
      labels: setup.labels,
      key: setup.mapping.key,
      rejected: bound.rejectedRows,
      encodings: Object.fromEntries(sources.value.map(({ file, table }) => [file, table.dialect.encoding])),
      premises,
      given: choices.given ?? [],
      ruleGiven: choices.rule !== undefined,
      uncertain: bound.uncertain,
      unread: Object.fromEntries(
        Object.entries(bound.rejected).map(([file, lines]) => [file, lines.map(({ line }) => line)]),
      ),
      other: other && { ...(withDeletes ? other : withoutDeletes(other)), ...(ties ? { ties: ties.keep } : {}) },
      completeness: { setAside: namesSetAside(files, setup), complete: choices.complete === true },
    },
  });
}

function withoutDeletes(tables: CaseTables): CaseTables {
  if (tables.deltas.every(({ deletes }) => !deletes)) return tables;
  return { ...tables, deltas: tables.deltas.map((table) => ({ ...table, deletes: null })) };
}

function givenDeletes({ deletes }: PremiseChoices): Premise[] {
  return deletes
    ? [
        {
          code: 'deletes',
          column: deletes.column,
          values: [...deletes.values],
          applied: true,
          keys: 0,
          settledBy: 'given',
        },
      ]
    : [];
}

function namesSetAside(files: ReadonlyMap<number, CsvTable>, setup: Setup): string[] {
  return [...uniqueFileNames(files)]
    .filter(([id]) => (setup.roles[String(id)] ?? 'ignored') === 'ignored')
    .map(([, name]) => name);
}

/** What settled a reading that cells leave open, other than nothing. */
interface Settlement {
  readonly dateOrder: SettledBy | null;
  readonly decimal: SettledBy | null;
}

function resettled(premise: Premise, { dateOrder, decimal }: Settlement): Premise {
  if (premise.settledBy !== 'assumed') return premise;
  if ((premise.code === 'version-order' && premise.as === 'date') || premise.code === 'dates')
    return dateOrder === null ? premise : { ...premise, settledBy: dateOrder };
  return premise.code === 'numbers' && decimal !== null ? { ...premise, settledBy: decimal } : premise;
}

interface ReadCells {
  readonly bound: Bound;
  /** The other reading, where nothing settles which is right. */
  readonly other: CaseTables | null;
  readonly settlement: Settlement;
}

/** The cells under the reading that the tables bear out, where the cells themselves admit two. */
function readCells(files: ReadonlyMap<number, CsvTable>, setup: Setup, choices: PremiseChoices): Result<ReadCells> {
  const plain = readingOf(choices);
  const first = bind(files, setup, plain);
  const open = first.ok ? first.value.open : null;
  if (first.ok && (open?.dateOrder === 0 || choices.dateOrder) && (open?.decimal === 0 || choices.decimal))
    return ok({ bound: first.value, other: null, settlement: { dateOrder: null, decimal: null } });
  if (!first.ok && first.problem.code !== 'mostly-unread') return first;
  const decimals: readonly DecimalSign[] = choices.decimal ? [choices.decimal] : ['.', ','];
  const orders: readonly DateOrder[] = choices.dateOrder ? [choices.dateOrder] : ['day-first', 'month-first'];
  const readings = decimals.flatMap((decimal) =>
    orders.map((dateOrder): CellReading => ({ ...plain, decimal, dateOrder })),
  );
  const candidates = readings.flatMap((reading) => {
    const bound = bind(files, setup, reading);
    return bound.ok ? [{ reading, bound: bound.value, fit: fitOf(buildDataset(bound.value.tables)) }] : [];
  });
  const [best, ...rest] = distinct(candidates).sort((a, b) => b.fit.tables - a.fit.tables || b.fit.rows - a.fit.rows);
  if (!best)
    return first.ok ? ok({ bound: first.value, other: null, settlement: { dateOrder: null, decimal: null } }) : first;
  const settled = (by: SettledBy): ReadCells => ({
    bound: best.bound,
    other: null,
    settlement: { dateOrder: by, decimal: by },
  });
  const [rival] = rest;
  if (!rival) return ok(settled('cells'));
  const by = settledBetween(
    best.fit,
    rest.map(({ fit }) => fit),
  );
  if (by !== null) return ok(settled(by));
  const rising = [best, ...rest].filter(({ bound }) => versionsRise(buildDataset(bound.tables)));
  const [only] = rising;
  if (only && rising.length === 1) return ok({ ...settled('file-order'), bound: only.bound });
  return ok({ bound: best.bound, other: rival.bound.tables, settlement: { dateOrder: null, decimal: null } });
}

interface Candidate {
  readonly reading: CellReading;
  readonly bound: Bound;
  readonly fit: Fit;
}

/** Readings that differ in what no cell leaves open are one. */
function distinct(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ reading, bound }) => {
    const key = `${bound.open.decimal > 0 ? reading.decimal : ''} ${bound.open.dateOrder > 0 ? reading.dateOrder : ''}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** How well the pipeline without faults gives the tables under a reading. */
interface Fit {
  /** Tables that it gives exactly. */
  readonly tables: number;
  /** Share of each table's rows that it gives; null: not given. */
  readonly ours: number | null;
  readonly theirs: number | null;
  readonly rows: number;
}

function fitOf(dataset: Dataset): Fit {
  const expected = replay(dataset, []);
  const share = (side: 'ours' | 'theirs') => {
    const table = dataset[side];
    if (!table) return null;
    const { rows, of } = matchTables(dataset, expected, table);
    return of === 0 ? 1 : rows / of;
  };
  const [ours, theirs] = [share('ours'), share('theirs')];
  const shares = [ours, theirs].filter((one) => one !== null);
  return {
    tables: shares.filter((one) => one === 1).length,
    ours,
    theirs,
    rows: shares.reduce((sum, one) => sum + one, 0),
  };
}

const NEARLY = 0.9;
const APART = 0.02;
const SOME = 0.4;
const FAR = 0.3;

/** A reading gives nearly all of a table and another less, or much more of it than another does. */
function isClearly(share: number, other: number): boolean {
  return (share >= NEARLY && share - other > APART) || (share >= SOME && share - other >= FAR);
}

/** The table that only this reading gives, or clearly more of; null where another reading gives the other table. */
function settledBetween(best: Fit, others: readonly Fit[]): SettledBy | null {
  const shows = (side: 'ours' | 'theirs') => {
    const own = best[side];
    return own !== null && others.every((other) => isClearly(own, other[side] ?? 0));
  };
  const denies = (side: 'ours' | 'theirs') => others.some((other) => isClearly(other[side] ?? 0, best[side] ?? 0));
  if (denies('ours') || denies('theirs')) return null;
  return shownBy(shows('ours'), shows('theirs'));
}

/** Whether each delta's smallest and largest version lie above those of the delta before. */
function versionsRise({ deltas, version, files }: Dataset): boolean {
  const column = deltas.columns[version];
  if (!column || files.length < 2) return false;
  const min = new Float64Array(files.length).fill(Number.POSITIVE_INFINITY);
  const max = new Float64Array(files.length).fill(Number.NEGATIVE_INFINITY);
  column.forEach((value, r) => {
    const f = deltas.file[r] as number;
    if (value === Number.NEGATIVE_INFINITY) return;
    min[f] = Math.min(min[f] as number, value);
    max[f] = Math.max(max[f] as number, value);
  });
  return max.every(
    (value, f) => f === 0 || (value > (max[f - 1] as number) && (min[f] as number) > (min[f - 1] as number)),
  );
}

/** Which column is the version, where its name does not say so: found by what the tables hold, chosen, or not found. */
function versionPremises({ mapping, premises }: Setup, sources: readonly BindSource[]): Premise[] {
  const given = premises?.given?.includes('version') === true;
  if (mapping.version !== null && !given && versionClue(mapping.version).score >= SURE) return [];
  const largest = sources
    .filter(({ role }) => role === 'delta')
    .reduce<CsvTable | null>((top, { table }) => (top && top.rows >= table.rows ? top : table), null);
  const candidates = (largest?.columns ?? [])
    .filter((column) => couldOrder(column, largest?.rows ?? 0))
    .map(({ name }) => name)
    .filter((name) => !mapping.key.includes(name) && name !== mapping.measure);
  return [
    {
      code: 'version',
      column: mapping.version,
      candidates: mapping.version === null ? [...new Set(candidates)].slice(0, 5) : [],
      settledBy: given ? 'given' : 'assumed',
    },
  ];
}

/** Distinct values to rows from which on a column may order the rows. */
const MOSTLY = 0.6;

/** Whether a column could say which row is newest: its name hints at it, or hardly two of its rows share a value. */
function couldOrder(column: CsvColumn, rows: number): boolean {
  return canBeVersion(column) && (versionClue(column.name).score > 0 || column.tally.distinct > MOSTLY * rows);
}
