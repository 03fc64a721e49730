// Builds what changed and packs it as one file that `npm install` takes: the page, the command line, nothing else.
import path from 'node:path';
import { ensureBuilt } from './steps/build.mjs';
import { ensureCommand } from './steps/command.mjs';
import { ensureInstalled } from './steps/install.mjs';
import { packProduct } from './steps/pack.mjs';
import { root } from './steps/run.mjs';

const ready = (await ensureInstalled({ tools: false })) && (await ensureBuilt()) === 0 && (await ensureCommand()) === 0;
process.exit(ready ? await packProduct(path.join(root, 'out'), root) : 1);
