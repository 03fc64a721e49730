// Serves what was built, on one port: `node scripts/serve.mjs 4173`. Installs and builds nothing.
import path from 'node:path';
import { root } from './steps/run.mjs';
import { serveSite } from './steps/server.mjs';

const port = Number(process.argv[2] ?? 4173);
const address = await serveSite(path.join(root, 'out'), [port], process.env['TIEOUT_BASE_PATH'] ?? '');
console.log(address);
