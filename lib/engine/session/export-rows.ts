import { type RowCsvTelling, rowCsvHeader, rowCsvLine } from '@/lib/core/compare/rows/row-csv';
import type { RowQuery } from '@/lib/core/compare/rows/row-query';
import type { RowReader } from '@/lib/core/compare/rows/row-reader';
import type { Investigation } from '@/lib/core/investigation/investigate';
import { createMask } from '@/lib/core/mask/pseudonym';
import { fail, ok, type Result } from '@/lib/core/result';
import type { ExportOptions } from '@/lib/engine/investigator';
import { isCancelled, turn } from './cancel';

/** UTF-16 units of text after which a chunk is sent: about a MiB. */
const CHUNK = 2 ** 20;

/**
 * Streams the selected rows as CSV, a header first; under a mask, with pseudonyms for keys. Between chunks it takes a
 * turn, so that a cancel is heard.
 * Problems: cancelled.
 */
export async function exportRows(
  reader: RowReader,
  query: RowQuery,
  { findings, comparison }: Investigation,
  sink: (chunk: Uint8Array<ArrayBuffer>) => void,
  { mask = null, signal }: ExportOptions,
): Promise<Result<{ readonly rows: number }>> {
  const { dataset } = comparison;
  const telling: RowCsvTelling = {
    labels: findings.labels,
    mapping: findings.mapping,
    sides: findings.sides,
    files: dataset.files.map(({ name }) => name),
    mask: mask && createMask(mask.salt, mask.entity, mask.columns, mask.named),
    isText: (name) => dataset.columns.some((column) => column.name === name && column.type === 'text'),
  };
  const encoder = new TextEncoder();
  const ids = reader.select(query);
  let text = rowCsvHeader(telling);
  for (const k of ids) {
    text += rowCsvLine(reader.cells(k), telling);
    if (text.length < CHUNK) continue;
    sink(encoder.encode(text));
    text = '';
    await turn();
    if (isCancelled(signal)) return fail({ code: 'cancelled' });
  }
  if (text !== '') sink(encoder.encode(text));
  return ok({ rows: ids.length });
}
