// Serves the sources and reloads on change. Without the content security policy: look at `npm start` before release.
import { writeSample } from './steps/build.mjs';
import { ensureInstalled } from './steps/install.mjs';
import { runTool } from './steps/run.mjs';

if (!(await ensureInstalled({ tools: false }))) process.exit(1);
await writeSample();
process.exit(await runTool('next/dist/bin/next', ['dev', '--hostname', '127.0.0.1']));
