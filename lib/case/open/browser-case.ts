import { createBrowserInvestigator } from '@/lib/engine/browser/client';
import { createLastingInvestigator } from '@/lib/engine/browser/lasting';
import { spawnWorker } from '@/lib/engine/browser/spawn';
import { CaseStore } from './case-store';

/** A case that is investigated in this browser. */
export function browserCase(): CaseStore {
  return new CaseStore((silent) =>
    createLastingInvestigator((died) => createBrowserInvestigator(spawnWorker, { died, silent })),
  );
}
