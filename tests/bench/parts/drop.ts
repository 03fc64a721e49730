import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { BenchOptions } from '../options';
import { type Answer, checkSame } from '../peers/answer';
import type { PeerInPage, PeersOfPage } from '../peers/page';
import { inFreshBrowser, peakMemoryOfPage, within } from '../support/browser';
import { type LargeCaseFiles, writeLargeCase } from '../support/case-files';
import { FILE_NOT_LOADED } from '../support/faults';
import { duration, quantile } from '../support/figures';
import type { KeyForm } from '../support/key-form';
import { watchPage } from '../support/page-watch';

/** Who meets the same files: a loop over their bytes, the product, and what else one might use. */
export const contestants = ['touch', 'product', 'maps', 'duckdb', 'duckdb-wasm'] as const;
export type Contestant = (typeof contestants)[number];

/** Medians of the runs. */
interface Taken {
  readonly milliseconds: number;
  /** Peak of the process that did it; null where the system does not tell. */
  readonly bytes: number | null;
}

export interface DropFigures {
  readonly users: number;
  readonly keys: KeyForm;
  readonly rows: number;
  readonly bytes: number;
  /** Null: it did not take part, or could not. */
  readonly taken: Readonly<Record<Contestant, Taken | null>>;
  /** The product's part until all files were read. */
  readonly reading: number;
  /** The product's longest main-thread task of all runs; 0 where none took 50 ms. */
  readonly longestTask: number;
}

interface Run extends Taken {
  readonly answer?: Answer | null;
  readonly reading?: number;
  readonly longestTask?: number;
}

export interface Addresses {
  /** Of the built product. */
  readonly product: string;
  readonly peers: string;
}

/** More than this many users no peer in a page is asked about: it would run out of memory, or of patience. */
const MOST_IN_PAGE = 1_000_000;
const LIMIT = 900_000;
const VERDICT = "No row of delta3.csv took effect in Vendor's table.";

/** All contestants in turn, run by run, on one large case for each size and kind of keys. */
export async function benchDrop(addresses: Addresses, options: BenchOptions): Promise<DropFigures[]> {
  const figures: DropFigures[] = [];
  for (const users of options.sizes) {
    for (const keys of options.keys) {
      const files = writeLargeCase(users, keys, FILE_NOT_LOADED, options.order);
      try {
        figures.push(await contest(addresses, files, users, keys, options.runs));
      } finally {
        rmSync(files.folder, { recursive: true });
      }
    }
  }
  return figures;
}

async function contest(
  addresses: Addresses,
  files: LargeCaseFiles,
  users: number,
  keys: KeyForm,
  runs: number,
): Promise<DropFigures> {
  const inPage = (peer: PeerInPage) => () => runPeer(addresses.peers, files, peer);
  const start: Readonly<Record<Contestant, () => Promise<Run>>> = {
    touch: inPage('touch'),
    product: () => runProduct(addresses.product, files),
    maps: inPage('maps'),
    duckdb: () => runDuckDb(files),
    'duckdb-wasm': inPage('duckdb-wasm'),
  };
  const taking = contestants.filter(
    (name) => users <= MOST_IN_PAGE || name === 'touch' || name === 'product' || name === 'duckdb',
  );
  const all: Record<Contestant, Run[]> = { touch: [], product: [], maps: [], duckdb: [], 'duckdb-wasm': [] };
  for (let run = 0; run < runs; run++) {
    // Another one begins each run, so that none always follows the same one.
    for (const at of taking.keys()) {
      const name = taking[(at + run) % taking.length] as Contestant;
      const taken = await start[name]();
      all[name].push(taken);
      const which = `${files.name}, ${keys} keys, run ${run + 1} of ${runs}`;
      process.stderr.write(`${which}: ${name} ${duration(taken.milliseconds)}\n`);
    }
  }
  const answers = Object.values(all).flatMap((taken) => taken.flatMap(({ answer }) => answer ?? []));
  for (const answer of answers) checkSame(answer, answers[0] as Answer);
  return {
    users,
    keys,
    rows: files.rows,
    bytes: files.bytes,
    taken: {
      touch: medians(all.touch),
      product: medians(all.product),
      maps: medians(all.maps),
      duckdb: medians(all.duckdb),
      'duckdb-wasm': medians(all['duckdb-wasm']),
    },
    reading: quantile(all.product.map(({ reading }) => reading ?? 0)),
    longestTask: Math.max(...all.product.map(({ longestTask }) => longestTask ?? 0)),
  };
}

function medians(runs: readonly Run[]): Taken | null {
  if (runs.length === 0) return null;
  const bytes = runs.flatMap((run) => run.bytes ?? []);
  return {
    milliseconds: quantile(runs.map(({ milliseconds }) => milliseconds)),
    bytes: bytes.length === 0 ? null : quantile(bytes),
  };
}

function runProduct(address: string, { paths }: LargeCaseFiles): Promise<Run> {
  return inFreshBrowser(async (page, browser) => {
    const watched = await watchPage(page);
    await page.goto(address);
    await page.getByRole('button', { name: 'Choose files' }).waitFor();
    await page.waitForLoadState('networkidle');
    const { untilVerdict, reading, verdict } = await watched.visit(paths, LIMIT);
    if (verdict !== VERDICT) throw new Error(`the product said: ${verdict}`);
    const [bytes, longestTask] = [await peakMemoryOfPage(browser), await watched.longestTask()];
    return { milliseconds: untilVerdict, bytes, reading, longestTask };
  });
}

function runPeer(address: string, { paths }: LargeCaseFiles, peer: PeerInPage): Promise<Run> {
  return inFreshBrowser(async (page, browser) => {
    await page.goto(address);
    await page.evaluate((name) => (window as unknown as { peers: PeersOfPage }).peers.prepare(name), peer);
    await page.locator('input').setInputFiles([...paths]);
    const { milliseconds, answer } = await within(
      LIMIT,
      `the answer of ${peer}`,
      page.evaluate(() => (window as unknown as { peers: PeersOfPage }).peers.run()),
    );
    return { milliseconds, answer, bytes: await peakMemoryOfPage(browser) };
  });
}

const native = z.object({
  milliseconds: z.number(),
  peak: z.number(),
  answer: z.object({
    totals: z.object({ expected: z.number(), ours: z.number(), theirs: z.number() }),
    equal: z.object({ ours: z.number(), theirs: z.number() }),
  }),
});

function runDuckDb({ folder }: LargeCaseFiles): Promise<Run> {
  const process_ = fileURLToPath(new URL('../peers/duckdb-process.ts', import.meta.url));
  const said = execFileSync(process.execPath, ['--import', 'tsx', process_, folder], { encoding: 'utf8' });
  const { milliseconds, peak, answer } = native.parse(JSON.parse(said));
  return Promise.resolve({ milliseconds, bytes: peak, answer });
}
