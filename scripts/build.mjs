// Builds the site into `out`, to be served by any host of static files.
import { build } from './steps/build.mjs';
import { ensureInstalled } from './steps/install.mjs';

process.exit((await ensureInstalled({ tools: false })) ? await build() : 1);
