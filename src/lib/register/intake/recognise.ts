/**
 * What each column is: its heading and its cells are asked, and where they do not agree on one
 * thing the reader is. The field's own word wins over other words whatever the order of columns.
 */
import { samplesOf, type ColumnReading, type Confidence } from './column-reading.ts';
import { mayBeSeveral, plainWords, targetLabel, type Target } from './columns.ts';
import { againstName, evidenceOf, fits, type Evidence } from './evidence.ts';
import { STRENGTH } from './heading-phrases.ts';
import { readHeading, type HeadingReading } from './headings.ts';
import { ownColumnsOf } from './own-columns.ts';
import { CLEAR, ENOUGH, takeName, type Column } from './take-name.ts';

interface Offer {
	column: Column;
	field: Target;
	/** How well its heading names it. */
	strength: number;
	/** With what the cells say. */
	score: number;
	/** What the cells say to it. */
	fit: boolean | null;
	from: 'heading' | 'cells';
}

/** What may be concluded from cells alone, by how telling they are. */
const BY_CELLS: readonly (readonly [Target, (e: Evidence) => boolean])[] = [
	['postcode', (e) => e.postcode >= CLEAR],
	['email', (e) => e.email >= CLEAR],
	// The same address of the web in every row is not that of each place.
	['url', (e) => e.url >= CLEAR && !(e.filled > 1 && e.different * e.filled === 1)],
	['position', (e) => e.position >= CLEAR],
	['phone', (e) => e.phone >= CLEAR],
	['locator', (e) => e.locator >= CLEAR],
	['address', (e) => e.hasPostcode >= CLEAR && e.text >= CLEAR],
	['kind', (e) => e.kind >= CLEAR && e.filled >= ENOUGH]
];
const BY_CELLS_ALONE = 12;
/** Fields that cells prove by their form. */
const PROVED: ReadonlySet<Target> = new Set([
	'postcode',
	'email',
	'url',
	'phone',
	'position',
	'latitude',
	'longitude',
	'easting',
	'northing'
]);
/** Fields of numbers: a column of words is no latitude. */
const NUMBERS: ReadonlySet<Target> = new Set([
	'latitude',
	'longitude',
	'easting',
	'northing',
	'capacity'
]);
const FEW = 0.2;
const HALF = 0.5;
/** What a column without a heading is called. */
const NO_HEADING = /^Column \d+$/;

/** Fields of letters and digits, which a National Grid reference may look like: “SC123456” is a Scottish number too. */
const NUMBERED: ReadonlySet<Target> = new Set([
	'id',
	'charityNumber',
	'companyNumber',
	'phone',
	'postcode',
	'registeredPostcode'
]);

const isImpossible = (field: Target, { number, position }: Evidence): boolean =>
	NUMBERS.has(field) && number < FEW && position < FEW;

/** Sizes of shapes stand beside them under nearly the same heading. */
const isSize = (field: Target, { number, hasPosition, postcode }: Evidence): boolean =>
	field === 'position' && number > CLEAR && hasPosition + postcode === 0;

/** "What is the full address, including postcode?" asks for an address. */
const isWholeAddress = ({ postcode, hasPostcode, address, length }: Evidence): boolean =>
	postcode < FEW && Math.min(hasPostcode, address) >= CLEAR && length > 20;

export interface Known {
	/** What the format itself says of a column, such as a geometry's position. */
	given?: ReadonlyMap<number, Target | null>;
	/** Plain names of areas that the region knows. */
	areas?: ReadonlySet<string>;
}

/** What each column is taken for, how sure that is, and why. */
export function readColumns(
	headings: readonly string[],
	rows: readonly (readonly string[])[],
	{ given = new Map(), areas = new Set() }: Known = {}
): ColumnReading[] {
	const programs = ownColumnsOf(headings);
	const columns = headings.map((heading, at): Column => ({
		at,
		heading,
		means: programs.get(at) ?? readHeading(heading),
		evidence: evidenceOf(at, rows, areas)
	}));
	for (const column of ofNamedPersons(columns)) column.means = PERSONAL;
	const readings = new Map<number, ColumnReading>();
	const taken = new Map<Target, number>();
	const take = (
		{ at }: Column,
		field: Target | null,
		confidence: Confidence,
		why: string,
		alternatives: (Target | null)[] = []
	) => {
		readings.set(at, {
			column: at,
			field,
			confidence,
			why,
			samples: samplesOf(at, rows),
			alternatives
		});
		if (field !== null && !taken.has(field)) taken.set(field, at);
	};
	const isFree = (field: Target) => !taken.has(field) || mayBeSeveral(field);

	for (const column of columns) {
		const field = given.get(column.at);
		if (field === undefined) continue;
		take(
			column,
			field,
			'sure',
			field === null
				? 'A feature’s position is that of its geometry; its properties are only compared with it.'
				: 'It is the position of the feature’s geometry.'
		);
	}
	takeName(
		columns.filter(({ at }) => !readings.has(at)),
		rows.length,
		take
	);

	// "Health" and "Community" say less than "GP surgery" and "Village hall" beside them.
	const isInSubkind =
		columns.some(({ means, evidence }) => claims(means, 'subkind') && evidence.kind >= CLEAR) &&
		columns.some(({ means, evidence }) => claims(means, 'kind') && evidence.kind < HALF);
	const hasKind =
		!isInSubkind &&
		columns.some(({ at, means }) => taken.get('kind') === at || means.claims[0]?.field === 'kind');
	const offers = columns
		.filter(({ at }) => !readings.has(at))
		.flatMap((column) => offersOf(column, hasKind))
		.filter(
			({ field, column, strength }) =>
				!(isInSubkind && field === 'kind' && strength > 0 && column.evidence.kind < HALF)
		)
		.sort((a, b) => b.score - a.score || a.column.at - b.column.at);
	for (const offer of offers) {
		const { column, field } = offer;
		if (readings.has(column.at) || !isFree(field)) continue;
		take(column, field, ...judged(offer));
	}
	for (const column of columns) {
		if (readings.has(column.at)) continue;
		const other = offers.find((offer) => offer.column === column);
		const isSecond = other?.field === 'postcode' && other.fit === true;
		take(
			column,
			null,
			isSecond ? 'guessed' : 'sure',
			`${whyUnused(column, other, headings, taken)}${isSecond ? ` ${OF_ONE_PLACE}` : ''}`,
			other ? [other.field] : []
		);
	}
	return columns.flatMap(({ at }) => readings.get(at) ?? []);
}

/** Said of a second postcode: a place that is not read is not lost in silence. */
const OF_ONE_PLACE =
	'A row is one place: if this is the postcode of another, give that a row of its own.';

const claims = ({ claims: [first] }: HeadingReading, field: Target): boolean =>
	first?.field === field;

const PERSONAL: HeadingReading = { claims: [], other: 'person' };

/** "Primary contact: e-mail" beside "Primary contact", where that column holds names of persons. */
function ofNamedPersons(columns: readonly Column[]): Column[] {
	const words = columns.map(({ heading }) => plainWords(heading));
	const persons = words.filter(
		(word, at) => word.includes(' ') && (columns[at]?.evidence.surelyPerson ?? 0) >= HALF
	);
	return columns.filter((_, at) => persons.some((person) => words[at]?.startsWith(`${person} `)));
}

/** Names of two or three words, enough of them surely persons'. */
const arePersons = ({ person, surelyPerson }: Evidence): boolean =>
	person >= HALF && surelyPerson >= person * FEW;

/** What a column may be, by its heading and by its cells. Where none is the kind, a more specific one says it. */
function offersOf(column: Column, hasKind: boolean): Offer[] {
	const { means, evidence } = column;
	const offers: Offer[] = [];
	for (const { field: claimed, strength } of means.claims) {
		if (claimed === 'name') continue;
		const field =
			claimed === 'postcode' && isWholeAddress(evidence)
				? 'address'
				: claimed === 'subkind' && !hasKind
					? 'kind'
					: claimed;
		const fit = fits(field, evidence);
		const speaksAgainst = fit === false && evidence.filled >= ENOUGH;
		const isVague = strength <= STRENGTH.perhaps;
		if (fit === false && (isVague || (speaksAgainst && isImpossible(field, evidence)))) continue;
		// Whoever organises it is often a person, who is not kept.
		if (field === 'organisation' && isVague && arePersons(evidence)) continue;
		if (isSize(field, evidence) || (field === 'status' && evidence.area >= CLEAR)) continue;
		const proof = fit === true ? (PROVED.has(field) ? 9 : 8) : 0;
		const score = strength + proof - (speaksAgainst ? 15 : 0);
		offers.push({
			column,
			field,
			strength,
			score,
			fit: speaksAgainst ? false : fit,
			from: 'heading'
		});
	}
	if (means.other === null || means.other === 'thing') {
		for (const [field, isIt] of BY_CELLS) {
			const isStreet =
				field === 'address' && NO_HEADING.test(column.heading) && evidence.address >= CLEAR;
			if (!(isIt(evidence) || isStreet) || offers.some((offer) => offer.field === field)) continue;
			const contrary = offers.length > 0 && offers.every(({ fit }) => fit === false);
			const isNumbered = offers.some((offer) => NUMBERED.has(offer.field));
			if (offers.length > 0 && !contrary && (field !== 'position' || isNumbered)) continue;
			offers.push({
				column,
				field,
				strength: 0,
				// Cells that are all positions are one, whatever stands above them.
				score: field === 'position' && offers.length > 0 ? STRENGTH.own + 9 : BY_CELLS_ALONE,
				fit: true,
				from: 'cells'
			});
		}
	}
	return offers;
}

/** How sure an offer is, and why, in a sentence. */
function judged({
	column,
	field,
	strength,
	fit,
	from
}: Offer): [Confidence, string, (Target | null)[]] {
	const others: (Target | null)[] = column.means.claims
		.map((claim) => claim.field)
		.filter((other) => other !== field);
	if (from === 'cells') {
		const proved = column.means.claims.length > 0 || column.evidence.filled >= ENOUGH;
		return [
			proved && field === 'position' ? 'sure' : 'guessed',
			'Its heading does not say so, but its cells look like it.',
			others
		];
	}
	if (field === 'status' && column.evidence.filled >= ENOUGH && column.evidence.status === 0) {
		return [
			'ask',
			'None of its cells says that a place is open or closed in words that we know. Is it about something else?',
			others
		];
	}
	if (field === 'organisation' && strength <= STRENGTH.perhaps && column.evidence.person >= HALF) {
		return [
			'ask',
			'Its cells may be names of groups, or of people, who are not kept. Say which they are.',
			[...others, null]
		];
	}
	if (fit === false) {
		return ['guessed', 'Its heading says so, though few of its cells look like it.', others];
	}
	if (strength > STRENGTH.perhaps) return ['sure', 'Its heading says so.', others];
	if (fit === true && PROVED.has(field)) {
		return ['sure', 'Its heading may mean it, and its cells look like it.', others];
	}
	return [
		'guessed',
		strength > STRENGTH.likely
			? 'Its heading may mean it.'
			: 'Its heading has words for it, and others.',
		others
	];
}

function whyUnused(
	{ means, evidence }: Column,
	offer: Offer | undefined,
	headings: readonly string[],
	taken: ReadonlyMap<Target, number>
): string {
	if (offer) {
		const heading = headings[taken.get(offer.field) ?? -1] ?? '';
		return `“${heading.slice(0, 60)}” is already taken for ${targetLabel(offer.field)}.`;
	}
	if (means.claims.some(({ field }) => field === 'name') && taken.has('name')) {
		const heading = headings[taken.get('name') ?? -1] ?? '';
		return `“${heading.slice(0, 60)}” is the name. ${againstName(evidence) ?? ''}`.trim();
	}
	switch (means.other) {
		case 'area':
			return 'It is about an area, not about the place.';
		case 'person':
			return 'It is about a person, whose details are not kept.';
		case 'other':
			return 'It is about another place or another time.';
		default:
			return evidence.filled === 0
				? 'Its cells are empty.'
				: means.claims.length > 0
					? 'Its cells do not look like what its heading may mean.'
					: 'Its heading is not known.';
	}
}
