/**
 * The form that all commands share which people type: `--help` with examples, one line for what is
 * wrong with what was typed, and what the status they end with means (see `runCommand`).
 */
import { Command, CommanderError, Option } from 'commander';
import { GEODATA } from './paths.ts';

/** One way to type a command, and what it does. */
export type Example = readonly [typed: string, does: string];

/**
 * A command of package.json that is yet to get its options and its work (`action`).
 *
 * @param script its name there
 * @param about what it does, in a sentence
 * @param examples what stands behind `npm run <script> --`
 */
export function commandLine(script: string, about: string, examples: readonly Example[]): Command {
	const typed = `npm run -s ${script}`;
	return new Command()
		.name(`${typed} --`)
		.description(about)
		.showSuggestionAfterError(false)
		.exitOverride()
		.configureOutput({ writeErr: () => undefined })
		.addHelpText(
			'after',
			[
				'\nExamples:',
				...examples.flatMap(([one, does]) => [
					`  ${one === '' ? typed : `${typed} -- ${one}`}`,
					`      ${does}`
				]),
				'\nEnds with 0 when all went well, 1 when the answer is no, 2 when it could not be done.'
			].join('\n')
		);
}

/** Where the facts are, which are the project's own unless another folder is named. */
export const factsOption = (): Option =>
	new Option('--geodata <folder>', 'folder of facts').default(GEODATA, 'geodata');

/**
 * Do what was typed. Throws an Error of one line, which names the help, where it cannot be
 * understood; what the work throws goes on to the caller.
 *
 * @param args what stands behind the name of the command
 * @param print takes the help, where that is asked for
 */
export async function carryOut(
	command: Command,
	args: readonly string[],
	print: (text: string) => void = (text) => void process.stdout.write(text)
): Promise<void> {
	for (const one of [command, ...command.commands]) one.configureOutput({ writeOut: print });
	try {
		await command.parseAsync(args, { from: 'user' });
	} catch (error) {
		if (!(error instanceof CommanderError)) throw error;
		if (error.exitCode === 0) return;
		const known = command.commands.map((one) => one.name()).join(', ');
		const wrong =
			error.code === 'commander.help'
				? `say what to do: ${known}`
				: error.message.replace(/^error: /, '') +
					(error.code === 'commander.unknownCommand' ? `; there are: ${known}` : '');
		throw new Error(`${wrong}. For help: ${command.name()} --help`, { cause: error });
	}
}
