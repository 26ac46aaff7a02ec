/** What `npm run assets` does, without a process around it. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { LICENCES, type LicenceId } from '../../src/lib/catalogue/catalogue.ts';
import { GEODATA, PROJECT } from '../lib/paths.ts';
import { compareCharities } from './charities.ts';
import { decide } from './decide.ts';
import { fetchFeed } from './feed.ts';
import { importFiles } from './import.ts';
import type { ReadContext } from './reader.ts';
import { READERS } from './readers/index.ts';

/** An hour in milliseconds: clocks of the system take far longer waits for none at all. */
const LONGEST_DELAY = 3_600_000;

/**
 * Run the command; lines go to `say`. Throws an Error of one line where anything is wrong, and
 * then nothing was written.
 */
export async function assetsCommand(
	args: readonly string[],
	say: (line: string) => void
): Promise<void> {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: {
			as: { type: 'string' },
			collected: { type: 'string' },
			out: { type: 'string' },
			geodata: { type: 'string', default: GEODATA },
			'dry-run': { type: 'boolean', default: false },
			url: { type: 'string' },
			dataset: { type: 'string' },
			publisher: { type: 'string' },
			licence: { type: 'string' },
			delay: { type: 'string', default: '500' }
		}
	});
	const [command, ...files] = positionals;
	if (command === 'decide') {
		const dryRun = values['dry-run'];
		const written = await decide({ files, geodata: values.geodata, dryRun, say });
		if (dryRun) say('nothing written');
		else if (written.length === 0) say('geodata is as it was');
		else written.forEach((path) => say(`changed: ${path}`));
		return;
	}
	if (command !== 'import' && command !== 'charities') {
		throw new Error('say what to do: import <file>…, charities <extract>… or decide <decisions>…');
	}
	const feed = feedOf(values);
	let collected = values.collected;
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
		geodata: values.geodata,
		say,
		dryRun: values['dry-run'],
		...(values.out !== undefined && { out: values.out }),
		...(command === 'charities'
			? { as: 'charity-commission' }
			: values.as !== undefined && { as: values.as }),
		...(collected !== undefined && { collected }),
		...(feed && { feed })
	});
	if (values['dry-run']) say(`nothing written; would make: ${datasets.join(', ')}`);
	else if (changed.length === 0) say(`${values.out ?? 'geodata'} is as it was`);
	else changed.forEach((path) => say(`changed: ${path}`));
	if (command === 'charities' && !values['dry-run']) {
		(await compareCharities(values.out ?? values.geodata, values.geodata)).forEach(say);
	}
}

/** Whose services a feed has. Throws where that is only half said. */
function feedOf(values: {
	url?: string;
	dataset?: string;
	publisher?: string;
	licence?: string;
}): ReadContext['feed'] {
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
