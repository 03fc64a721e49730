import { tellVerdict } from '@/lib/core/words/verdict';
import type { CaseRecord, SavedFile } from './case-record';
import type { CaseSummary } from './case-shelf';

/** What the list says of a case. */
export function summarise(record: CaseRecord): CaseSummary {
  const told = record.findings ? tellVerdict(record.findings) : null;
  return {
    id: record.id,
    name: record.name,
    updated: record.updated,
    verdict: told && { state: told.state, label: told.stateLabel, headline: told.headline },
    files: record.files.length,
    bytes: bytesOf(record.files),
    comments: record.comments.length,
    contents: record.files.map((file) => (file.kind === 'file' ? file.sha256 : file.url)),
  };
}

export function bytesOf(files: readonly SavedFile[]): number {
  return files.reduce((sum, file) => sum + (file.kind === 'file' ? file.bytes : 0), 0);
}

/** The last changed first. */
export function newestFirst(summaries: readonly CaseSummary[]): CaseSummary[] {
  return summaries.toSorted((a, b) => (a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : 0));
}

/** The hashes of the files whose bytes are kept with a case. */
export function hashesOf(record: CaseRecord): string[] {
  return record.files.flatMap((file) => (file.kind === 'file' ? [file.sha256] : []));
}
