// Serves the sources and reloads on change. Without the content security policy: look at `npm start` before release.
import { writeSample } from './steps/build.mjs';
import { ensureInstalled } from './steps/install.mjs';
import { runTool } from './steps/run.mjs';

const ready = (await ensureInstalled({ tools: false })) && (await writeSample()) === 0;
process.exit(ready ? await runTool('next/dist/bin/next', ['dev', '--hostname', '127.0.0.1']) : 1);
