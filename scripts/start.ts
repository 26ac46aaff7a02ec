/** `npm start`: builds the site where it must, serves it on this machine, says where. */
import { areaPagesOnDemand } from './build/areas/on-demand.ts';
import { ensureBuilt } from './build/site.ts';
import { startSite } from './build/start-site.ts';
import { PROJECT } from './lib/paths.ts';
import { endWithCommand } from './lib/process-facts.ts';
import { openDoor, parsePort } from './lib/serve.ts';

const DEFAULT_PORT = 4173;

/** Prints one line and ends: 2 when the request can't be met, 1 when the build failed. */
function stop(error: unknown, code: number): never {
	console.error(error instanceof Error ? error.message : String(error));
	process.exit(code);
}

/** The port is kept while the site is built, so that nobody else can take it meanwhile. */
async function takePort() {
	try {
		return await openDoor(parsePort(process.env['PORT'], DEFAULT_PORT));
	} catch (error) {
		stop(error, 2);
	}
}

endWithCommand();
const door = await takePort();
try {
	const make = areaPagesOnDemand();
	const site = await startSite(
		door,
		// A server on this machine has no need of compressed copies.
		() => ensureBuilt({ compress: false, log: (line) => console.log(line) }),
		PROJECT,
		make
	);
	console.log(`Asset Gap Map is at ${site.url}/ (Ctrl+C stops it)`);
	// Whoever types a postcode now need not wait until a region is read.
	make.getReady();
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => void site.close().then(() => process.exit(0)));
	}
} catch (error) {
	stop(error, 1);
}
