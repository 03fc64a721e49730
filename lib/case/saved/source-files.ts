import { fail, ok, type Result } from '@/lib/core/result';
import type { Source } from '../open/state';
import { sha256Of } from './case-id';
import type { SavedFile } from './case-record';
import type { SavedProblem } from './saved-problem';

/** What stands of each source in a record, and the bytes behind it. */
export interface SourceFiles {
  readonly files: readonly SavedFile[];
  /** By SHA-256. */
  readonly blobs: ReadonlyMap<string, Blob>;
}

/** Each file is hashed once, however often it is kept. */
const hashes = new WeakMap<Blob, Promise<string>>();

/** One after the other, so that one file at a time is in memory. Problem: file-not-kept. */
export async function filesOfSources(sources: readonly Source[]): Promise<Result<SourceFiles, SavedProblem>> {
  const files: SavedFile[] = [];
  const blobs = new Map<string, Blob>();
  for (const source of sources) {
    if (source.kind === 'url') {
      files.push({ kind: 'site', name: source.name, url: source.url });
      continue;
    }
    const { name, file, lastModified } = source;
    try {
      const sha256 = await hashOf(file);
      blobs.set(sha256, file);
      files.push({ kind: 'file', name, bytes: file.size, sha256, lastModified });
    } catch (error) {
      hashes.delete(file);
      return fail({ code: 'file-not-kept', file: name, reason: reasonOf(error) });
    }
  }
  return ok({ files, blobs });
}

/** The same with the files of the site fetched, so that nothing leans on the site any more. */
export async function fetchedSources(sources: readonly Source[]): Promise<Result<readonly Source[], SavedProblem>> {
  const fetched: Source[] = [];
  for (const source of sources) {
    if (source.kind === 'file') {
      fetched.push(source);
      continue;
    }
    try {
      const answer = await fetch(source.url, { mode: 'same-origin' });
      if (!answer.ok) throw new Error(`the site answered ${answer.status}`);
      fetched.push({ kind: 'file', name: source.name, file: await answer.blob(), lastModified: 0 });
    } catch (error) {
      return fail({ code: 'file-not-kept', file: source.name, reason: reasonOf(error) });
    }
  }
  return ok(fetched);
}

/** The sources of a record's files, in its order. @param bytes of a file by its name and hash */
export async function sourcesOfFiles(
  files: readonly SavedFile[],
  bytes: (name: string, sha256: string) => Promise<Result<Blob, SavedProblem>>,
): Promise<Result<readonly Source[], SavedProblem>> {
  const sources: Source[] = [];
  for (const file of files) {
    if (file.kind === 'site') {
      sources.push({ kind: 'url', name: file.name, url: file.url });
      continue;
    }
    const blob = await bytes(file.name, file.sha256);
    if (!blob.ok) return blob;
    hashes.set(blob.value, Promise.resolve(file.sha256));
    sources.push({ kind: 'file', name: file.name, file: blob.value, lastModified: file.lastModified });
  }
  return ok(sources);
}

function hashOf(file: Blob): Promise<string> {
  const known = hashes.get(file);
  if (known) return known;
  const counted = sha256Of(file);
  hashes.set(file, counted);
  return counted;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
}
