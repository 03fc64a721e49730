import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensureBuilt } from '../../scripts/steps/build.mjs';
import { serveSite } from '../../scripts/steps/server.mjs';
import { floorsOf, missed } from './floors';
import { describeMachine } from './machine';
import { HELP, readOptions } from './options';
import { benchDrop } from './parts/drop';
import { benchFaults } from './parts/faults';
import { benchRows } from './parts/rows';
import { benchSmall } from './parts/small';
import { benchStages } from './parts/stages';
import { servePeers } from './peers/serve-page';
import { printed } from './print';
import { writeReadme } from './readme';
import type { Results } from './results';
import { BENCH_FOLDER } from './support/folder';

const PORTS = [4183, 4184, 4185, 4186];

const options = readOptions(process.argv.slice(2));
if (options === 'help') {
  console.log(HELP);
  process.exit(0);
}

const runs = (part: (typeof options.only)[number]) => options.only.includes(part);
if (options.site === null && (await ensureBuilt()) !== 0) throw new Error('the site could not be built');
const product = await serveSite(path.resolve(options.site ?? 'out'), PORTS);
const peers = runs('drop') ? await servePeers() : '';

const results: Results = {
  machine: await describeMachine(),
  runs: options.runs,
  small: runs('small') ? await benchSmall(product, options.runs) : null,
  drop: runs('drop') ? await benchDrop({ product, peers }, options) : [],
  rows: runs('rows') ? await benchRows(product, options) : null,
  stages: runs('stages') ? await benchStages(options) : [],
  faults: runs('faults') ? benchFaults(options) : null,
};

mkdirSync(BENCH_FOLDER, { recursive: true });
writeFileSync(path.join(BENCH_FOLDER, 'results.json'), `${JSON.stringify(results, null, 2)}\n`);
console.log(printed(results));
if (options.write) writeReadme(results);
const below = missed(floorsOf(results));
if (options.check && below.length > 0) console.error(`Below the floor: ${below.map(({ name }) => name).join('; ')}.`);
process.exit(options.check && below.length > 0 ? 1 : 0);
