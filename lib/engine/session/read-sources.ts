import type { ByteSource } from '@/lib/core/csv/byte-source';
import type { CsvTable } from '@/lib/core/csv/csv-table';
import { readCsv } from '@/lib/core/csv/read-csv';
import { uniqueFileNames } from '@/lib/core/file-names';
import { fail, ok, type Result } from '@/lib/core/result';
import type { CallOptions, Progress } from '@/lib/engine/investigator';
import { isCancelled } from './cancel';
import { unpackSource } from './unpack-source';

/** A file that a source is or holds, and its table, or why it could not be read; an archive that cannot be opened is one. */
export interface FoundFile {
  /** Index of its source. */
  readonly source: number;
  readonly table: Result<CsvTable>;
}

interface ReadContext extends CallOptions {
  /**
   * The physical line of a header that is not to be found; undefined: it is found.
   * @param file name, and `unique` what the case tells it apart by
   */
  readonly headerLine?: (file: string, unique: string) => number | undefined;
}

/**
 * Reads the sources one after the other, the files of an archive in its order. A file that cannot be read stops none of
 * the others; only a cancelled reading fails. Progress counts bytes and rows over all files; an archive counts its packed
 * bytes until it is opened.
 */
export async function readSources(
  sources: readonly ByteSource[],
  { signal, onProgress, headerLine }: ReadContext = {},
): Promise<Result<readonly FoundFile[]>> {
  const found: FoundFile[] = [];
  const meter = new Meter((progress) => onProgress?.(progress));
  for (const source of sources) meter.expect(source.size);
  for (const [s, packed] of sources.entries()) {
    const unpacked = await unpackSource(packed);
    meter.expect(-packed.size);
    if (!unpacked.ok) found.push({ source: s, table: unpacked });
    const files = unpacked.ok ? unpacked.value : [];
    for (const file of files) meter.expect(file.size);
    for (const file of files) {
      meter.begin(file);
      const table = await readCsv(file, {
        ...(signal && { signal }),
        headerLine: headerLine?.(file.name, nameAmong(tablesOf(found), file.name)),
        onProgress: (bytes, rows) => {
          meter.reached(bytes, rows);
        },
      });
      meter.end(table.ok ? table.value.rows : 0);
      found.push({ source: s, table });
    }
  }
  return isCancelled(signal) ? fail({ code: 'cancelled' }) : ok(found);
}

/** The tables by file id: numbered from 0 as read. */
export function tablesOf(found: readonly FoundFile[]): ReadonlyMap<number, CsvTable> {
  return new Map(found.flatMap(({ table }) => (table.ok ? [table.value] : [])).entries());
}

/** The name by which the case would tell the file apart, read next. */
function nameAmong(tables: ReadonlyMap<number, CsvTable>, file: string): string {
  return uniqueFileNames([...tables, [tables.size, { file }]]).get(tables.size) ?? file;
}

/** Bytes and rows over all files. */
class Meter {
  readonly #report: (progress: Progress) => void;
  #file: ByteSource | null = null;
  #totalBytes = 0;
  #bytes = 0;
  #rows = 0;

  constructor(report: (progress: Progress) => void) {
    this.#report = report;
  }

  expect(bytes: number): void {
    this.#totalBytes += bytes;
  }

  begin(file: ByteSource): void {
    this.#file = file;
    this.reached(0, 0);
  }

  /** @param bytes of the current file; likewise `rows`. */
  reached(bytes: number, rows: number): void {
    this.#report({
      stage: 'reading',
      file: this.#file?.name ?? '',
      bytes: this.#bytes + bytes,
      totalBytes: this.#totalBytes,
      rows: this.#rows + rows,
    });
  }

  end(rows: number): void {
    const bytes = this.#file?.size ?? 0;
    this.reached(bytes, rows);
    this.#bytes += bytes;
    this.#rows += rows;
  }
}
