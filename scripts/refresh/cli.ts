/** `npm run refresh`: see `npm run -s refresh -- --help`. */
import { carryOut, commandLine, factsOption } from '../lib/command-line.ts';
import { printable } from '../lib/printable.ts';
import { runCommand } from '../lib/run-command.ts';
import { readers } from './datasets/index.ts';
import { refresh } from './refresh.ts';

interface Values {
	from: string;
	geodata: string;
	only?: string;
}

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
			progress: (line) => process.stdout.write(printable(line) + '\n')
		});
		process.stdout.write(
			changed.length === 0
				? 'geodata is as it was\n'
				: changed.map((path) => `changed: ${path}\n`).join('')
		);
	});

// One line, whatever happens; the facts are as they were.
await runCommand('refresh', () => carryOut(command, process.argv.slice(2)));
