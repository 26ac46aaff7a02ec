/** The command without a process: arguments in, text and an exit code out. */
import { COMMANDS } from './commands/index.ts';
import { openRegion, type OpenRegion } from './region-parts.ts';
import { inOneLine } from '../../src/lib/text/scan.ts';

export interface Ran {
	/** 0: answered; 2: the question or a file can't be read. */
	code: 0 | 2;
	output: string;
	error: string;
}

/**
 * Answer the question that the first argument names, with the others as its options; of regions
 * as they were built last, unless `open` does otherwise.
 */
export async function analyse(
	args: readonly string[],
	open: OpenRegion = openRegion
): Promise<Ran> {
	const [name = '', ...options] = args;
	try {
		const command = COMMANDS.find((candidate) => candidate.name === name);
		if (!command) {
			const known = COMMANDS.map((one) => one.name).join(', ');
			throw new Error(`${name === '' ? 'say what' : `there is no "${name}"`}; there are: ${known}`);
		}
		const output = await command.run(options, open);
		return { code: 0, output: output.endsWith('\n') ? output : `${output}\n`, error: '' };
	} catch (cause) {
		const message = cause instanceof Error ? cause.message : String(cause);
		return { code: 2, output: '', error: `analyse: ${inOneLine(message)}\n` };
	}
}
