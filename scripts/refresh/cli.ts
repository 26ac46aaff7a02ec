/** `npm run refresh -- --from <folder of sources> [--geodata <folder>] [--only <id,id>]` */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { printable } from '../lib/printable.ts';
import { readers } from './datasets/index.ts';
import { refresh } from './refresh.ts';
import { inOneLine } from '../../src/lib/text/scan.ts';

const project = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			from: { type: 'string' },
			geodata: { type: 'string', default: join(project, 'geodata') },
			only: { type: 'string' }
		}
	});
	if (!values.from) throw new Error('say where the sources are: --from <folder>');
	const changed = await refresh({
		from: values.from,
		geodata: values.geodata,
		readers,
		...(values.only && { only: values.only.split(',') }),
		progress: (line) => process.stdout.write(printable(line) + '\n')
	});
	process.stdout.write(
		changed.length === 0
			? 'geodata is as it was\n'
			: changed.map((path) => `changed: ${path}\n`).join('')
	);
}

try {
	await main();
} catch (error) {
	// One line, whatever happened; geodata is as it was.
	const message = error instanceof Error ? error.message : String(error);
	process.stderr.write(`refresh: ${printable(inOneLine(message), 2000)}\n`);
	process.exitCode = 2;
}
