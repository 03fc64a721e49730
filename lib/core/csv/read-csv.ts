import { loadPart } from '../loaded';
import { fail, type Result } from '../result';
import type { ByteSource } from './byte-source';
import type { CsvTable } from './csv-table';
import { detectEncoding } from './encoding';
import { looksUnlikeText } from './file-kind';
import { type ReadOptions, readBytes, Stopped } from './read-bytes';
import { scanCsv } from './scan-csv';

/** Few files are not plain UTF-8. */
export const loadParser = () => import('./parse-csv');

/** First bytes, enough to tell a file's kind. */
const HEAD_BYTES = 4096;

/**
 * Reads a CSV file into columns, in chunks; memory grows with rows and distinct texts, not with bytes. Plain UTF-8 is
 * scanned from its bytes, everything else parsed as text; both give the same. UTF-8 unless a byte order mark or a NUL in
 * every pair of bytes says UTF-16; where it is not, see `parseCsv`. A file with a header and no rows gives a table of 0 rows. Every line is
 * of a row, a rejection, the header, or is set aside, blank or a first one that names the delimiter (`sep=;`), which a note
 * tells: a count of the lines, and one of the records, are held against what became of them.
 * Problems: lines-lost, encoding-broken, file-empty, not-csv, no-header, column-duplicate, quote-open, record-too-long, too-many-columns, file-changed, file-unreadable, part-missing, cancelled.
 */
export async function readCsv(source: ByteSource, options: ReadOptions = {}): Promise<Result<CsvTable>> {
  if (source.size === 0) return fail({ code: 'file-empty', file: source.name });
  try {
    const head = await readBytes(source, 0, Math.min(HEAD_BYTES, source.size), options.signal);
    const looksLike = looksUnlikeText(head);
    if (looksLike) return fail({ code: 'not-csv', file: source.name, looksLike });
    const detected = detectEncoding(head);
    const scanned =
      detected.encoding === 'utf-8' && options.encoding !== 'windows-1252'
        ? await scanCsv(source, options, detected.bom)
        : null;
    if (scanned) return scanned;
    const parser = await loadPart(loadParser);
    return parser.ok ? await parser.value.parseCsv(source, options, detected) : parser;
  } catch (error) {
    if (error instanceof Stopped) return fail(error.problem);
    throw error;
  }
}
