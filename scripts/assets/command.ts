/** What `npm run assets` does, without a process around it. */
import { join } from 'node:path';
import type { Command } from 'commander';
import { LICENCES, type LicenceId } from '../../src/lib/catalogue/catalogue.ts';
import { carryOut, commandLine, factsOption, type Example } from '../lib/command-line.ts';
import { PROJECT } from '../lib/paths.ts';
import { compareCharities } from './charities.ts';
import { decide } from './decide.ts';
import { fetchFeed } from './feed.ts';
import { importFiles } from './import.ts';
import { LIST } from './list.ts';
import type { ReadContext } from './reader.ts';
import { READERS } from './readers/index.ts';

/** An hour in milliseconds: clocks of the system take far longer waits for none at all. */
const LONGEST_DELAY = 3_600_000;

const EXAMPLES: readonly Example[] = [
	['import extract.zip --dry-run', 'reads a file that a reader knows, and writes nothing'],
	[
		'import halls.kml --dataset zzyzx-halls --publisher "Zzyzx Council" --licence OGL-3.0',
		'reads a list in any layout that the page reads'
	],
	[
		'import --url https://example.org/openreferral --dataset zzyzx --publisher "Zzyzx Council" --licence OGL-3.0',
		'asks a feed of services'
	],
	['charities publicextract.charity.zip', 'imports charities, with the printed counts beside'],
	['decide decisions.csv', 'takes over what people decided on duplicates']
];

/** An option that may come several times. */
const each = (value: string, before: string[] | undefined): string[] => [...(before ?? []), value];

interface Where {
	geodata: string;
	dryRun?: true;
}
interface ImportValues extends Where {
	as?: string;
	collected?: string;
	out?: string;
	url?: string;
	dataset?: string;
	publisher?: string;
	licence?: string;
	delay: string;
	column?: string[];
	kind?: string[];
}

/**
 * Run the command; lines go to `say`. Throws an Error of one line where anything is wrong, and
 * then nothing was written.
 */
export async function assetsCommand(
	args: readonly string[],
	say: (line: string) => void
): Promise<void> {
	const command = commandLine('assets', 'Bring listings of places into the facts.', EXAMPLES);
	const where = (part: Command) =>
		part.addOption(factsOption()).option('--dry-run', 'say what would be made, and write nothing');
	const reading = (part: Command) =>
		where(part)
			.option(
				'--as <reader>',
				`reader, one of: ${[...READERS, LIST].map(({ id }) => id).join(', ')}`
			)
			.option('--collected <date>', 'the date of the source, as the file has it')
			.option('--out <folder>', 'write there instead of into the facts')
			.option('--url <feed>', 'a feed of services, instead of a file')
			.option('--dataset <id>', 'a name for the services, in lower-case letters')
			.option('--publisher <name>', 'whose services they are')
			.option('--licence <licence>', `one of: ${Object.keys(LICENCES).join(', ')}`)
			.option(
				'--column <heading=field>',
				'what a column of a list is; may be given several times',
				each
			)
			.option(
				'--kind <word=kind>',
				'what a word for a kind means; “=kind” for rows without one',
				each
			)
			.option('--delay <milliseconds>', 'pause between requests to a feed', '500');
	reading(command.command('import'))
		.description('read files of publishers, or a feed')
		.argument('[files...]')
		.action((files: string[], values: ImportValues) => bring(files, values, say));
	reading(command.command('charities'))
		.description('read an extract of the register of charities, and compare counts')
		.argument('[files...]')
		.action(async (files: string[], values: ImportValues) => {
			await bring(files, { ...values, as: 'charity-commission' }, say);
			if (values.dryRun) return;
			(await compareCharities(values.out ?? values.geodata, values.geodata)).forEach(say);
		});
	where(command.command('decide'))
		.description('take over files of decisions on duplicates')
		.argument('[files...]')
		.action(async (files: string[], { geodata, dryRun }: Where) => {
			const written = await decide({ files, geodata, dryRun: dryRun ?? false, say });
			if (dryRun) say('nothing written');
			else if (written.length === 0) say('geodata is as it was');
			else written.forEach((path) => say(`changed: ${path}`));
		});
	await carryOut(command, args);
}

/** Import files, and a feed where one is named. */
async function bring(
	named: readonly string[],
	values: ImportValues,
	say: (line: string) => void
): Promise<void> {
	const files = [...named];
	const { as, out, dryRun, geodata } = values;
	const feed = feedOf(values);
	let { collected } = values;
	if (values.url !== undefined && feed) {
		const file = join(PROJECT, '.cache', 'open-referral', `${feed.dataset}.jsonl`);
		const delay = Number(values.delay);
		if (!(delay >= 100 && delay <= LONGEST_DELAY))
			throw new Error(`--delay is between 100 and ${LONGEST_DELAY} milliseconds`);
		await fetchFeed({ url: values.url, file, delay, say });
		files.push(file);
		collected ??= new Date().toISOString().slice(0, 10);
	}
	const { changed, datasets } = await importFiles({
		files,
		readers: READERS,
		geodata,
		say,
		dryRun: dryRun ?? false,
		...(out !== undefined && { out }),
		...(as !== undefined && { as }),
		...(collected !== undefined && { collected }),
		...(feed && { feed }),
		choices: {
			...(values.column && { columns: values.column }),
			...(values.kind && { kinds: values.kind })
		}
	});
	if (dryRun) say(`nothing written; would make: ${datasets.join(', ')}`);
	else if (changed.length === 0) say(`${out ?? 'geodata'} is as it was`);
	else changed.forEach((path) => say(`changed: ${path}`));
}

/** Whose services a feed has. Throws where that is only half said. */
function feedOf(values: ImportValues): ReadContext['feed'] {
	const { url, dataset, publisher, licence } = values;
	if (url === undefined && dataset === undefined) return undefined;
	if (dataset === undefined || publisher === undefined || licence === undefined) {
		throw new Error(
			'say whose services these are: --dataset <id> --publisher <name> --licence <licence>'
		);
	}
	if (!Object.hasOwn(LICENCES, licence)) {
		throw new Error(`--licence: "${licence}" is none of ${Object.keys(LICENCES).join(', ')}`);
	}
	if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(dataset)) {
		throw new Error(`--dataset: "${dataset}" is not in small letters with hyphens`);
	}
	return {
		dataset,
		publisher,
		licence: licence as LicenceId,
		url: url ?? 'https://openreferraluk.org/'
	};
}
