import { version } from '../../package.json';
import { guarded } from './guarded';
import { investigate } from './investigate';
import { say } from './output';
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
else process.exitCode = await guarded(() => main(process.argv.slice(2)));

/** Gives the exit status. */
async function main([command, ...args]: readonly string[]): Promise<number> {
  switch (command) {
    case 'investigate':
      return investigate(args);
    case 'serve':
      return serve(args);
    case '--help':
    case '-h':
      say(USAGE);
      return 0;
    case '--version':
      say(`${version}\n`);
      return 0;
    case undefined:
      return unusable('No command is given: "tieout --help" names them.');
    default:
      return unusable(`There is no command "${command}": "tieout --help" names those that there are.`);
  }
}
