import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { replay } from '@/lib/core/faults/replay';
import { investigate } from '@/lib/core/investigation/investigate';
import type { InvestigationContext } from '@/lib/core/premises/investigation-context';
import type { CaseTables } from '@/lib/core/table/case-tables';
import { buildDataset } from '@/lib/core/table/dataset';
import { bindProposed, readAll, smallCaseFiles } from './support/case-files';
import { faultsToPlant, withFault } from './support/faults';
import { duration, megabytes, peakMemory, quantile, spread, table, timed } from './support/figures';
import { largeCase } from './support/large-case';

/**
 * How long the search takes from bound, typed columns to findings: for the small case in fresh processes and warm, and
 * for a case of many users with every fault of the catalogue in turn. Prints; asserts nothing.
 * `--users 100000` for another size, `--fault zeros-ignored` for one fault, `--small` for the small case alone.
 */
const { values: options } = parseArgs({
  options: {
    users: { type: 'string', default: '1000000' },
    fault: { type: 'string' },
    small: { type: 'boolean', default: false },
    /** What a fresh process is started with: investigates the small case once and prints the milliseconds. */
    once: { type: 'boolean', default: false },
  },
});

if (options.once) {
  const { tables, context } = bindProposed(await readAll(smallCaseFiles().paths));
  console.log(timed(() => investigate(tables, context)).milliseconds);
} else {
  if (options.fault === undefined) await benchSmall();
  if (!options.small) benchLarge(Number(options.users));
}

async function benchSmall(): Promise<void> {
  const { name, paths } = smallCaseFiles();
  const { tables, context } = bindProposed(await readAll(paths));
  console.log(`The search on ${name}, from typed columns`);
  const cold = Array.from({ length: 5 }, () =>
    Number(execFileSync(process.execPath, ['--import', 'tsx', fileURLToPath(import.meta.url), '--once'])),
  );
  console.log(`  first run of a fresh process  ${spread(cold)}`);
  const warm = Array.from({ length: 20 }, () => timed(() => investigate(tables, context)).milliseconds);
  console.log(`  again in one process          ${spread(warm)}`);
}

function benchLarge(users: number): void {
  const source = largeCase(users);
  const rows = source.deltas.reduce((sum, delta) => sum + delta.rows, 0);
  console.log(
    `\nThe search on ${users.toLocaleString('en-US')} users, ${rows.toLocaleString('en-US')} rows in ${source.deltas.length} deltas, by the fault of ours`,
  );
  const dataset = buildDataset(source);
  const plain = quantile(Array.from({ length: 7 }, () => timed(() => replay(dataset, [])).milliseconds));
  console.log(`One replay without faults takes ${duration(plain)} here: the measure of the other times.`);
  const context = { labels: { ours: 'Vendor', theirs: 'Customer' }, key: ['user_id'], rejected: {} };
  const faults = faultsToPlant(source).filter(({ fault }) => options.fault === undefined || fault === options.fault);
  const told = faults.map((fault) => [fault.fault, ...search(withFault(source, fault), context, plain)]);
  console.log(table([['fault', 'time', 'replays', 'processor', 'proved', 'said'], ...told]));
  console.log(`Peak memory ${megabytes(peakMemory())}.`);
}

/** @param plain milliseconds of one replay without faults */
function search(tables: CaseTables, context: InvestigationContext, plain: number): string[] {
  const before = process.cpuUsage();
  const { milliseconds, value } = timed(() => investigate(tables, context).findings.sides.ours);
  const said = value?.causes.map(({ fault }) => fault).join(' + ') ?? '';
  const { user, system } = process.cpuUsage(before);
  const replays = (milliseconds / plain).toFixed(0);
  return [
    duration(milliseconds),
    replays,
    duration((user + system) / 1000),
    value?.proved ? 'yes' : 'no',
    said === '' ? 'nothing' : said,
  ];
}
