import { ok, type Result } from '@/lib/core/result';
import { copyOf, exportOf, importedOf } from './carry-case';
import { contentOfRecord } from './case-content';
import type { CaseRecord, SavedScreen } from './case-record';
import type { CaseShelf } from './case-shelf';
import type { SavedProblem } from './saved-problem';
import { sourcesOfFiles } from './source-files';

/** What can be done with a case on the shelf without opening it. */

export interface Clock {
  /** ISO 8601. */
  readonly now: () => string;
  /** 16 characters, random. */
  readonly newId: () => string;
}

type Done = Promise<Result<unknown, SavedProblem>>;

export async function renameSaved(shelf: CaseShelf, { now }: Clock, id: string, name: string): Done {
  const kept = await shelf.get(id);
  if (!kept.ok) return kept;
  const { record, revision } = kept.value;
  const setup = record.setup && { ...record.setup, name };
  return shelf.put({ ...record, name, setup, updated: now() }, new Map(), revision);
}

export async function duplicateSaved(shelf: CaseShelf, { now, newId }: Clock, id: string): Done {
  const kept = await shelf.get(id);
  if (!kept.ok) return kept;
  const copy = copyOf(kept.value.record, newId(), now(), 'copy');
  const put = await shelf.put(copy, new Map(), null);
  return put.ok && kept.value.screen ? shelf.putScreen(copy.id, kept.value.screen) : put;
}

export async function exportSaved(shelf: CaseShelf, id: string): ReturnType<typeof exportOf> {
  const kept = await shelf.get(id);
  if (!kept.ok) return kept;
  const { record, screen } = kept.value;
  const sources = await sourcesOfFiles(record.files, (name, sha256) => shelf.file(name, sha256));
  if (!sources.ok) return sources;
  return exportOf(record, contentOfRecord(record, sources.value), screen);
}

/** `unkept`: why it is not on the shelf; it can be opened all the same. */
interface TakenCase {
  readonly record: CaseRecord;
  readonly screen: SavedScreen | null;
  readonly files: ReadonlyMap<string, Blob>;
  readonly unkept: SavedProblem | null;
}

/** Puts the case that a file holds on the shelf, where it is not there already. Problems: those of reading the file. */
export async function takeCase(
  shelf: CaseShelf,
  clock: Clock,
  name: string,
  file: Blob,
): Promise<Result<TakenCase, SavedProblem>> {
  const imported = await importedOf(name, file, shelf, clock);
  if (!imported.ok) return imported;
  const { record, screen, files, fresh } = imported.value;
  if (!fresh) return ok({ record, screen, files, unkept: null });
  const put = await shelf.put(record, files, null);
  if (!put.ok) return ok({ record, screen, files, unkept: put.problem });
  if (screen) await shelf.putScreen(record.id, screen);
  return ok({ record, screen, files, unkept: null });
}
