import { inFreshBrowser } from '../support/browser';
import { smallCaseFiles } from '../support/case-files';
import { quantile } from '../support/figures';
import { watchPage } from '../support/page-watch';

/** What a person feels first: their own files in a page that is open, and the sample in one that is not yet. */
export interface SmallFigures {
  readonly name: string;
  /** From the files to the verdict on the screen, median. */
  readonly untilVerdict: number;
  /** From the navigation, with nothing cached, over the press of the button, to the verdict on the screen, median. */
  readonly sample: number;
  /** Milliseconds, of all runs of either; 0 where none took 50. */
  readonly longestTask: number;
}

const LIMIT = 60_000;
/** These are short, and vary. */
const RUNS_FOR_ONE = 3;

export async function benchSmall(address: string, runs: number): Promise<SmallFigures> {
  const { name, paths } = smallCaseFiles();
  const dropped: number[] = [];
  const opened: number[] = [];
  const tasks: number[] = [];
  for (let run = 0; run < runs * RUNS_FOR_ONE; run++) {
    const [small, sample] = [await dropSmall(address, paths), await openSample(address)];
    dropped.push(small.untilVerdict);
    opened.push(sample.untilVerdict);
    tasks.push(small.longestTask);
  }
  return { name, untilVerdict: quantile(dropped), sample: quantile(opened), longestTask: Math.max(...tasks) };
}

function dropSmall(address: string, paths: readonly string[]) {
  return inFreshBrowser(async (page) => {
    const watched = await watchPage(page);
    await page.goto(address);
    await page.getByRole('button', { name: 'Choose files' }).waitFor();
    await page.waitForLoadState('networkidle');
    const { untilVerdict } = await watched.visit(paths, LIMIT);
    return { untilVerdict, longestTask: await watched.longestTask() };
  });
}

function openSample(address: string) {
  return inFreshBrowser(async (page) => {
    const watched = await watchPage(page);
    await page.goto(address, { waitUntil: 'commit' });
    await page.getByRole('button', { name: 'Open the sample' }).click();
    const { untilVerdict } = await watched.verdict(LIMIT);
    return { untilVerdict };
  });
}
