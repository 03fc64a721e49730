import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '@/lib/core/result';
import { isFinished } from '../../scripts/steps/content-policy.mjs';
import { serveSite } from '../../scripts/steps/server.mjs';
import { unusable } from './unusable';

const FIRST_PORT = 3000;
const TRIED = 20;
const MAX_PORT = 65535;

/** The built page, from where the bundled command line stands: `dist/cli.mjs`. */
const site = fileURLToPath(new URL('../out', import.meta.url));

/** `tieout serve [--port PORT]`: the page, to this machine only, until it is stopped. Gives the exit status. */
export async function serve(args: readonly string[]): Promise<number> {
  const port = readPort(args);
  if (!port.ok) return unusable(port.problem);
  if (!isFinished(site)) return unusable('The page is not built: `npm run build` builds it.');
  const ports = port.value === null ? Array.from({ length: TRIED }, (_, i) => FIRST_PORT + i) : [port.value];
  try {
    const address = await serveSite(site, ports, process.env['TIEOUT_BASE_PATH'] ?? '');
    process.stdout.write(`Tieout is open at ${address}\nYour files stay on this machine. Press Ctrl+C to stop.\n`);
    return 0;
  } catch (error) {
    return unusable(error instanceof Error ? error.message : String(error));
  }
}

/** Null: whichever is free. */
function readPort(args: readonly string[]): Result<number | null, string> {
  try {
    const { values } = parseArgs({ args: [...args], options: { port: { type: 'string' } } });
    if (values.port === undefined) return ok(null);
    const port = Number(values.port);
    return /^\d+$/.test(values.port) && port >= 1 && port <= MAX_PORT
      ? ok(port)
      : fail(`--port takes a number from 1 to ${MAX_PORT}: "${values.port}" is none.`);
  } catch (error) {
    // parseArgs throws for what it does not know; its messages are sentences for people.
    return fail(error instanceof Error ? error.message : String(error));
  }
}
