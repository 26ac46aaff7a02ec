/** `npm run refresh`: see `npm run -s refresh -- --help`. */
import { printable } from '../lib/printable.ts';
import { runCommand } from '../lib/run-command.ts';
import { refreshCommand } from './command.ts';

// One line, whatever happens; the facts are as they were.
await runCommand('refresh', () =>
	refreshCommand(process.argv.slice(2), (line) => void process.stdout.write(printable(line) + '\n'))
);
