import { type RowCsvTelling, rowCsvCells, rowCsvColumns } from '@/lib/core/compare/rows/row-csv';
import type { RowCells, RowQuery } from '@/lib/core/compare/rows/row-query';
import type { Findings } from '@/lib/core/findings/findings';
import type { Mask, MaskSetting } from '@/lib/core/mask/pseudonym';
import type { Result } from '@/lib/core/result';
import { deltasOf } from '@/lib/core/words/telling';
import type { Investigator } from '@/lib/engine/investigator';

export type { RowsFile } from '@/lib/engine/investigator';

/** What telling others of a case asks the engine for. */
export type RowEngine = Pick<Investigator, 'rows' | 'exportRows' | 'repairRows'>;

/** Where bytes go as they come: a file on disk, or memory. */
export interface ByteSink {
  readonly write: (chunk: Uint8Array<ArrayBuffer>) => void;
  /** Everything was written. Rejects where the disk did not take it. */
  readonly finish: () => Promise<void>;
  /** Nothing of it is kept. */
  readonly abandon: () => Promise<void>;
}

/** Writes exactly the rows that a query selects, in its order. A failure leaves no half of a file. */
export async function exportTo(
  sink: ByteSink,
  engine: Pick<Investigator, 'exportRows'>,
  query: RowQuery,
  mask: MaskSetting | null,
  signal?: AbortSignal,
): Promise<Result<{ readonly rows: number }>> {
  const answer = await engine.exportRows(query, sink.write, { mask, ...(signal && { signal }) });
  if (answer.ok) await sink.finish();
  else await sink.abandon();
  return answer;
}

/** Bytes held in pieces, never joined into one string. */
export function memorySink(done: (blob: Blob) => void): ByteSink {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  return {
    write: (chunk) => {
      parts.push(chunk);
    },
    finish: () => {
      done(new Blob(parts, { type: 'text/csv;charset=utf-8' }));
      return Promise.resolve();
    },
    abandon: () => Promise.resolve(),
  };
}

/** Bytes that go to a file on disk one after the other. */
export function diskSink(file: Pick<FileSystemWritableFileStream, 'write' | 'close' | 'abort'>): ByteSink {
  let written: Promise<void> = Promise.resolve();
  return {
    write: (chunk) => {
      written = written.then(() => file.write(chunk));
      // It is heard where the writing ends.
      written.catch(() => undefined);
    },
    finish: async () => {
      await written;
      await file.close();
    },
    abandon: async () => {
      await written.catch(() => undefined);
      await file.abort();
    },
  };
}

/** The rows, after a header where it is asked for, ready to be pasted into a spreadsheet: cells parted by tabs, and nothing in them that it would run. */
export function rowsTsv(
  findings: Findings,
  rows: readonly RowCells[],
  mask: Mask | null,
  header: 'header' | 'rows-only',
): string {
  const telling = csvTelling(findings, mask);
  const lines = [
    ...(header === 'header' ? [rowCsvColumns(telling)] : []),
    ...rows.map((row) => rowCsvCells(row, telling)),
  ];
  return `${lines.map((cells) => cells.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\n')}\n`;
}

function csvTelling(findings: Findings, mask: Mask | null): RowCsvTelling {
  const text = new Set(findings.columns.filter((column) => column.type === 'text').map((column) => column.name));
  return {
    labels: findings.labels,
    mapping: findings.mapping,
    sides: findings.sides,
    files: deltasOf(findings),
    isText: (column) => text.has(column),
    mask,
  };
}
