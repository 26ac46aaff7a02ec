/**
 * `npm run assets -- import <file>… [--as <reader>] [--collected <date>] [--out <folder>] [--dry-run]`
 * `npm run assets -- import --url <feed> --dataset <id> --publisher <name> --licence <licence>`
 * `npm run assets -- charities <extract>…` (import, then the counts beside the published ones)
 * `npm run assets -- decide <file>…` (what people decided on duplicates)
 */
import { printable } from '../lib/printable.ts';
import { assetsCommand } from './command.ts';
import { inOneLine } from '../../src/lib/text/scan.ts';

try {
	await assetsCommand(
		process.argv.slice(2),
		(line) => void process.stdout.write(printable(line) + '\n')
	);
} catch (error) {
	// One line, whatever happened; the facts are as they were.
	const message = error instanceof Error ? error.message : String(error);
	process.stderr.write(`assets: ${printable(inOneLine(message), 2000)}\n`);
	process.exitCode = 2;
}
