/**
 * What each column is: its heading and its cells are asked, and where they do not agree on one
 * thing the reader is. The field's own word wins over other words whatever the order of columns.
 */
import { samplesOf, type ColumnReading, type Confidence } from './column-reading.ts';
import { mayBeSeveral, targetLabel, type Target } from './columns.ts';
import { againstName, evidenceOf, fits, isNameLike, type Evidence } from './evidence.ts';
import { readHeading, STRENGTH, type HeadingReading } from './headings.ts';

/** A column with what is known of it. */
interface Column {
	at: number;
	heading: string;
	means: HeadingReading;
	evidence: Evidence;
}

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
	['url', (e) => e.url >= CLEAR],
	['position', (e) => e.position >= CLEAR],
	['phone', (e) => e.phone >= CLEAR],
	['locator', (e) => e.locator >= CLEAR],
	['address', (e) => e.hasPostcode >= CLEAR && e.text >= CLEAR]
];
const CLEAR = 0.6;
/** Fewer cells do not speak against a heading. */
const ENOUGH = 3;
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

const isImpossible = (field: Target, { number, position }: Evidence): boolean =>
	NUMBERS.has(field) && number < FEW && position < FEW;

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
	const columns = headings.map((heading, at): Column => ({
		at,
		heading,
		means: readHeading(heading),
		evidence: evidenceOf(at, rows, areas)
	}));
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

	const offers = columns
		.filter(({ at }) => !readings.has(at))
		.flatMap(offersOf)
		.sort((a, b) => b.score - a.score || a.column.at - b.column.at);
	for (const offer of offers) {
		const { column, field } = offer;
		if (readings.has(column.at) || !isFree(field)) continue;
		take(column, field, ...judged(offer));
	}
	for (const column of columns) {
		if (readings.has(column.at)) continue;
		const other = offers.find((offer) => offer.column === column);
		take(
			column,
			null,
			'sure',
			whyUnused(column, other, headings, taken),
			other ? [other.field] : []
		);
	}
	return columns.flatMap(({ at }) => readings.get(at) ?? []);
}

/** What a column may be, by its heading and by its cells. */
function offersOf(column: Column): Offer[] {
	const { means, evidence } = column;
	const offers: Offer[] = [];
	for (const { field, strength } of means.claims) {
		if (field === 'name') continue;
		const fit = fits(field, evidence);
		const speaksAgainst = fit === false && evidence.filled >= ENOUGH;
		const isVague = strength <= STRENGTH.perhaps;
		if (fit === false && (isVague || (speaksAgainst && isImpossible(field, evidence)))) continue;
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
			if (!isIt(evidence) || offers.some((offer) => offer.field === field)) continue;
			const contrary = offers.length > 0 && offers.every(({ fit }) => fit === false);
			if (offers.length > 0 && !contrary && field !== 'position') continue;
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
function judged({ column, field, strength, fit, from }: Offer): [Confidence, string, Target[]] {
	const others = column.means.claims.map((claim) => claim.field).filter((other) => other !== field);
	if (from === 'cells') {
		const proved = column.means.claims.length > 0 || column.evidence.filled >= ENOUGH;
		return [
			proved && field === 'position' ? 'sure' : 'guessed',
			'Its heading does not say so, but its cells look like it.',
			others
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

type Take = (
	column: Column,
	field: Target | null,
	confidence: Confidence,
	why: string,
	alternatives?: (Target | null)[]
) => void;

/** A heading as good as the field's own word. */
const strengthClass = (strength: number): number =>
	strength > STRENGTH.named
		? 4
		: strength > STRENGTH.also
			? 3
			: strength > STRENGTH.perhaps
				? 2
				: strength > STRENGTH.likely
					? 1
					: 0;

/**
 * The name: by its heading, where the cells do not speak against it; where two columns are as
 * likely, or none is, the likeliest is asked about.
 */
function takeName(columns: readonly Column[], rows: number, take: Take): void {
	const candidates = columns
		.flatMap((column) => {
			const claim = column.means.claims.find(({ field }) => field === 'name');
			return claim ? [{ column, strength: claim.strength }] : [];
		})
		.sort((a, b) => b.strength - a.strength || a.column.at - b.column.at);
	const good = candidates.filter(({ column }) => againstName(column.evidence) === null);
	const isEmpty = ({ column }: { column: Column }) => column.evidence.filled === 0;
	const [first] = good;
	if (first) {
		const top = strengthClass(first.strength);
		const alike = good.filter(({ strength }) => strengthClass(strength) === top);
		// Of words that may mean a name, streets and numbers below them mean an address.
		const plain = alike.filter(({ column }) => column.evidence.address < CLEAR);
		const rivals = top > 1 || plain.length === 0 ? alike : plain;
		if (rivals.length === 1 || top === 4) {
			const [confidence, why] =
				top >= 2
					? (['sure', 'Its heading says so.'] as const)
					: (['guessed', 'Its heading may mean it, and its cells could be names.'] as const);
			const { column } = (top === 4 ? first : rivals[0]) ?? first;
			take(column, 'name', confidence, why, otherNames(column));
			return;
		}
		const best = rivals.toSorted(
			(a, b) => b.column.evidence.different - a.column.evidence.different
		)[0];
		const list = rivals.map(({ column }) => `“${column.heading.slice(0, 40)}”`).join(' and ');
		take(
			(best ?? first).column,
			'name',
			'ask',
			`${list} may each be the name of the place: say which it is.`,
			[null]
		);
		return;
	}
	const empty = candidates.find(isEmpty);
	const [spoilt] = candidates.filter((candidate) => !isEmpty(candidate));
	const organisation = columns.find(
		({ means, evidence }) =>
			means.claims[0]?.field === 'organisation' && againstName(evidence) === null
	);
	// A list of charities is called after them.
	if (organisation && (organisation.means.claims[0]?.strength ?? 0) > STRENGTH.also && !spoilt)
		return;
	const couldBe = columns.filter(
		({ means, evidence }) =>
			means.claims.length === 0 &&
			(means.other === null || means.other === 'area') &&
			againstName(evidence) === null &&
			evidence.hasPostcode < 0.5 &&
			(rows < ENOUGH || evidence.different >= 0.5)
	);
	const plain = couldBe.filter(({ means }) => means.other === null);
	const unclaimed = plain.length > 0 ? plain : couldBe;
	if (empty && rows > 0 && unclaimed.length === 0) {
		take(empty.column, 'name', 'sure', 'Its heading says so, though its cells are empty.');
		return;
	}
	const [only, another] = unclaimed.toSorted(
		(a, b) => b.evidence.different - a.evidence.different || a.at - b.at
	);
	if (
		only &&
		!(spoilt && strengthClass(spoilt.strength) >= 3 && isNameLike(spoilt.column.evidence))
	) {
		take(
			only,
			'name',
			another || spoilt || only.means.other ? 'ask' : 'guessed',
			another
				? 'No heading says which column is the name. This one could be: say which it is.'
				: spoilt
					? `“${spoilt.column.heading.slice(0, 40)}” is no name: ${lower(againstName(spoilt.column.evidence))} This column could be the name.`
					: 'No heading says which column is the name. The cells of this one could be.',
			[null]
		);
		return;
	}
	if (spoilt && !(organisation && strengthClass(spoilt.strength) < 3)) {
		take(
			spoilt.column,
			'name',
			'ask',
			`${againstName(spoilt.column.evidence) ?? ''} Is it the name of the place?`.trim(),
			[null, ...(organisation ? (['organisation'] as const) : [])]
		);
		return;
	}
	const called = columns.find(({ means }) => means.claims[0]?.field === 'organisation');
	if (!called || organisation || called.evidence.filled === 0) return;
	take(
		called,
		'organisation',
		'ask',
		`No column is the name, so each place would be called after this one. ${againstName(called.evidence) ?? ''} Say which column is the name.`,
		['name', null]
	);
}

const lower = (text: string | null) => (text ?? '').replace(/^./, (first) => first.toLowerCase());

const otherNames = ({ means }: Column): Target[] =>
	means.claims.map(({ field }) => field).filter((field) => field !== 'name');
