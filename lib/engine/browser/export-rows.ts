import { type RowCsvTelling, rowCsvHeader, rowCsvLine } from '@/lib/core/compare/rows/row-csv';
import type { RowQuery } from '@/lib/core/compare/rows/row-query';
import type { RowReader } from '@/lib/core/compare/rows/row-reader';
import type { Investigation } from '@/lib/core/investigation/investigate';
import { createMask, type MaskSetting } from '@/lib/core/mask/pseudonym';
import { fail, ok, type Result } from '@/lib/core/result';

/** UTF-16 units of text after which a chunk is sent: about a MiB. */
const CHUNK = 2 ** 20;

/**
 * Streams the selected rows as CSV, a header first; under a mask, with pseudonyms for keys. Between chunks it takes a turn, so that a cancel is heard.
 * Problems: cancelled.
 */
export async function exportRows(
  reader: RowReader,
  { query, mask }: { readonly query: RowQuery; readonly mask: MaskSetting | null },
  { findings, comparison }: Investigation,
  to: { readonly signal: AbortSignal; readonly chunk: (bytes: Uint8Array<ArrayBuffer>) => void },
  turn: () => Promise<void>,
): Promise<Result<{ readonly rows: number }>> {
  const { dataset } = comparison;
  const telling: RowCsvTelling = {
    labels: findings.labels,
    mapping: findings.mapping,
    sides: findings.sides,
    files: dataset.files.map(({ name }) => name),
    isText: (name) => dataset.columns.some((column) => column.name === name && column.type === 'text'),
  };
  const names = mask ? createMask(mask.salt, mask.entity) : null;
  const encoder = new TextEncoder();
  const ids = reader.select(query);
  let text = rowCsvHeader(telling);
  for (const k of ids) {
    const cells = reader.cells(k);
    text += rowCsvLine(names ? { ...cells, key: names.key(cells.key) } : cells, telling);
    if (text.length < CHUNK) continue;
    to.chunk(encoder.encode(text));
    text = '';
    await turn();
    if (to.signal.aborted) return fail({ code: 'cancelled' });
  }
  if (text !== '') to.chunk(encoder.encode(text));
  return ok({ rows: ids.length });
}
