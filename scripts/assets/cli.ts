/**
 * `npm run assets -- import <file>… [--as <reader>] [--collected <date>] [--out <folder>] [--dry-run]`
 * `npm run assets -- import --url <feed> --dataset <id> --publisher <name> --licence <licence>`
 * `npm run assets -- charities <extract>…` (import, then the counts beside the published ones)
 * `npm run assets -- decide <file>…` (what people decided on duplicates)
 */
import { printable } from '../lib/printable.ts';
import { runCommand } from '../lib/run-command.ts';
import { assetsCommand } from './command.ts';

// One line, whatever happens; the facts are as they were.
await runCommand('assets', () =>
	assetsCommand(process.argv.slice(2), (line) => void process.stdout.write(printable(line) + '\n'))
);
