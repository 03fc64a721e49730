import { assertNever } from '@/lib/core/assert-never';
import { describeProblem } from '@/lib/core/words/problem';

/** What can go wrong with keeping cases. Nothing of it touches the case that is open. */
export type SavedProblem =
  /** The browser refused for want of room. `bytes`: what the case's files take. */
  | { readonly code: 'no-room'; readonly bytes: number }
  /** Nothing can be kept in this window at all. */
  | { readonly code: 'storage-closed'; readonly reason: string }
  | { readonly code: 'storage-failed'; readonly reason: string }
  | { readonly code: 'changed-elsewhere' }
  | { readonly code: 'deleted-elsewhere' }
  /** What packs and unpacks a case could not be loaded. */
  | { readonly code: 'part-missing' }
  | { readonly code: 'case-absent'; readonly id: string }
  /** A file of the case that could no longer be read when it was to be kept. */
  | { readonly code: 'file-not-kept'; readonly file: string; readonly reason: string }
  | { readonly code: 'not-a-case'; readonly file: string }
  | { readonly code: 'case-newer'; readonly schema: string }
  /** `where`: the part that is damaged: "case.json", "delta3.csv". */
  | { readonly code: 'case-damaged'; readonly where: string; readonly reason: string };

/** What happened and what to do next: whole sentences. */
export function describeSavedProblem(problem: SavedProblem): { readonly what: string; readonly next: string } {
  switch (problem.code) {
    case 'no-room':
      return {
        what: `This case is not kept: the browser has no room for its ${megabytes(problem.bytes)}.`,
        next: 'Everything stays open as it is. Export it as a file, or delete cases that are done and try again.',
      };
    case 'storage-closed':
      return {
        what: `Nothing can be kept in this window: ${problem.reason}.`,
        next: 'Everything works until the window is closed. Export the case as a file to keep it.',
      };
    case 'storage-failed':
      return {
        what: `The browser could not keep the case: ${problem.reason}.`,
        next: 'Everything stays open as it is. Try again, or export it as a file.',
      };
    case 'changed-elsewhere':
      return {
        what: 'This case was changed in another tab.',
        next: 'Nothing was overwritten. Load the other tab’s version, or keep this one as a case of its own.',
      };
    case 'deleted-elsewhere':
      return {
        what: 'This case was deleted in another tab.',
        next: 'It is still open here. Keep it as a case of its own, or let it go.',
      };
    case 'part-missing':
      return describeProblem(problem);
    case 'case-absent':
      return {
        what: 'The case is no longer in this browser.',
        next: 'It may have been deleted in another tab. Open the file it was exported to.',
      };
    case 'file-not-kept':
      return {
        what: `${problem.file} could not be kept with the case: ${problem.reason}.`,
        next: 'It may have been moved or changed since it was dropped. Drop it again.',
      };
    case 'not-a-case':
      return {
        what: `${problem.file} is not a case that Tieout exported.`,
        next: 'Choose a file whose name ends in “.tieout”.',
      };
    case 'case-newer':
      return {
        what: `The case was saved by a newer Tieout (“${problem.schema}”).`,
        next: 'Reload the page to get the newest version, then open it again.',
      };
    case 'case-damaged':
      return {
        what: `The case is damaged: in ${problem.where}, ${problem.reason}.`,
        next: 'Ask for another copy, or open the files themselves.',
      };
    default:
      return assertNever(problem);
  }
}

function megabytes(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
