import { MISSING } from '../decimal';
import type { Side } from '../findings/findings';
import { sortNatural } from '../natural-order';
import type { BoundTable, CaseColumn, CaseTables, KeySpace } from '../table/case-tables';
import { buildDataset, type Dataset } from '../table/dataset';
import { alterText } from './alter-text';
import type { ColumnName, PipelineChange } from './change';
import { pipelineWith, replayChanges } from './replay';
import { type Replayed, replayedValue } from './replayed';

/**
 * The case with one side's table replaced by what the pipeline gives with the changes; the rest is shared, nothing is
 * altered. Decimals that a scale or an exchange of columns makes are given room. Rows come in key-id order.
 */
export function plantChanges(tables: CaseTables, side: Side, changes: readonly PipelineChange[]): CaseTables {
  const roomy = withTexts(withRoom(tables, changes), changes);
  const dataset = buildDataset(roomy);
  const replayed = replayChanges(dataset, changes, dataset[side]);
  const keys = keySpaceOf(dataset, changes);
  const file = tables[side]?.file ?? `${side}.csv`;
  return { ...roomy, keys, [side]: tableOf(dataset, replayed, file) };
}

function tableOf(dataset: Dataset, replayed: Replayed, file: string): BoundTable {
  const key: number[] = [];
  /** Row of the replay that each row was taken from, and by which its version is written. */
  const from: number[] = [];
  const ranks = replayed.rows.versionTextRank;
  const cells: number[][] = dataset.columns.map(() => []);
  for (let k = 0; k < replayed.winner.length; k++) {
    if (replayed.standing === null) {
      if (replayed.winner[k] === -1) continue;
      key.push(k);
      from.push(replayed.winner[k] as number);
      for (const [c, column] of cells.entries()) column.push(replayedValue(replayed, c, k));
      continue;
    }
    for (let r = replayed.rows.start[k] as number; r < (replayed.rows.start[k + 1] as number); r++) {
      for (let copies = replayed.standing[r] as number; copies > 0; copies--) {
        key.push(k);
        from.push(r);
        for (const [c, column] of cells.entries()) column.push(replayed.values[c]?.[r] ?? MISSING);
      }
    }
  }
  return {
    file,
    rows: key.length,
    key: Int32Array.from(key),
    columns: cells.map((column, c) => (dataset.deltas.columns[c] ? Float64Array.from(column) : null)),
    versionTextRank: ranks && Float64Array.from(from, (r) => ranks[r] as number),
    lines: Int32Array.from(key, (_, row) => row + 2),
  };
}

/** The keys with those that an alteration made and no file has. */
function keySpaceOf(dataset: Dataset, changes: readonly PipelineChange[]): KeySpace {
  return pipelineWith(dataset, changes, null).keys;
}

/** The tables with as many decimals as the changes can make, at most six more. */
function withRoom(tables: CaseTables, changes: readonly PipelineChange[]): CaseTables {
  const scales = tables.columns.map((column) => column.scale);
  for (const change of changes) {
    if (change.change === 'load-value') {
      const c = columnOf(tables, change.column);
      const { to } = change;
      if (to.value === 'misread' && to.how !== 'thousands-cut') scales[c] = (scales[c] ?? 0) + 3;
      if (to.value === 'times') scales[c] = (scales[c] ?? 0) + Math.min(6, places(to.factor));
      if (to.value === 'filled' && tables.columns[c]?.type === 'number')
        scales[c] = Math.max(scales[c] ?? 0, places(to.with));
      if (to.value === 'shifted' && tables.columns[c]?.type === 'number')
        scales[c] = Math.max(scales[c] ?? 0, places(to.by));
      if (to.value === 'wrapped') scales[c] = Math.max(scales[c] ?? 0, to.digits);
      if (to.value === 'at-most') scales[c] = Math.max(scales[c] ?? 0, places(to.max));
    }
    if (change.change !== 'exchange-columns') continue;
    const pair = change.columns.map((name) => columnOf(tables, { name }));
    const most = Math.max(...pair.map((c) => scales[c] ?? 0));
    for (const c of pair) if (c !== -1 && tables.columns[c]?.type === 'number') scales[c] = most;
  }
  const factors = tables.columns.map((column, c) =>
    column.wide || column.type !== 'number' ? 1 : 10 ** ((scales[c] as number) - column.scale),
  );
  if (factors.every((factor) => factor === 1)) return tables;
  const grow = (table: BoundTable): BoundTable => ({
    ...table,
    columns: table.columns.map((cells, c) =>
      cells && factors[c] !== 1 ? Float64Array.from(cells, (cell) => cell * (factors[c] as number)) : cells,
    ),
  });
  return {
    ...tables,
    columns: tables.columns.map(
      (column, c): CaseColumn =>
        factors[c] === 1
          ? column
          : { ...column, scale: scales[c] as number, tolerance: column.tolerance * (factors[c] as number) },
    ),
    deltas: tables.deltas.map(grow),
    ours: tables.ours && grow(tables.ours),
    theirs: tables.theirs && grow(tables.theirs),
  };
}

/** The tables with the texts that the changes write and no file has. */
function withTexts(tables: CaseTables, changes: readonly PipelineChange[]): CaseTables {
  const texts = tables.columns.map(({ type, texts: own }) => (type === 'text' ? new Set(own) : null));
  for (const change of changes) {
    if (change.change !== 'load-value') continue;
    const own = texts[columnOf(tables, change.column)];
    const { to } = change;
    if (to.value === 'filled') own?.add(to.with);
    if (to.value === 'altered') for (const text of [...(own ?? [])]) own?.add(alterText(text, to.form));
  }
  const sorted = tables.columns.map((column, c) =>
    (texts[c]?.size ?? 0) > (column.texts?.length ?? 0) ? sortNatural([...(texts[c] as Set<string>)]) : null,
  );
  if (sorted.every((own) => own === null)) return tables;
  const moved = tables.columns.map(({ texts: own }, c) => {
    const rank = sorted[c] && new Map(sorted[c].map((text, at) => [text, at]));
    return rank && Float64Array.from(own ?? [], (text) => rank.get(text) as number);
  });
  const ranked = (table: BoundTable): BoundTable => ({
    ...table,
    columns: table.columns.map((cells, c) => {
      const to = moved[c];
      return cells && to ? Float64Array.from(cells, (cell) => (cell === MISSING ? cell : (to[cell] as number))) : cells;
    }),
  });
  return {
    ...tables,
    columns: tables.columns.map((column, c) => (sorted[c] ? { ...column, texts: sorted[c] } : column)),
    deltas: tables.deltas.map(ranked),
    ours: tables.ours && ranked(tables.ours),
    theirs: tables.theirs && ranked(tables.theirs),
  };
}

function columnOf({ columns }: CaseTables, column: ColumnName): number {
  return columns.findIndex(({ name, role }) => ('name' in column ? name === column.name : role === column.use));
}

function places(decimal: string): number {
  const point = decimal.indexOf('.');
  return point === -1 ? 0 : decimal.length - point - 1;
}
