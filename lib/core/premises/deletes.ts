import { replay } from '../faults/replay';
import type { PremiseOf } from '../findings/premise';
import { shownBy } from '../findings/settled-by';
import { wordsOf } from '../intake/words';
import type { BindSource } from '../table/bind-sources';
import type { DeleteMarks } from '../table/case-tables';
import type { Dataset, GroupedRows } from '../table/dataset';

const OPERATION = new Set(['op', 'operation', 'action', 'type', 'event', 'kind', 'change', 'cdc', 'dml', 'rowkind']);
const DELETED = /^(?:is)?(?:soft)?deleted(?:at|on|date|time|flag)?$|^tombstone$/;
const MARKS = new Set(['d', 'del', 'delete', 'deleted', 'remove', 'removed', '-d']);
const OTHER_MARKS = new Set([
  'i',
  'ins',
  'insert',
  'c',
  'create',
  'u',
  'upd',
  'update',
  'r',
  'read',
  'upsert',
  '+i',
  '+u',
  '-u',
  'm',
  'modify',
  'a',
  'add',
]);
const YES = new Set(['true', 't', '1', 'yes', 'y']);

/**
 * The column that marks deletes: one of operations ("op" with I, U, D) or a flag ("is_deleted"). Only the deltas have it,
 * and some cell marks a delete. Null where there is none.
 */
export function findDeleteMarks(sources: readonly BindSource[]): DeleteMarks | null {
  const deltas = sources.filter(({ role }) => role === 'delta');
  const tables = sources.filter(({ role }) => role !== 'delta');
  const names = [...new Set(deltas.flatMap(({ table }) => table.columns.map(({ name }) => name)))];
  for (const name of names) {
    if (tables.some(({ table }) => table.columns.some((column) => column.name === name))) continue;
    const texts = new Set(
      deltas.flatMap(({ table }) => table.columns.find((column) => column.name === name)?.cells.texts() ?? []),
    );
    const values = marksAmong(name, [...texts]);
    if (values.length > 0) return { column: name, values };
  }
  return null;
}

function marksAmong(name: string, texts: readonly string[]): string[] {
  const words = wordsOf(name);
  const filled = texts.filter((text) => text.trim() !== '');
  const plain = (text: string) => text.trim().toLowerCase();
  if (DELETED.test(words.join('')) || words.at(-1) === 'deleted') {
    const flags = filled.filter((text) => YES.has(plain(text)) || MARKS.has(plain(text)));
    if (flags.length > 0) return flags;
    return /at|on|date|time/.test(words.at(-1) ?? '') ? filled : [];
  }
  if (!words.some((word) => OPERATION.has(word))) return [];
  const marks = filled.filter((text) => MARKS.has(plain(text)));
  const known = filled.every((text) => MARKS.has(plain(text)) || OTHER_MARKS.has(plain(text)));
  return known ? marks : [];
}

/** How much more of the deleted keys than of the others a table must lack to be one that leaves deleted keys out. */
const CLEARLY = 0.2;

/**
 * Whether the tables leave out the keys whose newest row is marked. `dataset` has the marks; the premise says whether the
 * expected table is to leave those keys out. Null where no key's newest row is marked.
 */
export function deletesPremise(dataset: Dataset, { column, values }: DeleteMarks): PremiseOf<'deletes'> | null {
  const plain: Dataset = { ...dataset, deltas: { ...dataset.deltas, deletes: null } };
  const { winner } = replay(plain, []);
  const { deletes } = dataset.deltas;
  const deleted = Array.from(winner.keys()).filter((k) => winner[k] !== -1 && deletes?.[winner[k] as number] === 1);
  if (deleted.length === 0) return null;
  const marked = new Set(deleted);
  const others = Array.from(winner.keys()).filter((k) => winner[k] !== -1 && !marked.has(k));
  const lacks = (table: GroupedRows | null) => {
    const share = (keys: readonly number[]) =>
      table === null || keys.length === 0
        ? 0
        : keys.filter((k) => table.start[k] === table.start[k + 1]).length / keys.length;
    return share(deleted) - share(others) > CLEARLY;
  };
  const [ours, theirs] = [lacks(dataset.ours), lacks(dataset.theirs)];
  const both = dataset.ours !== null && dataset.theirs !== null && ours === theirs;
  return {
    code: 'deletes',
    column,
    values: [...values],
    applied: ours || theirs,
    keys: deleted.length,
    settledBy: both ? 'both-tables' : (shownBy(ours, theirs) ?? (dataset.theirs ? 'theirs' : 'ours')),
  };
}
