/**
 * `analyse -- gaps --region <slug> [--need imd] [--provision community-venue,food-bank]
 * [--measure count] [--level msoa] [--edition 2025] [--bar core20] [--reach 15|2km]
 * [--mode walk] [--k 3] [--verified-only] [--matrix times.csv] [--variations]
 * [--format json|csv]`: what the page of gaps shows, gaps first, strongest first.
 */
import type { PartName } from '../../../src/lib/facts/parts.ts';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
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
import type { Command } from '../command.ts';
import { choice, positive, readOptions, required } from '../options.ts';

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
	async run(args, open) {
		const given = readOptions(args, {
			region: { type: 'string' },
			need: { type: 'string' },
			provision: { type: 'string' },
			measure: { type: 'string' },
			level: { type: 'string' },
			edition: { type: 'string' },
			bar: { type: 'string' },
			reach: { type: 'string' },
			mode: { type: 'string' },
			k: { type: 'string' },
			'verified-only': { type: 'boolean' },
			variations: { type: 'boolean' },
			matrix: { type: 'string' },
			format: { type: 'string' },
			geodata: { type: 'string' }
		});
		const format = choice('format', given.format, ['json', 'csv'], 'json');
		const request = readRequest(given);
		const wrong = mismatch(request);
		if (wrong) throw new Error(`--${wrong.field}: ${wrong.why}`);
		const region = await open(
			required('region', given.region),
			typeof given.geodata === 'string' ? given.geodata : undefined
		);
		for (const { id, parts } of provisionsOf(request.provision)) {
			for (const part of parts) {
				const why = await region.whyEmpty(part);
				if (why !== null) throw new Error(`--provision ${id}: ${why}`);
			}
		}
		const matrix = typeof given.matrix === 'string' ? readMatrix(given.matrix) : null;
		const editions = given.variations === true ? EDITION_IDS : [request.edition];
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
			given.variations === true
				? compareVariations(
						new Set(analysis.gaps.flatMap((unit) => analysis.areas[unit]?.code ?? [])),
						variationsOf(request, bench).map((one) => vary(one, bench))
					)
				: null;
		const write = format === 'json' ? gapsJson : gapsCsv;
		return write(analysis, region.owner, variations);
	}
};

function readRequest(given: Record<string, string | boolean | undefined>): GapsRequest {
	const usual = DEFAULT_REQUEST;
	const need = choice(
		'need',
		given.need,
		NEEDS.map(({ id }) => id),
		usual.need
	);
	const level =
		LEVEL_WORDS[choice('level', given.level, Object.keys(LEVEL_WORDS), usual.level)] ?? usual.level;
	const provision =
		typeof given.provision === 'string' ? given.provision.split(',') : usual.provision;
	for (const id of provision) {
		choice(
			'provision',
			id,
			PROVISIONS.map((one) => one.id),
			id
		);
	}
	const measure = usualMeasure(provision, level);
	const reach = typeof given.reach === 'string' ? readReach(given.reach) : usual.reach;
	if (!reach) {
		throw new Error(`--reach takes minutes (15) or kilometres (2km), not "${String(given.reach)}"`);
	}
	return {
		need,
		level,
		provision,
		reach,
		edition: choice('edition', given.edition, EDITION_IDS, usual.edition),
		measure: choice('measure', given.measure, MEASURE_IDS, measure),
		bar: choice('bar', given.bar, BAR_IDS, usualBar(need, level)),
		mode: choice('mode', given.mode, MODE_IDS, MODES.walk.id),
		k: typeof given.k === 'string' ? positive('k', given.k, 'a whole number above 0') : usual.k,
		verifiedOnly: given['verified-only'] === true
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
