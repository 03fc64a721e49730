import { named } from '@/lib/core/by-name';
import type { IntakeFile } from '@/lib/core/intake/intake';
import type { FileRole, PremiseChoices, Setup } from '@/lib/core/setup';
import { columnUseIn } from './edit-setup';
import type { Source } from './state';

/** The case before a change or after it. */
export interface CaseShape {
  readonly sources: readonly Source[];
  /** Null until the files were read; likewise `files`. */
  readonly setup: Setup | null;
}

/** What a change did, as a phrase: "delta3.csv set aside". Null where it did nothing. */
export function describeChange(before: CaseShape, after: CaseShape, files: readonly IntakeFile[]): string | null {
  if (before.sources !== after.sources) {
    const changed = sourceChange(before.sources, after.sources);
    if (changed !== null) return changed;
  }
  if (before.setup === null || after.setup === null || before.setup === after.setup) return null;
  return setupChange(before.setup, after.setup, files);
}

function sourceChange(before: readonly Source[], after: readonly Source[]): string | null {
  const removed = before.filter(({ name }) => !after.some((other) => other.name === name));
  const added = after.filter(({ name }) => !before.some((other) => other.name === name));
  const replaced = after.filter((source) => !before.includes(source) && !added.includes(source));
  if (added.length > 0) return `${counted(added)} added`;
  if (removed.length > 0) return `${counted(removed)} removed`;
  return replaced.length > 0 ? `${counted(replaced)} replaced` : null;
}

function counted(sources: readonly Source[]): string {
  const [first, ...others] = sources;
  return others.length === 0 ? (first?.name.replace(/^.*[\\/]/, '') ?? '') : `${sources.length} files`;
}

function setupChange(before: Setup, after: Setup, files: readonly IntakeFile[]): string | null {
  return (
    roleChange(before, after, files) ??
    orderChange(before, after, files) ??
    labelChange(before, after) ??
    mappingChange(before, after) ??
    premiseChange(before.premises ?? {}, after.premises ?? {}) ??
    (before.name === after.name ? null : 'case renamed')
  );
}

const TAKEN: Record<FileRole, string> = {
  ours: 'taken as the vendor’s table',
  theirs: 'taken as the customer’s table',
  delta: 'taken as a delta',
  ignored: 'set aside',
};

function roleChange(before: Setup, after: Setup, files: readonly IntakeFile[]): string | null {
  const roleIn = ({ roles }: Setup, id: number): FileRole => roles[id] ?? 'ignored';
  const changed = files.filter(({ id }) => roleIn(before, id) !== roleIn(after, id));
  const isTable = (role: FileRole) => role === 'ours' || role === 'theirs';
  const [first] = changed;
  if (!first) return null;
  if (changed.length === 2 && changed.every(({ id }) => isTable(roleIn(before, id)) && isTable(roleIn(after, id))))
    return 'sides swapped';
  const meant = changed.find(({ id }) => roleIn(after, id) !== 'ignored') ?? first;
  return `${meant.file} ${TAKEN[roleIn(after, meant.id)]}`;
}

function orderChange(before: Setup, after: Setup, files: readonly IntakeFile[]): string | null {
  if (same(before.order, after.order)) return null;
  const without = (order: readonly number[], id: number) => order.filter((other) => other !== id);
  const moved = before.order.find((id) => same(without(before.order, id), without(after.order, id)));
  const file = files.find(({ id }) => id === moved)?.file;
  return file === undefined ? 'order of arrival changed' : `${file} moved`;
}

function labelChange({ labels: before }: Setup, { labels: after }: Setup): string | null {
  const side = (['ours', 'theirs'] as const).find((one) => before[one] !== after[one]);
  return side === undefined ? null : `${before[side]} renamed`;
}

function mappingChange(before: Setup, after: Setup): string | null {
  const [old, now] = [before.mapping, after.mapping];
  if (same(old, now)) return null;
  const columns = [...now.key, now.measure, now.version ?? '', ...now.attributes, ...now.ignored];
  const column = columns.find((name) => name !== '' && columnUseIn(before, name) !== columnUseIn(after, name));
  if (column !== undefined) return `use of ${column} changed`;
  if (old.unit !== now.unit) return `unit of ${now.measure} changed`;
  const tolerated = Object.keys(now.tolerances).find(
    (name) => named(old.tolerances, name) !== named(now.tolerances, name),
  );
  return tolerated === undefined ? 'columns changed' : `tolerance of ${tolerated} changed`;
}

/** `given` says only that another choice is a person's. */
const PREMISES: readonly (readonly [Exclude<keyof PremiseChoices, 'given'>, string])[] = [
  ['headerLines', 'line of the header changed'],
  ['encodings', 'encoding of a file changed'],
  ['dataLines', 'lines that are data changed'],
  ['empty', 'words for empty cells changed'],
  ['dateOrder', 'order of day and month changed'],
  ['decimal', 'decimal sign changed'],
  ['ties', 'rows that share a version decided'],
  ['rule', 'agreed rule changed'],
  ['deletes', 'deletes changed'],
  ['complete', 'question of a missing file answered'],
];

function premiseChange(before: PremiseChoices, after: PremiseChoices): string | null {
  return PREMISES.find(([choice]) => !same(before[choice], after[choice]))?.[1] ?? null;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
