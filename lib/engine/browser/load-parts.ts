import { loadParser } from '@/lib/core/csv/read-csv';
import { loadUnpacking } from '@/lib/engine/readers/unpack-source';
import { loadUnpackedSize } from '@/lib/engine/session/memory';
import { loadReader } from '@/lib/engine/session/read-sources';
import { loadAnswers, loadInvestigation } from '@/lib/engine/session/session';

/**
 * Loads what the worker did not start with, so that nothing is missing when the network or the server is gone by the time
 * that it is needed. What cannot be loaded now is asked for again then.
 * @param free fulfilled when nothing is asked: a worker stands still while it loads
 */
export async function loadParts(free: () => Promise<void>): Promise<void> {
  const parts = [
    loadInvestigation,
    () => loadAnswers().then(({ loadExportRows }) => loadExportRows()),
    loadUnpacking,
    loadUnpackedSize,
    loadReader,
    loadParser,
  ];
  for (const load of parts) {
    await free();
    await load().catch(() => undefined);
  }
}
