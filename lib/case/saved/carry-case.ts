import { loadPart } from '@/lib/core/loaded';
import { ok, type Result } from '@/lib/core/result';
import { ahead } from '../open/ahead';
import { type CaseContent, recordOf, substanceOf } from './case-content';
import type { CaseRecord, SavedScreen } from './case-record';
import type { CaseShelf } from './case-shelf';
import type { SavedProblem } from './saved-problem';
import { fetchedSources, filesOfSources } from './source-files';

const loadArchive = ahead(() => import('./case-archive'));

/** The record under an id of its own. Its name says what it is, "… (copy)". */
export function copyOf(record: CaseRecord, id: string, now: string, what: string): CaseRecord {
  const name = `${record.name} (${what})`;
  return { ...record, id, name, setup: record.setup && { ...record.setup, name }, created: now, updated: now };
}

/** The case as a file to hand over, under a name made from its own. Problems: file-not-kept, part-missing. */
export async function exportOf(
  identity: Pick<CaseRecord, 'id' | 'created' | 'updated'>,
  content: CaseContent,
  screen: SavedScreen | null,
): Promise<Result<{ readonly name: string; readonly blob: Blob }, SavedProblem>> {
  const fetched = await fetchedSources(content.sources);
  if (!fetched.ok) return fetched;
  const files = await filesOfSources(fetched.value);
  if (!files.ok) return files;
  const { id, created, updated } = identity;
  const record = recordOf({ id, created, updated }, files.value.files, content);
  const archive = await loadPart(loadArchive);
  if (!archive.ok) return archive;
  const blob = await archive.value.packCase(record, screen, files.value.blobs);
  return ok({ name: `${fileName(record.name)}.tieout`, blob });
}

/** A case out of a file. `fresh`: it is not on the shelf yet. */
interface ImportedCase {
  readonly record: CaseRecord;
  readonly screen: SavedScreen | null;
  readonly files: ReadonlyMap<string, Blob>;
  readonly fresh: boolean;
}

/** Where the shelf has the case already but not the same, the imported one becomes a case of its own. */
export async function importedOf(
  name: string,
  file: Blob,
  shelf: CaseShelf,
  { newId, now }: { readonly newId: () => string; readonly now: () => string },
): Promise<Result<ImportedCase, SavedProblem>> {
  const archive = await loadPart(loadArchive);
  if (!archive.ok) return archive;
  const unpacked = await archive.value.unpackCase(name, file);
  if (!unpacked.ok) return unpacked;
  const record = { ...unpacked.value.record, mask: { ...unpacked.value.record.mask, salt: newId() + newId() } };
  const kept = await shelf.get(record.id);
  if (!kept.ok) return ok({ ...unpacked.value, record, fresh: true });
  const sameSalt = { ...record, mask: { ...record.mask, salt: kept.value.record.mask.salt } };
  if (substanceOf(sameSalt) === substanceOf(kept.value.record))
    return ok({ ...unpacked.value, record: kept.value.record, fresh: false });
  return ok({ ...unpacked.value, record: copyOf(record, newId(), now(), 'imported'), fresh: true });
}

function fileName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
  return plain === '' ? 'case' : plain;
}
