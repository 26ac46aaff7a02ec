/** The end of a command that people type: one line of what was wrong, whatever it was. */
import { inOneLine } from '../../src/lib/text/scan.ts';
import { printable } from './printable.ts';

/**
 * Do a command's work. What it throws becomes one line and status 2; so does an end before the
 * work is done, where nothing is left to wait for and Node would go without a word.
 */
export async function runCommand(name: string, work: () => Promise<void>): Promise<void> {
	const fail = (message: string): void => {
		process.stderr.write(`${name}: ${printable(inOneLine(message), 2000)}\n`);
		process.exitCode = 2;
	};
	const unsettled = () =>
		fail('came to an end before its work was done, which is a mistake of the program: report it');
	process.once('exit', unsettled);
	try {
		await work();
	} catch (error) {
		fail(error instanceof Error ? error.message : String(error));
	} finally {
		process.off('exit', unsettled);
	}
}
