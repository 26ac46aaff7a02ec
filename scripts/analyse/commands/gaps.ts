/** `gaps`: what the page of gaps shows, gaps first, strongest first. */
import type { PartName } from '../../../src/lib/facts/parts.ts';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Option } from 'commander';
import { parseTravelMatrix } from '../../../src/lib/access/matrix.ts';
import { MODE_IDS, MODES } from '../../../src/lib/access/travel.ts';
import { EDITION_IDS } from '../../../src/lib/facts/editions.ts';
import { analyseGaps } from '../../../src/lib/gaps/analysis.ts';
import { gapsCsv, gapsJson } from '../../../src/lib/gaps/download.ts';
import { MEASURE_IDS } from '../../../src/lib/gaps/measures.ts';
import { BAR_IDS, usualBar } from '../../../src/lib/gaps/need-bar.ts';
import { NEEDS } from '../../../src/lib/gaps/needs.ts';
import { PROVISIONS, provisionsOf } from '../../../src/lib/gaps/provisions.ts';
import { DEFAULT_REQUEST, readReach, type GapsRequest } from '../../../src/lib/gaps/request.ts';
import { mismatch, usualMeasure } from '../../../src/lib/gaps/together.ts';
import { compareVariations, variationsOf, vary } from '../../../src/lib/gaps/variations.ts';
import { PARTS_WELCOME, partsNeeded, Workbench } from '../../../src/lib/gaps/workbench.ts';
import type { Level } from '../../../src/lib/areas/region.ts';
import type { Command, Given } from '../command.ts';
import { choice, positive, required } from '../options.ts';

/** Words for levels: ours, and those of statisticians. */
const LEVEL_WORDS: Readonly<Record<string, Level>> = {
	neighbourhood: 'lsoa',
	lsoa: 'lsoa',
	community: 'msoa',
	msoa: 'msoa',
	place: 'place',
	district: 'district'
};

export const gaps: Command = {
	name: 'gaps',
	about: 'where need is high and provision thin, as on the page of gaps',
	examples: [
		['gaps --region norfolk-and-waveney', 'as the page opens, as JSON'],
		[
			'gaps --region norfolk-and-waveney --provision food-bank --reach 2km --format csv',
			'food banks within two kilometres, as a table'
		]
	],
	options: [
		new Option('--region <slug>', 'whose areas'),
		new Option('--need <need>', `what counts as need (usual: ${DEFAULT_REQUEST.need})`),
		new Option('--provision <kinds>', 'what is provided, with commas between kinds'),
		new Option('--measure <measure>', `how provision is counted: ${MEASURE_IDS.join(', ')}`),
		new Option('--level <level>', `areas of which size: ${Object.keys(LEVEL_WORDS).join(', ')}`),
		new Option('--edition <year>', `Indices of Deprivation: ${EDITION_IDS.join(', ')}`),
		new Option('--bar <bar>', `from where need is high: ${BAR_IDS.join(', ')}`),
		new Option('--reach <reach>', 'minutes (15) or kilometres (2km)'),
		new Option('--mode <mode>', `how people travel: ${MODE_IDS.join(', ')}`),
		new Option('--k <number>', 'how many places must be near'),
		new Option('--verified-only', 'places that their own source confirms, alone'),
		new Option('--variations', 'what other questions would find'),
		new Option('--matrix <file>', 'CSV of journeys in place of estimates'),
		new Option('--format <format>', 'json or csv (usual: json)'),
		new Option('--geodata <folder>', 'folder of facts in place of the project’s')
	],
	async run(given, open) {
		const format = choice('format', given['format'], ['json', 'csv'], 'json');
		const request = readRequest(given);
		const wrong = mismatch(request);
		if (wrong) throw new Error(`--${wrong.field}: ${wrong.why}`);
		const region = await open(
			required('region', given['region']),
			typeof given['geodata'] === 'string' ? given['geodata'] : undefined
		);
		for (const { id, parts } of provisionsOf(request.provision)) {
			for (const part of parts) {
				const why = await region.whyEmpty(part);
				if (why !== null) throw new Error(`--provision ${id}: ${why}`);
			}
		}
		const matrix = typeof given['matrix'] === 'string' ? readMatrix(given['matrix']) : null;
		const editions = given['variations'] === true ? EDITION_IDS : [request.edition];
		const names = editions.flatMap((edition) => {
			const asked = { ...request, edition };
			return mismatch(asked) ? [] : partsNeeded(asked);
		});
		const parts = new Map<PartName, object>();
		for (const name of [...names, ...PARTS_WELCOME]) {
			if (region.has(name)) parts.set(name, await region.part(name));
		}
		const bench = new Workbench(region.name, (part) => parts.get(part), matrix);
		const analysis = analyseGaps(request, bench);
		const variations =
			given['variations'] === true
				? compareVariations(
						new Set(analysis.gaps.flatMap((unit) => analysis.areas[unit]?.code ?? [])),
						variationsOf(request, bench).map((one) => vary(one, bench))
					)
				: null;
		const write = format === 'json' ? gapsJson : gapsCsv;
		return write(analysis, region.owner, variations);
	}
};

function readRequest(given: Given): GapsRequest {
	const usual = DEFAULT_REQUEST;
	const need = choice(
		'need',
		given['need'],
		NEEDS.map(({ id }) => id),
		usual.need
	);
	const level =
		LEVEL_WORDS[choice('level', given['level'], Object.keys(LEVEL_WORDS), usual.level)] ??
		usual.level;
	const provision =
		typeof given['provision'] === 'string' ? given['provision'].split(',') : usual.provision;
	for (const id of provision) {
		choice(
			'provision',
			id,
			PROVISIONS.map((one) => one.id),
			id
		);
	}
	const measure = usualMeasure(provision, level);
	const reach = typeof given['reach'] === 'string' ? readReach(given['reach']) : usual.reach;
	if (!reach) {
		throw new Error(
			`--reach takes minutes (15) or kilometres (2km), not "${String(given['reach'])}"`
		);
	}
	return {
		need,
		level,
		provision,
		reach,
		edition: choice('edition', given['edition'], EDITION_IDS, usual.edition),
		measure: choice('measure', given['measure'], MEASURE_IDS, measure),
		bar: choice('bar', given['bar'], BAR_IDS, usualBar(need, level)),
		mode: choice('mode', given['mode'], MODE_IDS, MODES.walk.id),
		k:
			typeof given['k'] === 'string'
				? positive('k', given['k'], 'a whole number above 0')
				: usual.k,
		verifiedOnly: given['verifiedOnly'] === true
	};
}

function readMatrix(path: string) {
	let text: string;
	try {
		text = readFileSync(path, 'utf8');
	} catch {
		throw new Error(`${path}: there is no such file, or it can’t be read`);
	}
	return parseTravelMatrix(text, basename(path));
}
