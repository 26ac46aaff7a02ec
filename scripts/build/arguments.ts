/** What `npm run build` can be told. */
import { parseArgs } from 'node:util';

export interface BuildArguments {
	/** Slugs of regions; undefined is the usual ones, null all there are. */
	regions: readonly string[] | null | undefined;
	/** Packs alone, without pages. */
	packsOnly: boolean;
}

const USAGE = 'npm run build [-- --regions <slug>,<slug> | --all] [--packs-only]';

/** Read the command line. Throws one line that says how it is called. */
export function readArguments(args: readonly string[]): BuildArguments {
	const { values } = parse(args);
	if (values.all && values.regions !== undefined)
		throw new Error(`--all and --regions exclude each other. ${USAGE}`);
	const regions = values.regions
		?.split(',')
		.map((slug) => slug.trim())
		.filter((slug) => slug !== '');
	if (regions?.length === 0) throw new Error(`--regions names none. ${USAGE}`);
	return {
		regions: values.all ? null : regions,
		packsOnly: values['packs-only'] ?? false
	};
}

function parse(args: readonly string[]) {
	try {
		return parseArgs({
			args: [...args],
			options: {
				regions: { type: 'string' },
				all: { type: 'boolean' },
				'packs-only': { type: 'boolean' }
			}
		});
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		throw new Error(`${message.split('\n')[0] ?? ''} ${USAGE}`, { cause: error });
	}
}
