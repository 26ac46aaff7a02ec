/** Which column is the name of the place: a list without the right one is of no use, so it is asked where it is not sure. */
import type { Confidence } from './column-reading.ts';
import { plainWords, type Target } from './columns.ts';
import { againstName, isNameLike, type Evidence } from './evidence.ts';
import { STRENGTH } from './heading-phrases.ts';
import type { HeadingReading } from './headings.ts';
import { saysKind } from './kind-words.ts';

/** A column with what is known of it. */
export interface Column {
	at: number;
	heading: string;
	means: HeadingReading;
	evidence: Evidence;
}

/** Share of cells that is telling. */
export const CLEAR = 0.6;
/** Fewer cells do not speak against a heading. */
export const ENOUGH = 3;

/** Takes a column for a field. */
export type Take = (
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
export function takeName(columns: readonly Column[], rows: number, take: Take): void {
	const candidates = columns
		.flatMap((column) => {
			const claim = column.means.claims.find(({ field }) => field === 'name');
			return claim ? [{ column, strength: claim.strength }] : [];
		})
		.sort((a, b) => b.strength - a.strength || a.column.at - b.column.at);
	const good = candidates.filter(({ column }) => againstName(column.evidence) === null);
	const isEmpty = ({ column }: { column: Column }) => column.evidence.filled === 0;
	const [first] = good;
	const both = columns.find(({ means }) => means.claims[0]?.field === 'nameAddress');
	if (both && strengthClass(first?.strength ?? 0) < 3 && both.evidence.text >= CLEAR) {
		take(both, 'nameAddress', 'sure', 'Its heading says so.', ['name', 'address']);
		return;
	}
	const [sole, ...besides] = columns.filter(({ evidence }) => evidence.filled > 0);
	if (sole && besides.length === 0 && isWholeEntry(sole.evidence)) {
		take(sole, 'nameAddress', 'guessed', WHOLE_ENTRY, ['name', 'address']);
		return;
	}
	const held = first && heldInVenue(first.column, good);
	if (held) {
		const list = [held, first.column].map(({ heading }) => `“${heading.slice(0, 40)}”`);
		take(
			held,
			'name',
			'ask',
			`${list.join(' and ')} may each be the name${first.column.evidence.different < 1 ? ': the same place stands in several rows' : ''}. Say which the list is of.`,
			['note', null]
		);
		return;
	}
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
			const other = top < 2 && isOnlyAnAddress(column, columns) ? kindOver(columns) : null;
			if (other) {
				take(other, 'name', 'guessed', 'Its heading says what its cells are the names of.', [null]);
				return;
			}
			if (top < 2 && isOnlyAnAddress(column, columns)) {
				take(
					column,
					'name',
					'ask',
					'Its cells read like addresses, and no other column is the name for certain. Say which column is the name.',
					['address', null]
				);
				return;
			}
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
	const [runs, ...more] = columns.filter(isOrganisation);
	const itself = [runs, ...more].filter(
		(column) => column && !BEHIND.test(plainWords(column.heading))
	);
	if (more.length > 0 && itself.length === 1 && itself[0] && !spoilt) {
		if (againstName(itself[0].evidence) === null) {
			take(
				itself[0],
				'name',
				'guessed',
				'No column is the name of the place. This one says whose place it is, and another who stands behind it.',
				['organisation', null]
			);
			return;
		}
	}
	const organisation = columns.find(
		({ means, evidence }) =>
			means.claims[0]?.field === 'organisation' && againstName(evidence) === null
	);
	const venue = columns.find((column) => column !== organisation && isVenue(column));
	if (organisation && venue && !spoilt) {
		take(
			venue,
			'name',
			'ask',
			`“${organisation.heading.slice(0, 40)}” and “${venue.heading.slice(0, 40)}” may each be the name of the place: say which it is.`,
			['address', null]
		);
		return;
	}
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
	const [only, another] = unclaimed.toSorted(byDifference);
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
	const vague = columns.filter(mayBeBuilding).toSorted(byDifference)[0];
	if (vague && !organisation) {
		take(
			vague,
			'name',
			'ask',
			'No column is the name for certain. This one may say what the place is called, or where it is: say which.',
			['address', null]
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

/** "Bell Hall, Bell Road, Dereham NR19 1AE" in the one column of a list. */
const isWholeEntry = ({ hasPostcode, postcode, text }: Evidence): boolean =>
	Math.min(hasPostcode, text) >= CLEAR && postcode < CLEAR;
const WHOLE_ENTRY =
	'It is the only column, and its cells end in postcodes: what stands before the first comma is taken for the name.';

/** The column whose cells differ most comes first. */
const byDifference = (a: Column, b: Column): number =>
	b.evidence.different - a.evidence.different || a.at - b.at;

/** Words under "Building" or "Where" that are no streets. */
const mayBeBuilding = ({ means, evidence }: Column): boolean =>
	means.claims[0]?.field === 'address' &&
	means.claims[0].strength <= STRENGTH.perhaps &&
	againstName(evidence) === null &&
	evidence.address < CLEAR &&
	evidence.different >= CLEAR;

/** "Delivery venue" over words that are no streets. */
const isVenue = ({ heading, evidence }: Column): boolean =>
	/\b(venue|hall|site|premises|building|cent(re|er)|hub)$/.test(plainWords(heading)) &&
	againstName(evidence) === null &&
	evidence.address < CLEAR &&
	evidence.filled >= ENOUGH &&
	evidence.different >= CLEAR;

/** The one column whose heading is a kind, such as "Warm space", over words that could be names. */
function kindOver(columns: readonly Column[]): Column | null {
	const found = columns.filter(
		({ heading, evidence }) =>
			saysKind(heading) &&
			againstName(evidence) === null &&
			evidence.address < CLEAR &&
			evidence.different >= CLEAR
	);
	return found.length === 1 ? (found[0] ?? null) : null;
}

/** What is held in a venue, and says more than where that is. */
const HELD =
	/\b(session|activity|class|group|event|course|programme|program|scheme|project|service|club|provision)s?\b/;
/** Who meets there: a list of them is one of groups, though each has a venue of its own. */
const GROUP = /^(group|club|session|class|activity)( name| title)?$/;
const VENUE = /\b(venue|location|place|hall|site|premises|building|room|cent(re|er))s?\b/;

/**
 * The column of what takes place there, where the likeliest name is that of a venue that stands in several
 * rows: a timetable is a list of sessions.
 */
function heldInVenue(venue: Column, good: readonly { column: Column }[]): Column | null {
	const { filled, different } = venue.evidence;
	if (!VENUE.test(plainWords(venue.heading))) return null;
	const isRepeated = filled >= ENOUGH && different <= 0.999;
	const one = good.find(
		({ column }) =>
			column !== venue &&
			(isRepeated
				? HELD.test(plainWords(column.heading)) && column.evidence.different > different
				: GROUP.test(plainWords(column.heading)) && column.evidence.different >= different)
	);
	return one?.column ?? null;
}

const lower = (text: string | null) => (text ?? '').replace(/^./, (first) => first.toLowerCase());

const otherNames = ({ means }: Column): Target[] =>
	means.claims.map(({ field }) => field).filter((field) => field !== 'name');

/** Who stands behind an organisation: "ParentName", "Managing organisation". */
const BEHIND = /\b(parent|managing|owner|lead|landlord|brand)\b/;
const isOrganisation = ({ means, evidence }: Column): boolean =>
	means.claims[0]?.field === 'organisation' && evidence.filled > 0;

/** Streets under "Asset location", where no column is the address and another could be the name. */
const isOnlyAnAddress = (one: Column, columns: readonly Column[]): boolean =>
	one.evidence.address >= CLEAR &&
	!columns.some(({ means }) =>
		means.claims.some(({ field, strength }) => field === 'address' && strength > STRENGTH.perhaps)
	) &&
	columns.some(
		({ at, evidence }) =>
			at !== one.at &&
			againstName(evidence) === null &&
			evidence.address < CLEAR &&
			evidence.different >= CLEAR
	);
