/**
 * `npm run check:figures [-- --format json] [-- --geodata <folder>]`: what the local documents
 * say beside what the tables of `geodata/` give.
 */
import { ensurePacks } from '../build/site.ts';
import { checkFigures } from './command.ts';

try {
	await ensurePacks({ log: (line) => console.error(line) });
} catch (error) {
	console.error(error instanceof Error ? error.message : String(error));
	process.exit(2);
}

const { code, output, error } = await checkFigures(process.argv.slice(2));
process.stdout.write(output);
process.stderr.write(error);
process.exitCode = code;
