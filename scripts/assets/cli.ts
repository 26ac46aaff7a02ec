/** `npm run assets`: see `npm run -s assets -- --help`. */
import { printable } from '../lib/printable.ts';
import { runCommand } from '../lib/run-command.ts';
import { assetsCommand } from './command.ts';

// One line, whatever happens; the facts are as they were.
await runCommand('assets', () =>
	assetsCommand(process.argv.slice(2), (line) => void process.stdout.write(printable(line) + '\n'))
);
