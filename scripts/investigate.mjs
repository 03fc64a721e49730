// `npm run --silent investigate -- …`: the command line from its sources, bundled where they changed since.
import { pathToFileURL } from 'node:url';
import { command, ensureCommand } from './steps/command.mjs';

if ((await ensureCommand()) !== 0) process.exit(2);
process.argv.splice(1, 1, command, 'investigate');
await import(pathToFileURL(command).href);
