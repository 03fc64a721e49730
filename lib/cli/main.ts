import { version } from '../../package.json';
import { investigate } from './investigate';
import { isReader, serveReader } from './reader-thread';
import { serve } from './serve';
import { unusable } from './unusable';

const USAGE = `Usage: tieout investigate [--json] DELTA... --ours FILE --theirs FILE
       tieout serve [--port PORT]
       tieout --help | --version

  investigate  compares two tables that should come from the same exported files, and finds and proves why they
               differ; "tieout investigate --help" tells the rest
  serve        opens the page on this machine, at the port or else at the first free one from 3000 on

Exit status: that of the command; 2 where there is no such command.
`;

if (isReader()) serveReader();
else process.exitCode = await main(process.argv.slice(2));

/** Gives the exit status. */
async function main([command, ...args]: readonly string[]): Promise<number> {
  switch (command) {
    case 'investigate':
      return investigate(args);
    case 'serve':
      return serve(args);
    case '--help':
    case '-h':
      return say(USAGE);
    case '--version':
      return say(`${version}\n`);
    case undefined:
      return unusable('No command is given: "tieout --help" names them.');
    default:
      return unusable(`There is no command "${command}": "tieout --help" names those that there are.`);
  }
}

function say(text: string): number {
  process.stdout.write(text);
  return 0;
}
