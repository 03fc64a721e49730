import { assertNever } from '../assert-never';
import type { CaseColumn } from '../table/case-tables';
import type { Dataset } from '../table/dataset';
import { alteredKeys } from './altered-keys';
import type { ColumnSet, PipelineChange, ValueExpression } from './change';
import type { Condition } from './condition';
import { type Draft, dropRowsMutable } from './draft';
import { cellOf, columnIndex, fileMask, rescaling } from './lookups';
import { gather } from './regroup';
import { conditionOf, indexOf, rowTest } from './row-test';
import { fraction, type ValueStep } from './values';

/** Puts one change into a pipeline run. A column that the case lacks makes it none. O(rows) at most. */
export function applyChangeMutable(change: PipelineChange, draft: Draft): void {
  switch (change.change) {
    case 'keep-rows':
      if (change.at === 'arrival') dropRowsMutable(draft, rowTest(change.where, draft));
      else draft.leftOut.push(...leftOut(change, draft.dataset));
      return;
    case 'alter-key':
      alterKeyMutable(change, draft);
      return;
    case 'exchange-columns':
      exchangeMutable(change, draft);
      return;
    case 'rank':
      draft.rule = change.rule;
      return;
    case 'ties':
      draft.ties = change.keep;
      return;
    case 'compose':
      for (const c of columnsOf(draft.dataset, change.columns)) draft.compositions[c]?.push(change.from);
      return;
    case 'keep-every-row':
      draft.keepsDuplicates = true;
      return;
    case 'load-value':
      loadValueMutable(change, draft);
      return;
    case 'take-newer-rows': {
      const column = draft.dataset.columns[draft.dataset.version];
      if (column)
        draft.takesNewerRows = {
          min: cellOf(column, change.versions.min),
          max: cellOf(column, change.versions.max),
        };
      return;
    }
    default:
      assertNever(change);
  }
}

/** Each kind of step without its files. */
type Step = ValueStep extends infer S ? (S extends ValueStep ? Omit<S, 'files'> : never) : never;

type ChangeOf<C extends PipelineChange['change']> = Extract<PipelineChange, { change: C }>;

/** A filter at the load leaves out what meets a comparison; no fault filters loaded rows by anything else. */
function leftOut({ where }: ChangeOf<'keep-rows'>, dataset: Dataset): Condition[] {
  if (where.test !== 'not' || where.of.test !== 'compares')
    throw new Error('a filter at the load leaves out rows that meet one comparison');
  const condition = conditionOf(where.of, dataset);
  return condition ? [condition] : [];
}

function alterKeyMutable({ how }: ChangeOf<'alter-key'>, draft: Draft): void {
  const altered = alteredKeys(draft.dataset, how);
  if (altered === null) return;
  const { rows, source } = altered;
  draft.rows = rows;
  draft.columns = [...rows.columns];
  draft.arrived = draft.arrived && gather(draft.arrived, source);
  draft.versionTextRank = draft.versionTextRank && gather(draft.versionTextRank, source);
}

function exchangeMutable({ columns, files }: ChangeOf<'exchange-columns'>, draft: Draft): void {
  const [a, b] = columns.map((name) => columnIndex(draft.dataset, name)) as [number, number];
  const left = draft.columns[a];
  const right = draft.columns[b];
  if (!left || !right) return;
  const mask = fileMask(draft.dataset, files);
  const changes = (r: number): boolean => mask === null || mask[draft.rows.file[r] as number] === 1;
  const toLeft = rescaling(draft.dataset, b, a);
  const toRight = rescaling(draft.dataset, a, b);
  draft.columns[a] = left.map((value, r) => (changes(r) ? (right[r] as number) * toLeft : value));
  draft.columns[b] = right.map((value, r) => (changes(r) ? (left[r] as number) * toRight : value));
  if (a === draft.dataset.version || b === draft.dataset.version) draft.versionTextRank = null;
}

function loadValueMutable({ column, to, files }: ChangeOf<'load-value'>, draft: Draft): void {
  const c = indexOf(draft.dataset, column);
  const held = draft.dataset.columns[c];
  if (!held || held.wide) return;
  draft.values[c]?.push({ ...valueStep(to, held), files: fileMask(draft.dataset, files) });
}

function valueStep(to: ValueExpression, column: CaseColumn): Step {
  switch (to.value) {
    case 'times':
      return { kind: 'scale', ...fraction(to.factor) };
    case 'rounded':
      return { kind: 'round', how: to.how, step: 10 ** (column.scale - to.digits) };
    case 'at-most':
      return { kind: 'clip', max: cellOf(column, to.max) };
    case 'without-sign':
      return { kind: 'abs' };
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
