import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { type ByteSource, bytesSource } from '@/lib/core/csv/byte-source';
import type { CsvTable } from '@/lib/core/csv/csv-table';
import { readCsv } from '@/lib/core/csv/read-csv';
import { unpack } from '@/lib/core/csv/unpack';
import { fail, ok, type Result } from '@/lib/core/result';

/**
 * The tables in a file on disk: one, or those of an archive in its order.
 * @param headerLines by file name, the line of its header; "" stands for every file
 * Problems: those of reading and unpacking.
 */
export async function readFileTables(
  path: string,
  headerLines: Readonly<Record<string, number>> = {},
): Promise<Result<readonly CsvTable[]>> {
  const name = basename(path);
  let handle: FileHandle;
  try {
    handle = await open(path);
  } catch (error) {
    return fail({ code: 'file-unreadable', file: name, reason: reasonOf(error) });
  }
  try {
    const about = await handle.stat();
    if (about.isDirectory()) return fail({ code: 'file-unreadable', file: name, reason: 'it is a folder' });
    const sources = await unpackSource(diskSource(name, about.size, handle));
    if (!sources.ok) return sources;
    const tables: CsvTable[] = [];
    for (const source of sources.value) {
      const table = await readCsv(source, { headerLine: headerLines[source.name] ?? headerLines[''] });
      if (!table.ok) return table;
      tables.push(table.value);
    }
    return ok(tables);
  } finally {
    await handle.close();
  }
}

function diskSource(name: string, size: number, handle: FileHandle): ByteSource {
  return {
    name,
    size,
    async slice(from, to) {
      const bytes = new Uint8Array(to - from);
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, from);
      return bytes.subarray(0, bytesRead);
    },
  };
}

/** Only what begins like an archive is taken into memory whole. */
async function unpackSource(source: ByteSource): Promise<Result<readonly ByteSource[]>> {
  const [first, second] = await source.slice(0, Math.min(2, source.size));
  const packed = (first === 0x1f && second === 0x8b) || (first === 0x50 && second === 0x4b);
  if (!packed) return ok([source]);
  const files = unpack(source.name, await source.slice(0, source.size));
  return files.ok ? ok(files.value.map(({ name, bytes }) => bytesSource(name, bytes))) : files;
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EACCES') return 'this user may not read it';
  return error instanceof Error ? error.message : String(error);
}
