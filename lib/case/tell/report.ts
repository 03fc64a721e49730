import type { RowCells } from '@/lib/core/compare/rows/row-query';
import type { Findings } from '@/lib/core/findings/findings';
import type { Mask } from '@/lib/core/mask/pseudonym';
import { reckon } from '@/lib/core/words/standing';
import { htmlReport } from '@/lib/report/report/html';
import { markdownReport } from '@/lib/report/report/markdown';
import type { ReportInput } from '@/lib/report/report/report';
import type { Source } from '../open/state';
import { sha256Of } from '../saved/case-id';

/** Rows that a report can hold as a file within itself; of more it shows the first hundred. */
const HELD = 12_000;
const SHOWN = 100;

/** Bytes above which a file is not hashed: its bytes would have to be in memory at once. */
const HASHED = 256 * 2 ** 20;

/** How many of the rows that differ a report asks for. */
export function reportRows(findings: Findings): number {
  const { differing } = reckon(findings);
  return differing <= HELD ? differing : SHOWN;
}

export interface ReportParts {
  readonly findings: Findings;
  readonly caseName: string;
  readonly date: string;
  readonly rows: readonly RowCells[];
  readonly mask: Mask | null;
  readonly hashes: ReportInput['hashes'];
  readonly comments: ReportInput['comments'];
}

export function reportAs(form: 'html' | 'markdown', parts: ReportParts): string {
  return form === 'html' ? htmlReport(parts) : markdownReport(parts);
}

/** SHA-256 by file name, of every file whose bytes are at hand and that is not too large to be held. */
export async function sourceHashes(sources: readonly Source[]): Promise<Readonly<Record<string, string>>> {
  const entries = await Promise.all(
    sources.map(async (source) => {
      try {
        const blob =
          source.kind === 'file' ? source.file : await (await fetch(source.url, { mode: 'same-origin' })).blob();
        return blob.size > HASHED ? [] : [[source.name.replace(/^.*[\\/]/, ''), await sha256Of(blob)]];
      } catch {
        // A file that changed on disk since has no hash that would be true of what was read.
        return [];
      }
    }),
  );
  return Object.fromEntries(entries.flat()) as Record<string, string>;
}
