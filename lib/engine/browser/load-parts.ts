import { loadParser } from '@/lib/core/csv/read-csv';
import { loadUnpacking } from '@/lib/engine/readers/unpack-source';
import { turn } from '@/lib/engine/session/cancel';
import { loadUnpackedSize } from '@/lib/engine/session/memory';
import { loadReader } from '@/lib/engine/session/read-sources';
import { loadAnswers, loadInvestigation } from '@/lib/engine/session/session';

/**
 * Loads what the worker did not start with, so that nothing is missing when the network or the server is gone by the time
 * that it is needed. What cannot be loaded now is asked for again then.
 */
export async function loadParts(): Promise<void> {
  const parts = [
    loadInvestigation,
    () => loadAnswers().then(({ loadExportRows }) => loadExportRows()),
    loadUnpacking,
    loadUnpackedSize,
    loadReader,
    loadParser,
  ];
  for (const load of parts) {
    // What is asked meanwhile is heard first: a worker stands still while it loads.
    await turn();
    await load().catch(() => undefined);
  }
}
