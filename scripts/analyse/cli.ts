/**
 * `npm run -s analyse -- <question> [options]`: what the pages show, for other programs. Only
 * data go to the standard output; what is wrong goes to the standard error, in one line.
 */
import { ensureRegions } from '../build/site.ts';
import { analyse } from './analyse.ts';
import { openRegion, type OpenRegion } from './region-parts.ts';

/** A region of the facts as they are now: built first where it is missing or out of date. */
const openFresh: OpenRegion = async (slug, geodata) => {
	if (geodata === undefined) {
		await ensureRegions({ regions: [slug], log: (line) => console.error(line) });
	}
	return openRegion(slug, geodata);
};

// Who reads may stop early, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code !== 'EPIPE') throw error;
});
const { code, output, error } = await analyse(process.argv.slice(2), openFresh);
process.stdout.write(output);
process.stderr.write(error);
process.exitCode = code;
