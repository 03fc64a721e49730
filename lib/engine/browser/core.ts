import type { ByteSource } from '@/lib/core/csv/byte-source';
import { bytesSource } from '@/lib/core/csv/byte-source';
import { unpack } from '@/lib/core/csv/unpack';
import { plantFaults } from '@/lib/core/faults/plant';
import { proposeIntake } from '@/lib/core/intake/propose-setup';
import { investigate } from '@/lib/core/investigation/investigate';
import { settle } from '@/lib/core/premises/settle';
import { ok, type Result } from '@/lib/core/result';
import type { SessionCore } from './handlers';
import { repairFile } from './repair-file';
import { replayOutcome } from './replay-outcome';

/** The core as the product runs it. */
export const sessionCore: SessionCore = {
  unpack: unpackSource,
  propose: ({ tables, problems }, milliseconds) =>
    proposeIntake(
      Array.from(tables, ([id, table]) => ({ id, table })),
      milliseconds,
      problems,
    ),
  settle,
  investigate,
  replay: replayOutcome,
  plant: ({ tables }, side, faults, context) => investigate(plantFaults(tables, side, faults), context).findings,
  repairRows: repairFile,
};

/** Only what begins like an archive is taken into memory whole. */
async function unpackSource(source: ByteSource): Promise<Result<readonly ByteSource[]>> {
  try {
    const [first, second] = await source.slice(0, Math.min(2, source.size));
    const packed = (first === 0x1f && second === 0x8b) || (first === 0x50 && second === 0x4b);
    if (!packed) return ok([source]);
    const files = unpack(source.name, await source.slice(0, source.size));
    return files.ok ? ok(files.value.map(({ name, bytes }) => bytesSource(name, bytes))) : files;
  } catch {
    // Reading it as it stands says in its own words what is wrong with the file.
    return ok([source]);
  }
}
