/**
 * Which column of a file is what: by its heading, however it is written, and failing that
 * by what stands in it. The reader may choose otherwise.
 */
import { distance } from 'fastest-levenshtein';
import { ASSET_FIELDS, type AssetField } from '../asset.ts';
import { readPostcode } from '../../postcodes/postcode.ts';
import { samplesOf, type ColumnReading } from './column-reading.ts';
import { looksLikeEmail, withoutBetween } from '../../text/scan.ts';

/** What a column may be: a field of an asset, or something that a field is made from. */
export type Target = AssetField | 'easting' | 'northing' | 'position';

const MADE: Readonly<Record<Exclude<Target, AssetField>, string>> = {
	easting: 'Easting (National Grid, metres)',
	northing: 'Northing (National Grid, metres)',
	position: 'Latitude and longitude in one cell'
};

/** Fields that are worked out here and not read from a file. */
const WORKED_OUT: readonly AssetField[] = ['lsoa21', 'source'];

/** Everything that a column may be, with the words for it, in the order of the schema. */
export const TARGETS: readonly { id: Target; label: string }[] = [
	...(Object.keys(ASSET_FIELDS) as AssetField[])
		.filter((field) => !WORKED_OUT.includes(field))
		.map((field) => ({ id: field, label: ASSET_FIELDS[field].label })),
	...Object.entries(MADE).map(([id, label]) => ({ id: id as Target, label }))
];

/** The target of each column; null where a column is not used. */
export type Mapping = (Target | null)[];

/** Other words for each, as people head their columns. Case and punctuation don't matter. */
const WORDS: Readonly<Partial<Record<Target, string>>> = {
	id: 'identifier, asset id, unique id, ref, reference, uid',
	name: 'title, venue, venue name, place, place name, service, service name, asset, asset name, site, site name, location name, project, project name, group, group name, activity, name of venue, name of service, name of organisation or venue',
	kind: 'type, category, asset type, type of asset, service type, type of service, venue type, kind of place, kind of asset, classification, primary category',
	subkind: 'subtype, sub type, subcategory, sub category, more specific kind',
	serves:
		'who it is for, who for, audience, target group, eligibility, eligibility criteria, client group, beneficiaries, who can use it, age group',
	address:
		'address 1, address1, address line 1, address line 2, address line 3, address line1, address line2, address 2, address2, address 3, address3, street, street address, road, town, city, village, locality, county, full address, venue address, location, delivery address, town city',
	postcode:
		'post code, postal code, postal_code, zip, zip code, venue postcode, delivery postcode, pcode, pc',
	longitude: 'long, lng, lon, x, x coordinate, geo longitude, location longitude, longitude wgs84',
	latitude: 'lat, y, y coordinate, geo latitude, location latitude, latitude wgs84',
	pointSource: 'how its point was found, point source, position source',
	registeredAddress: 'registered office, registered office address, head office, registered at',
	registeredPostcode: 'registered office postcode, postcode of the registered office',
	areaOfOperation:
		'area served, area covered, areas covered, coverage, geographic area, catchment, area it works in, where it works, service area',
	openingTimes:
		'opening hours, opening times, opening days, opening, hours, open, times, when, days and times, day and time, schedule, timetable, when open, opening days and times',
	capacity: 'room for how many, places, seats, max capacity, maximum people, number of places',
	organisation:
		'organization, provider, provider name, run by, organisation name, organization name, charity name, host, host organisation, owner, delivered by, lead organisation',
	charityNumber:
		'charity no, charity reg no, registered charity number, charity registration number, charity num, registered charity no, reg charity number',
	companyNumber: 'company no, company registration number, cic number, companies house number, crn',
	phone:
		'telephone, tel, telephone number, phone number, contact number, mobile, contact telephone, tel no, phone no',
	email: 'e-mail, email address, contact email, e mail address, mail',
	url: 'website, web, web address, web site, link, webpage, homepage, facebook, site url, more information link',
	sourceDetail: 'directory, directory or file, list, source detail, found in',
	licence: 'license, licence terms',
	collected: 'date collected, collected on, date added, created, date of entry, added on',
	firstSeen: 'first seen, first listed',
	lastSeen:
		'last seen, last listed, last updated, updated, last modified, date updated, last update, last_modified',
	verified:
		'last verified, last checked, date checked, checked on, verified on, date verified, assured date, checked, date of check',
	verifiedBy: 'verified by, checked by, who checked, assured by, role of checker',
	status: 'state, open or closed, active, still running, current status',
	consent: 'consent to publish, may we publish, permission, permission to publish, agreed, publish',
	note: 'notes, comment, comments, description, details, information, about, more information, remarks, further information, summary',
	easting: 'eastings, oseast, os easting, grid easting, x easting, oseast1m',
	northing: 'northings, osnorth, os northing, grid northing, y northing, osnrth1m',
	position:
		'lat long, latlong, lat lon, latitude longitude, latitude and longitude, coordinates, coords, geo, gps, geolocation, geopoint, lat lng, location coordinates'
};

/** These may come in several columns, whose cells are put together. */
const SEVERAL: ReadonlySet<Target> = new Set(['address', 'note', 'openingTimes']);

/** A heading without case, accents and punctuation: "Post-Code (venue)" → "post code". */
export function plainWords(text: string): string {
	if (text === '') return '';
	const plain = text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replace(/([a-z])([A-Z])/g, '$1 $2')
		.toLowerCase();
	return withoutBrackets(plain)
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

/** What stands in brackets in one line is a remark on the words. */
const withoutBrackets = (text: string): string =>
	text.includes('(')
		? text
				.split(/[\n\r\u2028\u2029]/)
				.map((line) => withoutBetween(line, '(', ')'))
				.join(' ')
		: text;

const KNOWN: ReadonlyMap<string, Target> = new Map(
	[
		...Object.entries(WORDS).flatMap(([target, words]) =>
			words.split(',').map((word) => [plainWords(word), target as Target] as const)
		),
		...Object.entries(MADE).map(([id, label]) => [plainWords(label), id as Target] as const),
		// The schema's own names are put in last, so that no synonym stands before them.
		...(Object.keys(ASSET_FIELDS) as AssetField[]).flatMap((field) =>
			[ASSET_FIELDS[field].label, ASSET_FIELDS[field].column, field].map(
				(name) => [plainWords(name), field] as const
			)
		)
	].filter(([words]) => words !== '')
);

/** What a heading means, and how sure that is; null where it means nothing known. */
export function targetOf(heading: string): { target: Target; exact: boolean } | null {
	const words = plainWords(heading);
	if (words === '') return null;
	const exact = KNOWN.get(words) ?? KNOWN.get(words.replace(/ \d+$/, ''));
	if (exact) return { target: exact, exact: true };
	if (words.length < 5) return null;
	const allowed = words.length < 9 ? 1 : 2;
	let best: Target | null = null;
	let least = allowed + 1;
	for (const [known, target] of KNOWN) {
		if (Math.abs(known.length - words.length) > allowed || known.length < 5) continue;
		const far = distance(known, words);
		if (far < least) [best, least] = [target, far];
	}
	return best === null ? null : { target: best, exact: false };
}

/** How much a row of cells reads like headings: cells that are known words; one alone is chance, unless it is a name or postcode. */
export function headingScore(cells: readonly string[]): number {
	const found = cells
		.filter((cell) => cell.length <= 60)
		.flatMap((cell) => targetOf(cell)?.target ?? []);
	const different = new Set(found).size;
	return different > 1 || (different === 1 && cells.filter((cell) => cell.trim()).length === 1)
		? different
		: 0;
}

/** Rows that are looked at where headings say nothing. */
const SAMPLE = 200;
const MOST = 0.6;

/** What each column is, as far as headings and contents say. Each target is used once, but those that may come in several columns. */
export function recogniseColumns(
	headings: readonly string[],
	rows: readonly (readonly string[])[]
): Mapping {
	const mapping: Mapping = headings.map(() => null);
	const taken = new Set<Target>();
	const take = (column: number, target: Target) => {
		if (WORKED_OUT.includes(target as AssetField)) return;
		if (taken.has(target) && !SEVERAL.has(target)) return;
		mapping[column] = target;
		taken.add(target);
	};
	const found = headings.map((heading) => targetOf(heading.replace(/ \(\d+\)$/, '')));
	for (const exact of [true, false]) {
		found.forEach((one, column) => {
			if (one?.exact === exact) take(column, one.target);
		});
	}
	const isFree = (column: number) => mapping[column] === null && found[column] === null;
	const share = (column: number, test: (cell: string) => boolean) => {
		const cells = rows.slice(0, SAMPLE).flatMap((row) => row[column]?.trim() || []);
		return cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
	};
	for (const [target, test] of BY_CONTENT) {
		if (taken.has(target)) continue;
		const column = headings.findIndex((_, at) => isFree(at) && share(at, test) >= MOST);
		if (column >= 0) take(column, target);
	}
	if (!taken.has('name')) {
		// People begin with the name: the first column of words that nothing else claims.
		const column = headings.findIndex(
			(_, at) => isFree(at) && share(at, (cell) => /\p{L}{3}/u.test(cell)) >= MOST
		);
		if (column >= 0) take(column, 'name');
	}
	return mapping;
}

/** What each column is taken for, how sure that is, and why. */
export function readColumns(
	headings: readonly string[],
	rows: readonly (readonly string[])[]
): ColumnReading[] {
	return recogniseColumns(headings, rows).map((field, column) => {
		const words = targetOf((headings[column] ?? '').replace(/ \(\d+\)$/, ''));
		const sure = field === null || (words?.exact === true && words.target === field);
		return {
			column,
			field,
			confidence: sure ? 'sure' : 'guessed',
			why:
				field === null
					? 'Its heading is not known, so it is not used.'
					: words?.target === field
						? 'Its heading says so.'
						: 'Its cells look like it.',
			samples: samplesOf(column, rows),
			alternatives: []
		};
	});
}

const BY_CONTENT: readonly (readonly [Target, (cell: string) => boolean])[] = [
	['postcode', (cell) => cell.length <= 9 && readPostcode(cell).kind === 'postcode'],
	['email', looksLikeEmail],
	['url', (cell) => /^(https?:\/\/|www\.)\S+$/i.test(cell)],
	['position', (cell) => /^-?\d+\.\d+(?:\s*[,;]\s*|[^\S ]* \s*)-?\d+\.\d+$/.test(cell)],
	['phone', (cell) => /^(\+44|0)[\d\s()]{8,16}$/.test(cell)]
];

/** Whether several columns may be this. */
export const mayBeSeveral = (target: Target): boolean => SEVERAL.has(target);
