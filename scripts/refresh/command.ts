/** What `npm run refresh` does, without a process around it. */
import { carryOut, commandLine, factsOption } from '../lib/command-line.ts';
import { readers } from './datasets/index.ts';
import { refresh } from './refresh.ts';

interface Values {
	from: string;
	geodata: string;
	only?: string;
}

/**
 * Run the command; lines go to `say`. Throws an Error of one line where anything is wrong, and
 * then nothing was written.
 */
export async function refreshCommand(
	args: readonly string[],
	say: (line: string) => void
): Promise<void> {
	const command = commandLine('refresh', 'Make the facts again from official tables.', [
		['--from ../sources', 'reads every table of that folder'],
		['--from ../sources --only published-documents', 'reads one']
	])
		.requiredOption('--from <folder>', 'where the official tables are')
		.addOption(factsOption())
		.option('--only <ids>', 'datasets of the catalogue, separated by commas')
		.action(async ({ from, geodata, only }: Values) => {
			const changed = await refresh({
				from,
				geodata,
				readers,
				...(only && { only: only.split(',') }),
				progress: say
			});
			if (changed.length === 0) say('geodata is as it was');
			for (const path of changed) say(`changed: ${path}`);
		});
	await carryOut(command, args);
}
