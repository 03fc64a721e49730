import type { ByteSource } from '@/lib/core/csv/byte-source';
import type { CsvTable } from '@/lib/core/csv/csv-table';
import { readCsv } from '@/lib/core/csv/read-csv';
import { uniqueFileNames } from '@/lib/core/file-names';
import type { Problem } from '@/lib/core/problem';
import { fail, ok, type Result } from '@/lib/core/result';
import type { Progress, Source } from '@/lib/engine/investigator';
import { openSource } from './sources';

/** Every file that could be read, and why the others could not. */
export interface ReadFiles {
  /** By file id: numbered from 0 as read, in the order given, files of one archive in its order. */
  readonly tables: ReadonlyMap<number, CsvTable>;
  readonly problems: readonly Problem[];
}

interface ReadContext {
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
  /** The files inside an archive; any other source as it stands. */
  readonly unpack: (source: ByteSource) => Promise<Result<readonly ByteSource[]>>;
  /** By unique file name: the physical line of a header that is not to be found. */
  readonly headerLines: Readonly<Record<string, number>>;
}

/**
 * Reads the sources one after the other. A file that cannot be read is a problem of its own and stops none of the
 * others; only a cancelled reading fails. Progress counts bytes and rows over all files; an archive counts its packed
 * bytes until it is opened.
 */
export async function readSources(sources: readonly Source[], context: ReadContext): Promise<Result<ReadFiles>> {
  const { signal } = context;
  const tables = new Map<number, CsvTable>();
  const problems: Problem[] = [];
  const meter = new Meter(context.progress);

  const opened: ByteSource[] = [];
  for (const source of sources) {
    const bytes = await openSource(source, signal);
    if (bytes.ok) opened.push(bytes.value);
    else problems.push(bytes.problem);
  }
  for (const source of opened) meter.expect(source.size);
  for (const packed of opened) {
    const unpacked = await context.unpack(packed);
    meter.expect(-packed.size);
    if (!unpacked.ok) problems.push(unpacked.problem);
    const files = unpacked.ok ? unpacked.value : [];
    for (const file of files) meter.expect(file.size);
    for (const file of files) {
      meter.begin(file);
      const table = await readCsv(file, {
        signal,
        headerLine: context.headerLines[nameAmong(tables, file.name)],
        onProgress: (bytes, rows) => {
          meter.reached(bytes, rows);
        },
      });
      meter.end(table.ok ? table.value.rows : 0);
      if (table.ok) tables.set(tables.size, table.value);
      else problems.push(table.problem);
    }
  }
  if (signal.aborted) return fail({ code: 'cancelled' });
  return ok({ tables, problems });
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
