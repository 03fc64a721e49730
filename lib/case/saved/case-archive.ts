import { strFromU8, strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { contentOf } from '@/lib/core/archive/zip';
import { zipDirectory } from '@/lib/core/archive/zip-directory';
import { MOST_UNPACKED } from '@/lib/core/limits';
import { fail, ok, type Result } from '@/lib/core/result';
import { canonical } from './canonical';
import { sha256Of } from './case-id';
import { type CaseRecord, readRecord, readScreen, type SavedScreen } from './case-record';
import type { SavedProblem } from './saved-problem';

/**
 * A case as one file: a zip of `case.json` (the record), `findings.json` (where there are any, in the bytes in which
 * the engine gave them), and every input under `files/`. The same case gives the same bytes.
 */

const CASE = 'case.json';
const FINDINGS = 'findings.json';
/** Bytes compressed in one go; in between the page has its turn. */
const PIECE = 1024 * 1024;
/** What compressing again gains nothing from. */
const PACKED = /\.(gz|zip)$/i;

interface UnpackedCase {
  readonly record: CaseRecord;
  readonly screen: SavedScreen | null;
  /** By SHA-256. */
  readonly files: ReadonlyMap<string, Blob>;
}

/**
 * @param record all of whose files are of the kind `file`: an exported case leans on no site
 * @param files every file's bytes by SHA-256
 * @returns rejects where a file can no longer be read
 */
export async function packCase(
  { findings, ...record }: CaseRecord,
  screen: SavedScreen | null,
  files: ReadonlyMap<string, Blob>,
): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    parts.push(chunk);
  });
  const mtime = new Date(record.updated);
  const add = (name: string, packed: boolean) => {
    const entry = packed ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    entry.mtime = mtime;
    zip.add(entry);
    return entry;
  };
  const withoutSalt = { ...record, mask: { ...record.mask, salt: '' } };
  add(CASE, false).push(strToU8(canonical({ ...withoutSalt, screen }, 2)), true);
  if (findings) add(FINDINGS, false).push(strToU8(JSON.stringify(findings)), true);
  for (const [at, file] of record.files.entries()) {
    const blob = file.kind === 'file' ? files.get(file.sha256) : undefined;
    if (!blob) throw new Error(`the bytes of ${file.name} are not at hand`);
    const entry = add(pathOf(at, file.name), PACKED.test(file.name));
    for (let from = 0; from === 0 || from < blob.size; from += PIECE) {
      const piece = new Uint8Array(await blob.slice(from, from + PIECE).arrayBuffer());
      entry.push(piece, from + PIECE >= blob.size);
    }
  }
  zip.end();
  return new Blob(parts, { type: 'application/zip' });
}

/**
 * Opens what `packCase` made, by this version or an older one. Every entry must have the checksum that the archive gives
 * it, and every file the hash that its case names. Problems: not-a-case, case-newer, case-damaged.
 * @param name of the file, for the problem
 */
export async function unpackCase(name: string, packed: Blob): Promise<Result<UnpackedCase, SavedProblem>> {
  const archive = openArchive(name, new Uint8Array(await packed.arrayBuffer()));
  const json = archive?.read(CASE) ?? null;
  if (!archive || !json) return fail({ code: 'not-a-case', file: name });
  if (!json.ok) return json;
  const value = parsed(json.value);
  const findings = archive.read(FINDINGS);
  const record = readRecord(value, findings?.ok ? parsed(findings.value) : null);
  if (!record.ok)
    return fail(record.problem.code === 'not-a-case' ? { code: 'not-a-case', file: name } : record.problem);

  const files = new Map<string, Blob>();
  for (const [at, file] of record.value.files.entries()) {
    if (file.kind !== 'file') continue;
    const bytes = archive.read(pathOf(at, file.name));
    if (!bytes) return fail({ code: 'case-damaged', where: file.name, reason: 'its bytes are missing' });
    if (!bytes.ok) return fail(damaged(file.name));
    const blob = new Blob([bytes.value]);
    if ((await sha256Of(blob)) !== file.sha256) return fail(damaged(file.name));
    files.set(file.sha256, blob);
  }
  const screen = typeof value === 'object' && value !== null && 'screen' in value ? readScreen(value.screen) : null;
  return ok({ record: record.value, screen, files });
}

function damaged(where: string): SavedProblem {
  return { code: 'case-damaged', where, reason: 'its bytes are not those that were exported' };
}

interface Archive {
  /** One entry at a time is held unpacked. Null where there is none. Problems: case-damaged. */
  read(path: string): Result<Uint8Array<ArrayBuffer>, SavedProblem> | null;
}

/** Null where the bytes are no archive. */
function openArchive(name: string, bytes: Uint8Array<ArrayBuffer>): Archive | null {
  const directory = zipDirectory(bytes);
  if (!directory.ok) return null;
  const entries = new Map(directory.value.map((entry) => [entry.path, entry]));
  return {
    read(path) {
      const entry = entries.get(path);
      if (!entry) return null;
      const content = contentOf(name, bytes, entry, { most: MOST_UNPACKED, left: MOST_UNPACKED, files: 0 });
      return content.ok ? ok(content.value.bytes as Uint8Array<ArrayBuffer>) : fail(damaged(path));
    },
  };
}

/** Numbered, so that two files of one name and names with folders in them stay apart. */
function pathOf(at: number, name: string): string {
  return `files/${at}-${name.replace(/^.*[\\/]/, '')}`;
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(strFromU8(bytes));
  } catch {
    return null;
  }
}
