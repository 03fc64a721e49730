import { download, fileName, fileOnDisk } from '@/lib/case/tell/download';
import { diskSink, exportTo, memorySink, type RowEngine } from '@/lib/case/tell/rows';
import type { RowQuery } from '@/lib/core/compare/rows/row-query';
import type { MaskSetting } from '@/lib/core/mask/pseudonym';
import type { Problem } from '@/lib/core/problem';

type Saved =
  | { readonly kind: 'saved'; readonly name: string; readonly rows: number }
  /** The person chose no file. */
  | { readonly kind: 'left' }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** Saves what a query selects as CSV: many rows go to disk as they come, few are held and downloaded. */
export async function saveRows(
  engine: Pick<RowEngine, 'rows' | 'exportRows'>,
  query: RowQuery,
  mask: MaskSetting | null,
  caseName: string,
): Promise<Saved> {
  const name = fileName([caseName, 'rows'], 'csv');
  const counted = await engine.rows({ ...query, from: 0, count: 0 });
  if (!counted.ok) return { kind: 'failed', problem: counted.problem };
  const file = await fileOnDisk(name, counted.value.selected);
  if (file === undefined) return { kind: 'left' };
  const sink = file
    ? diskSink(file)
    : memorySink((blob) => {
        download(name, blob);
      });
  const written = await exportTo(sink, engine, query, mask);
  return written.ok ? { kind: 'saved', name, rows: written.value.rows } : { kind: 'failed', problem: written.problem };
}
