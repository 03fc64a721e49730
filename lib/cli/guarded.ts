import { unusable } from './unusable';

/**
 * Runs a command and gives its exit status. A mistake of the program itself decides nothing of the tables: it ends with
 * status 2 and a sentence, wherever it happens, and with its stack where `TIEOUT_DEBUG` is set.
 */
export async function guarded(command: () => Promise<number>): Promise<number> {
  for (const event of ['uncaughtException', 'unhandledRejection'])
    process.on(event, (error) => process.exit(mistake(error)));
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever read the output, `head` say, has read enough.
    if (error.code !== 'EPIPE') process.exit(mistake(error));
  });
  try {
    return await command();
  } catch (error) {
    return mistake(error);
  }
}

function mistake(error: unknown): number {
  const named = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  if (process.env['TIEOUT_DEBUG'] && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
  return unusable(
    `Tieout made a mistake of its own and stopped, so nothing is said of the tables (${named.replace(/\s+/g, ' ')}). Please report it with the output of the same call under TIEOUT_DEBUG=1.`,
  );
}
