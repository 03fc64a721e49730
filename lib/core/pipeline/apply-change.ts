import { assertNever } from '../assert-never';
import type { TextForm } from '../findings/fault-parameters';
import type { CaseColumn } from '../table/case-tables';
import type { Dataset } from '../table/dataset';
import { alteredKeys } from './altered-keys';
import type { ColumnSet, Comparison, PipelineChange, ValueExpression } from './change';
import { conditionOf, flagMutable, KEY } from './condition';
import { inTurn, withLast } from './file-arrivals';
import { cellOf, columnIndex, fileMask, indexOf, rescaling, shiftUnits } from './lookups';
import { canMisread } from './misread-version';
import { dropRowsMutable, type Pipeline } from './pipeline';
import { gather } from './regroup';
import { alteredRanks } from './retext';
import { passing } from './row-test';
import { rowFlags } from './spare-memory';
import { fraction, turnUnits, type ValueAction } from './values';

/** Puts one change into a pipeline run. A column that the case lacks makes it none. O(rows) at most. */
export function applyChangeMutable(change: PipelineChange, pipeline: Pipeline): void {
  switch (change.change) {
    case 'keep-rows':
      dropRowsMutable(pipeline, passing(change.where, pipeline));
      // What a file brought, none of its rows is above any more.
      if (change.where.test === 'above-earlier-files' && pipeline.arrivals)
        pipeline.arrivals = { ...pipeline.arrivals, last: pipeline.arrivals.first };
      return;
    case 'arrive-last': {
      const { files } = pipeline.dataset;
      const chosen = change.files.map((name) => files.findIndex((file) => file.name === name)).filter((f) => f !== -1);
      pipeline.arrivals = withLast(pipeline.arrivals ?? inTurn(files.length), chosen, change.again);
      return;
    }
    case 'leave-out': {
      const condition = conditionOf(change.where, pipeline.dataset, pipeline.keys);
      if (condition) pipeline.leftOut.push({ ...condition, files: fileMask(pipeline.dataset, change.files) });
      return;
    }
    case 'ignore-deletes':
      if (change.how === 'skipped' && pipeline.deletes)
        dropRowsMutable(pipeline, unmarked(pipeline.rows, pipeline.deletes));
      pipeline.deletes = null;
      return;
    case 'alter-key':
      if (change.at === 'load') pipeline.keysAtLoad.push(change.form);
      else alterKeyMutable(change.form, pipeline);
      return;
    case 'exchange-columns':
      exchangeMutable(change, pipeline);
      return;
    case 'misread-version':
      if (canMisread(pipeline.dataset, change.form)) pipeline.versionForm = change.form;
      return;
    case 'rank':
      pipeline.rule = change.rule;
      return;
    case 'ties':
      pipeline.ties = change.keep;
      return;
    case 'dedupe-by': {
      const { keyColumns } = pipeline.dataset;
      const parts = keyColumns.flatMap((name, part) => (change.columns.includes(name) ? [part] : []));
      pipeline.dedupeBy = parts.length === 0 || parts.length === keyColumns.length ? null : parts;
      return;
    }
    case 'compose':
      for (const c of columnsOf(pipeline.dataset, change.columns)) pipeline.compositions[c]?.push(change.from);
      return;
    case 'keep-every-row':
      pipeline.keepsDuplicates = true;
      return;
    case 'load-value':
      loadValueMutable(change, pipeline);
      return;
    case 'repeat-rows':
      pipeline.repeatsRows = true;
      return;
    case 'take-newer-rows': {
      const column = pipeline.dataset.columns[pipeline.dataset.version];
      if (column)
        pipeline.takesNewerRows = {
          min: cellOf(column, change.versions.min),
          max: cellOf(column, change.versions.max),
        };
      return;
    }
    default:
      assertNever(change);
  }
}

function unmarked(rows: Pipeline['rows'], marks: Uint8Array): Uint8Array {
  const passes = rowFlags(rows);
  for (let r = 0; r < passes.length; r++) passes[r] = 1 - (marks[r] as number);
  return passes;
}

type ChangeOf<C extends PipelineChange['change']> = Extract<PipelineChange, { change: C }>;

function alterKeyMutable(form: TextForm, pipeline: Pipeline): void {
  const altered = alteredKeys(pipeline.dataset, form, pipeline.arrived);
  if (altered === null) return;
  const { rows, source, keys } = altered;
  pipeline.keyRead = gather(pipeline.keyRead, source);
  pipeline.keys = keys;
  pipeline.rows = rows;
  pipeline.columns = [...rows.columns];
  pipeline.arrived = pipeline.arrived && gather(pipeline.arrived, source);
  pipeline.deletes = pipeline.deletes && rows.deletes;
  pipeline.versionTextRank = rows.versionTextRank;
}

function exchangeMutable({ columns, files }: ChangeOf<'exchange-columns'>, pipeline: Pipeline): void {
  const [a, b] = columns.map((name) => columnIndex(pipeline.dataset, name)) as [number, number];
  const left = pipeline.columns[a];
  const right = pipeline.columns[b];
  if (!left || !right) return;
  const mask = fileMask(pipeline.dataset, files);
  const changes = (r: number): boolean => mask === null || mask[pipeline.rows.file[r] as number] === 1;
  const toLeft = rescaling(pipeline.dataset, b, a);
  const toRight = rescaling(pipeline.dataset, a, b);
  pipeline.columns[a] = left.map((value, r) => (changes(r) ? (right[r] as number) * toLeft : value));
  pipeline.columns[b] = right.map((value, r) => (changes(r) ? (left[r] as number) * toRight : value));
  if (a === pipeline.dataset.version || b === pipeline.dataset.version) pipeline.versionTextRank = null;
}

function loadValueMutable({ column, to, files, where = null }: ChangeOf<'load-value'>, pipeline: Pipeline): void {
  const c = indexOf(pipeline.dataset, column);
  const held = pipeline.dataset.columns[c];
  if (!held || !canTake(held, to)) return;
  const step = valueStep(to, held, pipeline.dataset);
  if (step.kind === 'shift' && Number.isNaN(step.by)) return;
  if (step.kind === 'round' && step.step === 1 && holdsWholeUnits(pipeline, c)) return;
  pipeline.values[c]?.push({
    ...step,
    files: fileMask(pipeline.dataset, files),
    rows: where && rowsMeeting(where, pipeline),
  });
}

/** 1 by row that meets the comparison as it was read. O(rows) */
function rowsMeeting(where: Comparison, { dataset, keys, rows, columns }: Pipeline): Uint8Array {
  const meeting = new Uint8Array(rows.rows);
  const condition = conditionOf(where, dataset, keys);
  const cells = condition && (condition.column === KEY ? rows.key : columns[condition.column]);
  if (cells) flagMutable(meeting, condition, cells);
  return meeting;
}

function canTake({ role, type, wide }: CaseColumn, { value }: ValueExpression): boolean {
  if (value === 'empty' || value === 'filled') return true;
  if (value === 'misread' && role !== 'measure') return false;
  if (value === 'altered') return type === 'text';
  return (type === 'number' || (type === 'date' && value === 'shifted')) && wide === null;
}

/** Whether nothing has yet been done to the column's numbers, which are read in whole units. */
function holdsWholeUnits({ rows, columns, values }: Pipeline, c: number): boolean {
  return columns[c] === rows.columns[c] && values[c]?.length === 0;
}

function valueStep(to: ValueExpression, column: CaseColumn, { files }: Dataset): ValueAction {
  switch (to.value) {
    case 'empty':
      return { kind: 'empty' };
    case 'filled':
      return { kind: 'fill', with: cellOf(column, to.with) };
    case 'altered':
      return { kind: 'retext', by: alteredRanks(column.texts ?? [], to.form) };
    case 'misread':
      return { kind: 'misread', how: to.how, writing: files.map(({ amounts }) => amounts), scale: column.scale };
    case 'shifted':
      return { kind: 'shift', by: shiftUnits(column, to.by) };
    case 'times':
      return { kind: 'scale', ...fraction(to.factor) };
    case 'rounded':
      return { kind: 'round', how: to.how, step: 10 ** (column.scale - to.digits) };
    case 'at-most':
      return { kind: 'clip', max: cellOf(column, to.max) };
    case 'without-sign':
      return { kind: 'abs' };
    case 'wrapped':
      return { kind: 'wrap', turn: turnUnits(to, column.scale) };
    default:
      return assertNever(to);
  }
}

function columnsOf(dataset: Dataset, set: ColumnSet): number[] {
  if ('names' in set) return set.names.map((name) => columnIndex(dataset, name)).filter((c) => c !== -1);
  const all = dataset.columns.map((_, c) => c);
  switch (set.use) {
    case 'measure':
      return [0];
    case 'numbers':
      return all.filter((c) => c !== dataset.version && dataset.columns[c]?.type === 'number');
    case 'all':
      return all;
    default:
      return assertNever(set.use);
  }
}
