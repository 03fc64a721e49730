import type { ByteSource } from '@/lib/core/csv/byte-source';
import type { CsvTable } from '@/lib/core/csv/csv-table';
import type { HowToRead } from '@/lib/core/csv/read-bytes';
import { readCsv } from '@/lib/core/csv/read-csv';
import type { Problem } from '@/lib/core/problem';
import { fail, type Result } from '@/lib/core/result';
import { unpackSource } from './unpack-source';

/**
 * A file that a source is or holds, and its table, or why it could not be read; an archive that cannot be opened is one, and
 * what was left out of one.
 */
export interface ReadFile {
  /** Without folders. */
  readonly name: string;
  /** How it was asked to be read. */
  readonly as: HowToRead;
  readonly table: Result<CsvTable>;
}

/** How far the reading of one source is, over all its files. */
export interface SourceProgress {
  /** The one that is read. */
  readonly file: string;
  readonly bytes: number;
  readonly totalBytes: number;
  readonly rows: number;
}

export interface SourceOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (progress: SourceProgress) => void;
  /** By file name. */
  readonly as?: (file: string) => HowToRead;
  /** Bytes that may come out of an archive; left out: see `unpackSource`. */
  readonly unpacked?: number | undefined;
}

/** Reads what a source is or holds, the files of an archive in its order. A file that cannot be read stops none of the others. */
export async function readSource(
  source: ByteSource,
  { signal, onProgress, as, unpacked }: SourceOptions = {},
): Promise<readonly ReadFile[]> {
  const { files, asides } = await unpackSource(source, unpacked);
  const totalBytes = files.reduce((sum, file) => sum + (file.ok ? file.value.size : 0), 0);
  const read: ReadFile[] = [];
  const unread = (problem: Problem): ReadFile => ({
    name: source.name,
    as: as?.(source.name) ?? {},
    table: fail(problem),
  });
  let [bytes, rows] = [0, 0];
  for (const file of files) {
    if (!file.ok) {
      read.push(unread(file.problem));
      continue;
    }
    const { name, size } = file.value;
    const report = (ofFile: number, rowsOfFile: number) =>
      onProgress?.({ file: name, bytes: bytes + ofFile, totalBytes, rows: rows + rowsOfFile });
    report(0, 0);
    const how = as?.(name) ?? {};
    const table = await readCsv(file.value, { ...(signal && { signal }), ...how, onProgress: report });
    bytes += size;
    if (table.ok) rows += table.value.rows;
    report(0, 0);
    read.push({ name, as: how, table });
  }
  return [...read, ...asides.map(unread)];
}
