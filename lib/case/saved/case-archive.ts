import { strFromU8, strToU8, unzipSync, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
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
 * Opens what `packCase` made, by this version or an older one. Every file must have the hash that its case names.
 * Problems: not-a-case, case-newer, case-damaged.
 * @param name of the file, for the problem
 */
export async function unpackCase(name: string, packed: Blob): Promise<Result<UnpackedCase, SavedProblem>> {
  let archive: Archive;
  try {
    archive = openArchive(new Uint8Array(await packed.arrayBuffer()));
  } catch {
    return fail({ code: 'not-a-case', file: name });
  }
  const json = archive.read(CASE);
  if (!json) return fail({ code: 'not-a-case', file: name });
  const value = parsed(json);
  const findings = archive.read(FINDINGS);
  const record = readRecord(value, findings ? parsed(findings) : null);
  if (!record.ok)
    return fail(record.problem.code === 'not-a-case' ? { code: 'not-a-case', file: name } : record.problem);

  const files = new Map<string, Blob>();
  for (const [at, file] of record.value.files.entries()) {
    if (file.kind !== 'file') continue;
    const bytes = archive.read(pathOf(at, file.name));
    if (!bytes) return fail({ code: 'case-damaged', where: file.name, reason: 'its bytes are missing' });
    const blob = new Blob([bytes]);
    if ((await sha256Of(blob)) !== file.sha256)
      return fail({ code: 'case-damaged', where: file.name, reason: 'its bytes are not those that were exported' });
    files.set(file.sha256, blob);
  }
  const screen = typeof value === 'object' && value !== null && 'screen' in value ? readScreen(value.screen) : null;
  return ok({ record: record.value, screen, files });
}

interface Archive {
  /** One entry at a time is held unpacked. Null where there is none, or where it is damaged. */
  read(path: string): Uint8Array<ArrayBuffer> | null;
}

/** Throws where the bytes are no archive. */
function openArchive(bytes: Uint8Array): Archive {
  const names = new Set<string>();
  unzipSync(bytes, {
    filter: ({ name }) => {
      names.add(name);
      return false;
    },
  });
  return {
    read(path) {
      if (!names.has(path)) return null;
      try {
        return unzipSync(bytes, { filter: ({ name }) => name === path })[path] ?? null;
      } catch {
        return null;
      }
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
