/** The command without a process: arguments in, text and an exit code out. */
import { carryOut, commandLine } from '../lib/command-line.ts';
import type { Given } from './command.ts';
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
	let output = '';
	const command = commandLine(
		'analyse',
		'Answer what the pages answer, for other programs.',
		COMMANDS.flatMap(({ examples }) => examples)
	);
	for (const { name, about, options, run } of COMMANDS) {
		const question = command.command(name).description(about);
		for (const option of options) question.addOption(option);
		question.action(async (given: Given) => void (output = await run(given, open)));
	}
	try {
		await carryOut(command, args, (text) => (output += text));
		return { code: 0, output: output.endsWith('\n') ? output : `${output}\n`, error: '' };
	} catch (cause) {
		const message = cause instanceof Error ? cause.message : String(cause);
		return { code: 2, output: '', error: `analyse: ${inOneLine(message)}\n` };
	}
}
