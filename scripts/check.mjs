// Every check that reads the sources: format, lint, types, import arrow, dead code. All of them run, whatever fails.
import { checks } from './steps/checks.mjs';
import { ensureInstalled } from './steps/install.mjs';
import { stageLog } from './steps/stages.mjs';

const log = stageLog();
if (!(await ensureInstalled({ tools: true }))) process.exit(1);
for (const { name, run } of checks) await log.stage(name, run);
log.print();
process.exit(log.failed() === 0 ? 0 : 1);
