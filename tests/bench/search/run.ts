import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { countOf } from '../options';
import { smallCaseFiles, writeLargeCase } from '../support/case-files';
import { FILE_NOT_LOADED } from '../support/faults';
import { duration, quantile, table } from '../support/figures';

const HELP = `npm run bench:search -- --against DIR [options]
  --against DIR  another copy of the project, built, whose command line takes turns with this one's
  --users 1M     users of the large cases
  --runs 5       of each; the median counts
Files to findings, by both command lines in turn: the published case or the sample, a large case of which a file was not
loaded, and the same with amounts in it that no fault explains, for which the search goes on to its end.`;

interface Contest {
  readonly name: string;
  readonly paths: readonly string[];
}

const { values } = parseArgs({
  options: {
    against: { type: 'string' },
    users: { type: 'string', default: '1M' },
    runs: { type: 'string', default: '5' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help || values.against === undefined) console.log(HELP);
else main(path.resolve(values.against), countOf(values.users), countOf(values.runs));

function main(against: string, users: number, runs: number): void {
  const large = writeLargeCase(users, 'int', FILE_NOT_LOADED);
  try {
    const proved = { name: `${large.name}, a file not loaded`, paths: large.paths };
    const results = [smallCaseFiles(), proved].map((contest) => taken(contest, against, runs));
    const disturbed = disturb(large.paths);
    results.push(taken({ name: `${large.name}, and amounts that nothing explains`, paths: disturbed }, against, runs));
    console.log(table([['', 'before', 'now', 'now to before'], ...results]));
  } finally {
    rmSync(large.folder, { recursive: true });
  }
}

/** Medians of both, one turn each at a time. */
function taken({ name, paths }: Contest, against: string, runs: number): string[] {
  const times: Record<'before' | 'now', number[]> = { before: [], now: [] };
  for (let run = 0; run < runs; run++) {
    times.before.push(once(against, paths));
    times.now.push(once(process.cwd(), paths));
  }
  const [before, now] = [quantile(times.before), quantile(times.now)];
  return [name, duration(before), duration(now), (now / before).toFixed(2)];
}

/** Milliseconds. Throws where the command line cannot answer. */
function once(project: string, paths: readonly string[]): number {
  const from = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--max-old-space-size=8192', path.join(project, 'dist', 'cli.mjs'), 'investigate', '--json', ...paths],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  if (status !== 0 && status !== 1)
    throw new Error(`${project} answered ${status}: ${stderr.toString().slice(0, 500)}`);
  return performance.now() - from;
}

/** Every hundredth row of the vendor's table has another amount, each another way. */
function disturb(paths: readonly string[]): readonly string[] {
  const vendor = paths.at(-2);
  if (vendor === undefined) throw new Error('a case has two tables');
  const [header = '', ...lines] = readFileSync(vendor, 'utf8').split('\n');
  const at = header.split(',').indexOf('total_spend');
  const changed = lines.map((line, l) => {
    if (l % 100 !== 7 || line === '') return line;
    const cells = line.split(',');
    cells[at] = String(Number(cells[at]) + ((l * 7919) % 997) + 1);
    return cells.join(',');
  });
  writeFileSync(vendor, [header, ...changed].join('\n'));
  return paths;
}
