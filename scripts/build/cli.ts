/** `npm run build`: packs and pages, with compressed copies, into `build/`. */
import { readArguments } from './arguments.ts';
import { buildSite, ensurePacks } from './site.ts';

const log = (line: string): void => console.log(line);

try {
	const { regions, packsOnly } = readArguments(process.argv.slice(2));
	const request = { regions, log };
	await (packsOnly ? ensurePacks(request) : buildSite({ ...request, compress: true }));
} catch (error) {
	console.error(`build: ${error instanceof Error ? error.message : String(error)}`);
	process.exitCode = 1;
}
