import { createRowReader } from '@/lib/core/compare/rows/row-reader';
import { timelineOf } from '@/lib/core/compare/timeline';
import type { CsvTable } from '@/lib/core/csv/csv-table';
import { plantFaults } from '@/lib/core/faults/plant';
import type { Fault } from '@/lib/core/findings/fault';
import type { Findings, Side } from '@/lib/core/findings/findings';
import { keyColumns } from '@/lib/core/findings/key-columns';
import { investigate } from '@/lib/core/investigation/investigate';
import type { Key } from '@/lib/core/key';
import { loadPart } from '@/lib/core/loaded';
import { namedIn } from '@/lib/core/mask/named-in';
import { ok, type Result } from '@/lib/core/result';
import { ungroup } from '@/lib/core/table/ungroup';
import type { CallOptions, ExportOptions, RowQuery, Timeline } from '@/lib/engine/investigator';
import { unlessCancelled } from './cancel';
import type { Investigated, Search } from './investigate-settled';
import { repairFile } from './repair-file';
import { replayOutcome } from './replay-outcome';

/** What is asked of an investigation once its findings are told, and loaded only then. */
export type Answers = ReturnType<typeof createAnswers>;

export const loadExportRows = () => import('./export-rows');

/** Milliseconds between two steps ahead, in which whatever else is asked has its turn. */
const PAUSE = 20;

/** @param isHeld whether anything may still be asked */
export function createAnswers(of: Investigated, isHeld: () => boolean, search: Search = investigate) {
  const { comparison } = of;
  const reader = createRowReader(comparison);
  let begun = false;

  function goAhead(steps: Iterator<unknown>): void {
    setTimeout(() => {
      if (isHeld() && !steps.next().done) goAhead(steps);
    }, PAUSE);
  }

  return {
    rows(query: RowQuery) {
      if (!begun) goAhead(reader.ahead());
      begun = true;
      return ok(reader.window(query));
    },

    timeline(key: Key): Result<Timeline | null> {
      const k = comparison.dataset.keys.find(key);
      return ok(k === -1 ? null : timelineOf(comparison, k));
    },

    rejections: () => ok(of.rejected),
    replay: (faults: readonly Fault[]) => ok(replayOutcome(of, faults)),

    plant: (side: Side, faults: readonly Fault[], options: CallOptions): Promise<Result<Findings>> =>
      unlessCancelled(
        options,
        (tick) => search(plantFaults(ungroup(comparison.dataset), side, faults), { ...of.planted, tick }).findings,
      ),

    async exportRows(query: RowQuery, sink: (chunk: Uint8Array<ArrayBuffer>) => void, options: ExportOptions) {
      const part = await loadPart(loadExportRows);
      return part.ok ? part.value.exportRows(reader, query, of, sink, options) : part;
    },

    namedIn: (texts: readonly string[], columns: readonly string[]) =>
      ok(namedIn(comparison.dataset, texts, columns, keyColumns(of.findings.mapping).length)),

    /** @param tables the files', read again */
    repairRows: (side: Side, tables: ReadonlyMap<number, CsvTable>) => ok(repairFile(of, side, tables)),
  };
}
