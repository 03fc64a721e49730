import type { ByteSource } from '@/lib/core/csv/byte-source';
import type { CsvTable } from '@/lib/core/csv/csv-table';
import type { HowToRead } from '@/lib/core/csv/read-bytes';
import { readCsv } from '@/lib/core/csv/read-csv';
import { uniqueFileNames } from '@/lib/core/file-names';
import { MOST_FILES, MOST_ROWS } from '@/lib/core/limits';
import { loadPart } from '@/lib/core/loaded';
import type { Problem } from '@/lib/core/problem';
import { fail, ok, type Result } from '@/lib/core/result';
import type { CallOptions, Progress } from '@/lib/engine/investigator';
import type { ReaderPool } from '@/lib/engine/readers/protocol';
import { type ReadFile, readSource, type SourceOptions, type SourceProgress } from '@/lib/engine/readers/read-source';
import type { Reader } from '@/lib/engine/readers/reader';
import { unpackSource } from '@/lib/engine/readers/unpack-source';
import { isCancelled } from './cancel';
import { bytesThatFit, memoryNeeded } from './memory';

/** A file that a source is or holds, and its table, or why it could not be read; an archive that cannot be opened is one. */
export interface FoundFile {
  /** Index of its source. */
  readonly source: number;
  readonly table: Result<CsvTable>;
}

/** Of all files together; rows that were rejected are counted. */
interface Most {
  readonly files: number;
  readonly rows: number;
}

interface ReadContext extends CallOptions {
  /**
   * How a file is to be read where a person said it.
   * @param file name, and `unique` what the case tells it apart by
   */
  readonly as?: (file: string, unique: string) => HowToRead;
  /** Threads to read with beside this one; left out: none. What is found does not depend on them. */
  readonly readers?: ReaderPool | undefined;
  /** Bytes of memory that an investigation may take; left out: nobody knows. */
  readonly memory?: number | undefined;
  /** What all files together may have at most; left out: see `limits.ts`. */
  readonly most?: Most;
}

/** Bytes in all from which on a second thread gains more than its start takes: a third of a second, its loops yet to be compiled. */
const WORTH_A_THREAD = 24 * 2 ** 20;
/** More readers than this wait for the disk, and for memory. */
const MOST_READERS = 3;

const MOST: Most = { files: MOST_FILES, rows: MOST_ROWS };

/**
 * Reads the sources, the files of an archive in its order: one after the other, or the largest first over several
 * threads, and puts together in their own order what came of it. A file that cannot be read stops none of the others.
 * Progress counts bytes and rows over all files; an archive counts its packed bytes until it is opened.
 * Problems: cancelled; too-large, before anything is read; too-many-files, too-many-rows, as soon as it is known.
 */
export async function readSources(
  sources: readonly ByteSource[],
  { signal, onProgress, as = () => ({}), readers, memory, most = MOST }: ReadContext = {},
): Promise<Result<readonly FoundFile[]>> {
  if (sources.length > most.files) return fail({ code: 'too-many-files', files: sources.length, most: most.files });
  const needed = memory === undefined ? 0 : await memoryNeeded(sources);
  if (memory !== undefined && needed > memory) return fail({ code: 'too-large', needed, available: memory });
  const meter = new Meter(sources, (progress) => onProgress?.(progress));
  const read: (readonly ReadFile[])[] = [];
  const options = (s: number): SourceOptions => ({
    as: (file) => as(file, file),
    unpacked: memory === undefined ? undefined : bytesThatFit(memory),
    onProgress: (progress) => {
      meter.reached(s, progress);
    },
  });
  const helpers = await startReaders(sources, readers);
  const total = { files: 0, rows: 0 };
  const waiting = [...sources.keys()];
  if (helpers.length > 0) waiting.sort((a, b) => sizeOf(sources, b) - sizeOf(sources, a));

  function keep(s: number, files: readonly ReadFile[]): void {
    read[s] = files;
    total.files += files.length;
    for (const { table } of files) if (table.ok) total.rows += table.value.rows + table.value.rejectedRows;
    if (beyondLimits(total, most)) waiting.length = 0;
  }

  async function readHere(): Promise<void> {
    for (let s = waiting.shift(); s !== undefined && !isCancelled(signal); s = waiting.shift()) {
      const how = { ...options(s), signal };
      const files = await readClosing(sources[s] as ByteSource, (source) => readSource(source, how));
      keep(s, files);
    }
  }

  async function readBeside(reader: Reader): Promise<void> {
    for (;;) {
      const next = waiting.findIndex((s) => canBeSent(sources[s]));
      if (next === -1 || isCancelled(signal)) return;
      const [s = 0] = waiting.splice(next, 1);
      const files = await reader.read(sources[s] as ByteSource, options(s));
      if (files === null) {
        waiting.unshift(s);
        return;
      }
      keep(s, files);
    }
  }

  const end = () => {
    for (const reader of helpers) reader.close();
  };
  signal?.addEventListener('abort', end);
  try {
    await Promise.all([readHere(), ...helpers.map(readBeside)]);
    await readHere();
    if (isCancelled(signal)) return fail({ code: 'cancelled' });
    const beyond = beyondLimits(total, most);
    if (beyond) return fail(beyond);
    const found = await told(sources, read, signal, as);
    return isCancelled(signal) ? fail({ code: 'cancelled' }) : ok(found);
  } finally {
    signal?.removeEventListener('abort', end);
    end();
  }
}

/** The tables by file id: numbered from 0 as read. */
export function tablesOf(found: readonly FoundFile[]): ReadonlyMap<number, CsvTable> {
  return new Map(found.flatMap(({ table }) => (table.ok ? [table.value] : [])).entries());
}

/** What of all the files together is more than may be; null: nothing. */
function beyondLimits({ files, rows }: Most, most: Most): Problem | null {
  if (files > most.files) return { code: 'too-many-files', files, most: most.files };
  return rows > most.rows ? { code: 'too-many-rows', rows, most: most.rows } : null;
}

/** Few drops are large enough. */
export const loadReader = () => import('@/lib/engine/readers/reader');

/** None where it could not be loaded what starts them: then it is read here. */
async function startReaders(sources: readonly ByteSource[], pool: ReaderPool | undefined): Promise<readonly Reader[]> {
  const bytes = sources.reduce((sum, { size }) => sum + size, 0);
  if (!pool || bytes < (pool.fromBytes ?? WORTH_A_THREAD)) return [];
  const length = Math.min(pool.count, MOST_READERS, sources.length - 1, sources.filter(canBeSent).length);
  if (length <= 0) return [];
  const part = await loadPart(loadReader);
  return part.ok ? Array.from({ length }, () => part.value.startReader(pool.spawn)) : [];
}

function canBeSent(source: ByteSource | undefined): boolean {
  return source?.handle !== undefined;
}

function sizeOf(sources: readonly ByteSource[], s: number): number {
  return sources[s]?.size ?? 0;
}

/**
 * In the sources' order. What a file is told apart by is known only when those before it are read: where it was to
 * be read in another way then, it is read again.
 */
async function told(
  sources: readonly ByteSource[],
  read: readonly (readonly ReadFile[])[],
  signal: AbortSignal | undefined,
  as: NonNullable<ReadContext['as']>,
): Promise<readonly FoundFile[]> {
  const found: FoundFile[] = [];
  for (const [source, files] of read.entries())
    for (const [f, file] of files.entries()) {
      const how = as(file.name, nameAmong(tablesOf(found), file.name));
      const stands = how.headerLine === file.as.headerLine && how.encoding === file.as.encoding;
      found.push({
        source,
        table: stands
          ? file.table
          : await readClosing(sources[source] as ByteSource, (opened) => readAgain(opened, f, how, signal)),
      });
    }
  return found;
}

/** One file of a source, by its place there. */
async function readAgain(
  source: ByteSource,
  file: number,
  as: HowToRead,
  signal: AbortSignal | undefined,
): Promise<Result<CsvTable>> {
  const { files } = await unpackSource(source);
  const found = files[file] ?? ok(source);
  if (!found.ok) return found;
  return readCsv(found.value, { ...(signal && { signal }), ...as });
}

/** What `read` makes of a source that is then closed, whatever became of it. */
async function readClosing<T>(source: ByteSource, read: (source: ByteSource) => Promise<T>): Promise<T> {
  return read(source).finally(source.close);
}

/** The name by which the case would tell the file apart, read next. */
function nameAmong(tables: ReadonlyMap<number, CsvTable>, file: string): string {
  return uniqueFileNames([...tables, [tables.size, { file }]]).get(tables.size) ?? file;
}

/** Bytes and rows over all sources. */
class Meter {
  readonly #report: (progress: Progress) => void;
  readonly #of: Pick<SourceProgress, 'bytes' | 'totalBytes' | 'rows'>[];

  constructor(sources: readonly ByteSource[], report: (progress: Progress) => void) {
    this.#report = report;
    this.#of = sources.map(({ size }) => ({ bytes: 0, totalBytes: size, rows: 0 }));
  }

  reached(source: number, progress: SourceProgress): void {
    this.#of[source] = progress;
    const sum = (part: 'bytes' | 'totalBytes' | 'rows') => this.#of.reduce((all, one) => all + one[part], 0);
    this.#report({
      stage: 'reading',
      file: progress.file,
      bytes: sum('bytes'),
      totalBytes: sum('totalBytes'),
      rows: sum('rows'),
    });
  }
}
