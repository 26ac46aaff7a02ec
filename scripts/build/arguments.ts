/** What `npm run build` can be told. */
import { carryOut, commandLine } from '../lib/command-line.ts';

export interface BuildArguments {
	/** Slugs of regions; undefined is the usual ones, null all there are. */
	regions: readonly string[] | null | undefined;
	/** Packs alone, without pages. */
	packsOnly: boolean;
}

/**
 * Do `work` with what the command line asks for. Throws one line where it cannot be understood, and
 * what the work throws.
 */
export async function buildCommand(
	args: readonly string[],
	work: (asked: BuildArguments) => Promise<void>
): Promise<void> {
	const command = commandLine('build', 'Build the site: data of the regions, and pages.', [
		['', 'builds the regions of the published site'],
		['--regions norfolk-and-suffolk', 'builds one'],
		['--all --packs-only', 'builds the data of every region, without pages']
	])
		.option('--regions <slugs>', 'regions, separated by commas')
		.option('--all', 'every region there is')
		.option('--packs-only', 'data alone, without pages')
		.action((asked: { regions?: string; all?: true; packsOnly?: true }) => {
			if (asked.all && asked.regions !== undefined)
				throw new Error('--all and --regions exclude each other');
			const regions = asked.regions
				?.split(',')
				.map((slug) => slug.trim())
				.filter((slug) => slug !== '');
			if (regions?.length === 0) throw new Error('--regions names none');
			return work({ regions: asked.all ? null : regions, packsOnly: asked.packsOnly ?? false });
		});
	await carryOut(command, args);
}
