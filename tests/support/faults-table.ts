/** A fault that a test injects: at which stage, what is seen then, and where it is held. */
export interface InjectedFault {
  readonly fault: string;
  readonly stage: string;
  readonly seen: string;
  /** The file under `tests`, and the beginning of the test's name as it stands there. */
  readonly file: string;
  readonly test: string;
}

const LASTING = 'lib/engine/browser/lasting.test.ts';
const PAGE = 'e2e/faults.spec.ts';

/** Faults of the page and its worker, each injected by a test. */
export const injectedFaults: readonly InjectedFault[] = [
  {
    fault: 'The worker is killed',
    stage: 'each message of a session, from the first file to the repair',
    seen: 'the same answers, from another worker; an export of which a part has gone out is not written twice',
    file: LASTING,
    test: 'answers as if nothing had been',
  },
  {
    fault: 'The worker is killed, and so is the one after it',
    stage: 'search',
    seen: 'that it stopped, that nothing is lost and to try again; then the same answers',
    file: LASTING,
    test: 'says so when the one after it dies too',
  },
  {
    fault: 'The worker hangs and is restarted',
    stage: 'reading, search, rows',
    seen: 'the same answers, from another worker',
    file: LASTING,
    test: 'is restarted when it hangs',
  },
  {
    fault: 'The worker is killed and a file has changed meanwhile',
    stage: 'rows',
    seen: 'that the file changed; no row of other content',
    file: LASTING,
    test: 'takes no other content',
  },
  {
    fault: 'Memory is refused',
    stage: 'search',
    seen: 'that there was not enough memory and what to do; the case goes on in another worker',
    file: LASTING,
    test: 'is ended when memory was refused',
  },
  {
    fault: 'The worker is killed',
    stage: 'reading, search, rows, replay, on the page',
    seen: 'the same verdict, rows and replay',
    file: PAGE,
    test: 'that is killed at',
  },
  {
    fault: 'The worker is killed',
    stage: 'while the case is being kept',
    seen: 'the case is kept, and is the same after a reload',
    file: PAGE,
    test: 'a worker that dies keeps nothing from being kept',
  },
  {
    fault: 'The page is reloaded',
    stage: 'while the case is being kept',
    seen: 'a question before, then which case is not here and what to do; no case that is half there',
    file: PAGE,
    test: 'a reload says that it is not kept yet',
  },
  {
    fault: 'The page is reloaded',
    stage: 'with a letter open that was changed',
    seen: 'the same verdict, and the letter as it was changed',
    file: PAGE,
    test: 'a reload with a letter open',
  },
  {
    fault: 'Cases are opened and closed one after another',
    stage: 'from one verdict to the next empty page',
    seen: 'nodes, listeners, documents and workers as they were',
    file: 'engines/leaks.test.ts',
    test: 'leave nodes, listeners, workers and memory',
  },
  {
    fault: 'The worker is killed',
    stage: 'after the verdict, then the letter opened and other rows asked',
    seen: 'the letter and the rows, with the names that were given',
    file: PAGE,
    test: 'that dies after the verdict',
  },
  {
    fault: 'The worker says nothing',
    stage: 'reading, search, rows, replay, on the page',
    seen: 'after 30 s a choice to restart it or to wait; restarted, the same verdict and rows',
    file: PAGE,
    test: 'that says nothing at',
  },
  {
    fault: 'Cancelled',
    stage: 'reading, search',
    seen: 'that it was cancelled; tried again, the same verdict',
    file: PAGE,
    test: 'that is cancelled at',
  },
  {
    fault: 'The page is reloaded',
    stage: 'reading, search',
    seen: 'which case is not kept here, and what to do',
    file: PAGE,
    test: 'a reload at',
  },
  {
    fault: 'The page is reloaded',
    stage: 'verdict shown and kept',
    seen: 'the same verdict and rows',
    file: PAGE,
    test: 'a reload once the case is kept',
  },
  {
    fault: 'The network is gone',
    stage: 'after the page was loaded, before any file',
    seen: 'everything, from odd files to letters, pictures and the exported case; nothing is asked of the network',
    file: PAGE,
    test: 'everything that the page and its worker need',
  },
  {
    fault: 'A part of the page cannot be loaded',
    stage: 'verdict shown',
    seen: 'a notice in its place, the rest of the page; tried again, the part',
    file: PAGE,
    test: 'says so in its place',
  },
  {
    fault: 'A part of the worker cannot be loaded',
    stage: 'reading',
    seen: 'that it could not be loaded and to try again; then the verdict',
    file: PAGE,
    test: 'in the worker is a problem',
  },
  {
    fault: 'The site was replaced under the page',
    stage: 'verdict shown',
    seen: 'that a newer version is here, and to reload',
    file: PAGE,
    test: 'because the site has a newer version',
  },
  {
    fault: 'Storage never answers',
    stage: 'the page opens',
    seen: 'the verdict; that nothing is kept and why',
    file: PAGE,
    test: 'storage that never answers',
  },
  {
    fault: 'A file changes on disk',
    stage: 'files are added, then it is dropped again',
    seen: 'that it changed, and no verdict; then the verdict, with its place in the order of arrival',
    file: PAGE,
    test: 'a file that changes on disk',
  },
  {
    fault: 'Files are gone and come back',
    stage: 'any, after any choices',
    seen: 'the set-up as it was',
    file: 'lib/case/open/carry-over.test.ts',
    test: 'whatever was chosen, files that are gone',
  },
  {
    fault: 'A file can no longer be read',
    stage: 'compared again under another set-up',
    seen: 'that it changed; no other file is taken for it',
    file: 'lib/engine/session/held.test.ts',
    test: 'takes no other file',
  },
  {
    fault: 'Reading fails or is cancelled',
    stage: 'files are added to a case',
    seen: 'the set-up as it was, once it is tried again',
    file: 'lib/case/open/case-store.test.ts',
    test: 'what was chosen stays when files',
  },
  {
    fault: 'Storage is refused',
    stage: 'the page opens',
    seen: 'that nothing is kept and why',
    file: 'lib/case/saved/open-shelf.test.ts',
    test: 'storage that is refused',
  },
  {
    fault: 'The page is opened over plain http',
    stage: 'from the drop to the exported case',
    seen: 'the verdict; that nothing is kept, and how it would be',
    file: 'e2e/plain-http.spec.ts',
    test: 'over plain http the verdict is reached',
  },
];
