import { assertNever } from '@/lib/core/assert-never';
import { isZeroDecimal } from '@/lib/core/decimal';
import { changesOfAll } from '@/lib/core/faults/catalogue';
import type { DedupeRule } from '@/lib/core/findings/dedupe-rule';
import type { TextForm } from '@/lib/core/findings/fault-parameters';
import type { Findings, Side } from '@/lib/core/findings/findings';
import { keyColumns } from '@/lib/core/findings/key-columns';
import {
  type ColumnName,
  type ColumnSet,
  type Comparison,
  type Composition,
  isRowWise,
  type PipelineChange,
  type RowsTest,
  type RowTest,
  type ValueExpression,
} from '@/lib/core/pipeline/change';
import { agreedRule } from '@/lib/core/words/rules';

/** Code that reproduces a proof, or the honest reason why there is none short enough to send. */
export type Listing =
  | { readonly kind: 'listing'; readonly code: string }
  | { readonly kind: 'none'; readonly why: string };

type ChangeOf<C extends PipelineChange['change']> = Extract<PipelineChange, { change: C }>;

/** What a listing has to do, before it is written in a language. */
export interface ListingPlan {
  /** Deltas in arrival order. */
  readonly files: readonly string[];
  /** The table that the replay is compared with. */
  readonly table: { readonly file: string; readonly label: string };
  readonly key: readonly string[];
  /** Those of the key's columns by which duplicates are removed. */
  readonly dedupeBy: readonly string[];
  /** What stands between the cells of the deltas. */
  readonly delimiter: string;
  /** `sign`: what its cells carry besides the number ("$"), or nothing, and then thousands separators too; null: plain numbers. */
  readonly measure: { readonly name: string; readonly places: number; readonly sign: string | null };
  /** Null: the files have none, and the last arrival wins. */
  readonly version: {
    readonly name: string;
    readonly type: 'number' | 'date' | 'text';
    readonly inTable: boolean;
  } | null;
  readonly attributes: readonly { readonly name: string; readonly type: 'number' | 'date' | 'text' }[];
  /** Columns of the deltas alone. */
  readonly conditions: Findings['conditions'];
  /** Which of a key's rows stands. */
  readonly rule: DedupeRule;
  /** Which of several rows of the same rank and version stands. */
  readonly ties: 'earlier' | 'later';
  /** What marks rows that delete their keys, and what such rows do; null: nothing is marked. */
  readonly deletes: {
    readonly column: string;
    readonly values: readonly string[];
    readonly do: 'delete' | 'nothing' | 'not-arrive';
  } | null;
  /** What the causes do to the pipeline, in the order in which it takes effect. */
  readonly changes: readonly PipelineChange[];
}

/** The replay of one side's causes; without causes, of the right pipeline. Null when that side's table was not given. */
export function planListing(findings: Findings, side: Side): ListingPlan | null {
  const found = findings.sides[side];
  const table = findings.inputs.find((input) => input.role === side);
  if (!found || !table) return null;
  const { mapping } = findings;
  const changes = changesOfAll(found.causes);
  const measure = findings.columns.find((column) => column.name === mapping.measure);
  const typeOf = (name: string) =>
    [...findings.columns, ...findings.conditions].find((column) => column.name === name)?.type ?? 'text';
  const deltas = findings.inputs
    .filter((input) => input.role === 'delta')
    .sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
  const hasVersion = mapping.version !== '' && deltas.some((delta) => delta.versions !== null);
  return {
    files: inArrivalOrder(
      changes,
      deltas.map((delta) => delta.file),
    ),
    table: { file: table.file, label: findings.labels[side] },
    key: keyColumns(mapping),
    dedupeBy: changeOf(changes, 'dedupe-by')?.columns ?? keyColumns(mapping),
    delimiter: deltas[0]?.delimiter ?? ',',
    measure: {
      name: mapping.measure,
      places: Math.max(...findings.inputs.map((input) => input.total.split('.')[1]?.length ?? 0)),
      sign: measure?.sign ?? (measure?.separated ? '' : null),
    },
    version: hasVersion
      ? { name: mapping.version, type: typeOf(mapping.version), inTable: table.versions !== null }
      : null,
    attributes: mapping.attributes.map((name) => ({ name, type: typeOf(name) })),
    conditions: findings.conditions,
    rule: changeOf(changes, 'rank')?.rule ?? agreedRule(findings),
    ties:
      changeOf(changes, 'ties')?.keep ?? findings.premises.find((premise) => premise.code === 'ties')?.keep ?? 'later',
    deletes: deletesOf(findings, changes),
    changes,
  };
}

/** Files that arrive but once, in the order in which they do. */
function inArrivalOrder(changes: readonly PipelineChange[], files: readonly string[]): readonly string[] {
  return changes.reduce<readonly string[]>((order, change) => {
    if (change.change !== 'arrive-last' || change.again) return order;
    return [
      ...order.filter((file) => !change.files.includes(file)),
      ...change.files.filter((file) => order.includes(file)),
    ];
  }, files);
}

function deletesOf({ premises }: Findings, changes: readonly PipelineChange[]): ListingPlan['deletes'] {
  const marks = premises.find((premise) => premise.code === 'deletes');
  if (!marks?.applied) return null;
  const how = changeOf(changes, 'ignore-deletes')?.how;
  const does = { kept: 'nothing', skipped: 'not-arrive' } as const;
  return { column: marks.column, values: marks.values, do: how ? does[how] : 'delete' };
}

/** What the files were taken to mean that a short listing would not read alike; null where it would. */
function readOtherwise({ premises }: Findings): string | null {
  for (const premise of premises) {
    switch (premise.code) {
      case 'lines':
        return `some lines of ${premise.file} are no rows, or have more cells than the header`;
      case 'empty':
        return `"${premise.words[0] ?? ''}" stands for an empty cell in ${premise.column}`;
      case 'numbers':
        // Decimals of three places, in a column without a separator of thousands.
        if (premise.decimal === '.' && premise.settledBy === 'cells' && premise.cells === 0) break;
        return `the amounts of ${premise.column} are not written as plain decimals`;
      case 'version-order':
        if (premise.as === 'date' && premise.form !== 'year-month-day')
          return `the dates of ${premise.column} are not written year first`;
        break;
      case 'dates':
      case 'writing':
        return `${premise.column} is written in several ways`;
      case 'currencies':
        if (premise.signsOf !== undefined) return `cells of ${premise.signsOf} carry ${premise.values.join(', ')}`;
        break;
      case 'rule':
      case 'key':
      case 'version':
      case 'offsets':
      case 'unit':
      case 'encoding':
      case 'deletes':
      case 'ties':
        break;
      default:
        return assertNever(premise);
    }
  }
  return null;
}

/** Why no short listing reproduces these findings; null when one does. */
export function noListing(findings: Findings, plan: ListingPlan): string | null {
  const otherwise = readOtherwise(findings);
  if (otherwise !== null)
    return `There is no short listing: ${otherwise}, and a listing would have to read that first.`;
  const separated = findings.columns.find((column) => column.separated && column.name !== plan.measure.name);
  if (separated)
    return `There is no short listing: numbers of ${separated.name} have separated thousands, and a listing would have to read that first.`;
  const converted = findings.inputs.find(({ encoding }) => encoding !== undefined);
  if (converted)
    return `There is no short listing: ${converted.file} is written in ${converted.encoding ?? ''}, and a listing would have to convert it first.`;
  if (findings.unread.length > 0)
    return 'There is no short listing: some lines could not be read, and a listing would stumble over them.';
  if (arrivals(plan).tests.some((where) => tests(where, 'last-file-of-value')) && filesAgain(plan).length > 0)
    return 'There is no short listing: a file came twice, and replaced partitions both times.';
  if (has(plan, 'repeat-rows'))
    return `No listing over the exported files reproduces it: which rows stand more than once is known from ${plan.table.file} alone.`;
  if (has(plan, 'take-newer-rows')) {
    return `No listing over these files reproduces it: some rows of ${plan.table.file} are in none of the exported files.`;
  }
  if (findings.columns.some((column) => !isZeroDecimal(column.tolerance))) {
    return 'There is no short listing: the comparison lets values differ within a tolerance, and a listing would compare them exactly.';
  }
  if (allOf(plan, 'misread-version').some(({ form }) => form !== 'seconds'))
    return `There is no short listing: ${plan.version?.name ?? ''} was read in another form than it is written, and a listing would have to do so too.`;
  if (allOf(plan, 'load-value').some(({ to }) => to.value === 'misread'))
    return `There is no short listing: ${plan.measure.name} was read in another form than it is written, and a listing would have to do so too.`;
  const changed = [...compositions(plan), ...steps(plan)].map(({ column }) => column);
  const asked = steps(plan).flatMap(({ where }) => (where ? [columnName(plan, where.column)] : []));
  const both = asked.find((column) => changed.includes(column));
  if (both !== undefined)
    return `There is no short listing: ${both}, by which rows were told apart, changed on its way into the table as well.`;
  if (plan.key.length > 1 && has(plan, 'alter-key')) {
    return 'There is no short listing: the key consists of several columns, and it was changed as a whole.';
  }
  return null;
}

/** How keys are altered, as they are read or in the finished table. */
export function keyFormsAt(plan: ListingPlan, at: 'arrival' | 'load'): TextForm[] {
  return allOf(plan, 'alter-key').flatMap((change) => (change.at === at ? [change.form] : []));
}

/** The plan's changes of one kind, in order. */
export function allOf<C extends PipelineChange['change']>(plan: ListingPlan, change: C): ChangeOf<C>[] {
  return plan.changes.filter((candidate): candidate is ChangeOf<C> => candidate.change === change);
}

/** The last change of one kind: of a rule and of how ties break only one holds. */
function changeOf<C extends PipelineChange['change']>(
  changes: readonly PipelineChange[],
  change: C,
): ChangeOf<C> | undefined {
  return changes.findLast((candidate): candidate is ChangeOf<C> => candidate.change === change);
}

export function has(plan: ListingPlan, change: PipelineChange['change']): boolean {
  return plan.changes.some((candidate) => candidate.change === change);
}

/** What happens to rows on arrival. `without`: files that are not read at all; the tests of the others, in order. */
export function arrivals(plan: ListingPlan): {
  readonly without: readonly string[];
  readonly tests: readonly (RowTest | RowsTest)[];
} {
  const tests = allOf(plan, 'keep-rows').map(({ where }) => where);
  const first = tests.findIndex((where) => unreadFiles(where) === null);
  const leading = first === -1 ? tests : tests.slice(0, first);
  return { without: leading.flatMap((where) => unreadFiles(where) ?? []), tests: tests.slice(leading.length) };
}

/** The files of which a test lets no row pass; null where that is not all that it says. */
function unreadFiles(where: RowTest | RowsTest): readonly string[] | null {
  return where.test === 'not' && where.of.test === 'from-files' ? where.of.files : null;
}

/** The tests that a loaded row must pass. */
export function loadTests(plan: ListingPlan): RowTest[] {
  return allOf(plan, 'leave-out').map(({ where, files }): RowTest => {
    const spared: RowTest = { test: 'not', of: where };
    return files ? { test: 'any', of: [{ test: 'not', of: { test: 'from-files', files } }, spared] } : spared;
  });
}

/** Whether a test, or one within it, is of one of the kinds. */
export function tests(where: RowTest | RowsTest, ...kinds: (RowTest | RowsTest)['test'][]): boolean {
  if (kinds.includes(where.test)) return true;
  if (where.test === 'not') return tests(where.of, ...kinds);
  return where.test === 'any' && where.of.some((each) => tests(each, ...kinds));
}

/** The deltas that take effect. */
export function loadedFiles(plan: ListingPlan): string[] {
  const { without } = arrivals(plan);
  return plan.files.filter((file) => !without.includes(file));
}

/** Files whose rows that arrive do so once more, after all others. Above a high-water mark that they made, none does. */
export function filesAgain(plan: ListingPlan): readonly string[] {
  if (arrivals(plan).tests.some((where) => tests(where, 'above-earlier-files'))) return [];
  return allOf(plan, 'arrive-last').flatMap(({ files, again }) => (again ? files : []));
}

/** Whether later steps ask which file a row came from. */
export function asksForFile(plan: ListingPlan): boolean {
  return (
    arrivals(plan).tests.some((where) =>
      tests(where, 'from-files', 'row-of-file', 'above-earlier-files', 'key-of-first-file', 'last-file-of-value'),
    ) ||
    filesAgain(plan).length > 0 ||
    plan.changes.some((change) => 'files' in change && change.files !== null && change.change !== 'arrive-last')
  );
}

/** How each column that is made of several rows is made, in order. The key is no such column. */
export function compositions(plan: ListingPlan): readonly { readonly column: string; readonly from: Composition }[] {
  return allOf(plan, 'compose').flatMap(({ columns, from }) =>
    columnNames(plan, columns).map((column) => ({ column, from })),
  );
}

function columnNames(plan: ListingPlan, columns: ColumnSet): readonly string[] {
  if ('names' in columns) return columns.names;
  const own = [plan.measure.name, ...plan.attributes.map(({ name }) => name)];
  switch (columns.use) {
    case 'measure':
      return [plan.measure.name];
    case 'numbers':
      return own.filter((name) => typeOf(plan, name) === 'number');
    case 'all':
      return [...own, ...(plan.version ? [plan.version.name] : [])];
    default:
      return assertNever(columns.use);
  }
}

/** A column's name; empty where the files have no version. */
export function columnName(plan: ListingPlan, column: ColumnName): string {
  if ('name' in column) return column.name;
  return column.use === 'measure' ? plan.measure.name : (plan.version?.name ?? '');
}

/** What happens to loaded values, in order; to a sum, what is row-wise has been done already. */
export function loadSteps(plan: ListingPlan): readonly LoadStep[] {
  const summed = compositions(plan).flatMap(({ column, from }) => (from === 'sum' ? [column] : []));
  return steps(plan).filter(({ column, to }) => !isRowWise(to) || !summed.includes(column));
}

/** What happens to a column's values before they are added up. */
export function sumSteps(plan: ListingPlan, column: string): readonly LoadStep[] {
  return steps(plan).filter((step) => step.column === column && isRowWise(step.to));
}

export interface LoadStep {
  readonly column: string;
  readonly to: Exclude<ValueExpression, { readonly value: 'misread' }>;
  readonly files: readonly string[] | null;
  readonly where: Comparison | null;
}

function steps(plan: ListingPlan): LoadStep[] {
  return allOf(plan, 'load-value').flatMap(({ column, to, files, where = null }) =>
    to.value === 'misread' ? [] : [{ column: columnName(plan, column), to, files, where }],
  );
}

/** Columns of a type that are off by a constant; none of the measure, nor of a version that is read as it is written. */
export function shiftedColumns(plan: ListingPlan, type: 'number' | 'date'): string[] {
  const names = steps(plan).flatMap(({ column, to }) => (to.value === 'shifted' ? [column] : []));
  const own = (name: string) => name === plan.measure.name || (name === plan.version?.name && versionAsText(plan));
  return [...new Set(names)].filter((name) => typeOf(plan, name) === type && !own(name));
}

/** Whether the version must be read as it is written. */
export function versionAsText(plan: ListingPlan): boolean {
  return plan.rule === 'largest-version-as-text' && plan.version?.type === 'number';
}

/** Mapped columns in the order of the listing: key, measure, attributes, and the version where the table has it. */
export function comparedColumns(plan: ListingPlan): string[] {
  return [
    ...plan.key,
    plan.measure.name,
    ...plan.attributes.map((attribute) => attribute.name),
    ...(plan.version?.inTable ? [plan.version.name] : []),
  ];
}

/** Type of a mapped column other than the key. */
export function typeOf(plan: ListingPlan, column: string): 'number' | 'date' | 'text' {
  if (column === plan.measure.name) return 'number';
  if (column === plan.version?.name) return plan.version.type;
  return [...plan.attributes, ...plan.conditions].find(({ name }) => name === column)?.type ?? 'text';
}

/** Columns of numbers that change places with the measure, and so must be held as exactly as it. */
export function swappedWithMeasure(plan: ListingPlan): string[] {
  return allOf(plan, 'exchange-columns')
    .flatMap(({ columns: [a, b] }) => (a === plan.measure.name ? [b] : b === plan.measure.name ? [a] : []))
    .filter((name) => typeOf(plan, name) === 'number');
}
