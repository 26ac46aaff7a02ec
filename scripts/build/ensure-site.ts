/** Builds the site for tests where it is missing or out of date. */
import { ensureBuilt } from './site.ts';

try {
	await ensureBuilt({ compress: false, log: (line) => console.log(line) });
} catch (error) {
	console.error(error instanceof Error ? error.message : String(error));
	process.exitCode = 1;
}
