// Opens Tieout from a fresh clone: installs what is missing, builds what changed, serves it on this machine only.
import path from 'node:path';
import { ensureBuilt } from './steps/build.mjs';
import { ensureInstalled } from './steps/install.mjs';
import { root } from './steps/run.mjs';
import { serveSite } from './steps/server.mjs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 9)) {
  console.error(`Tieout needs Node 20.9 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}
if (!(await ensureInstalled({ tools: false }))) {
  console.error('The packages could not be installed; the reason stands above.');
  process.exit(1);
}
if ((await ensureBuilt()) !== 0) {
  console.error('The page could not be built; the reason stands above.');
  process.exit(1);
}

const chosen = process.env['PORT'];
const first = chosen ? Number(chosen) : 3000;
const ports = Array.from({ length: 20 }, (_, i) => first + i);
const address = await serveSite(path.join(root, 'out'), ports, process.env['TIEOUT_BASE_PATH'] ?? '');
console.log(`\nTieout is open at ${address}\nYour files stay on this machine. Press Ctrl+C to stop.`);
