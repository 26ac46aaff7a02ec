/** What stands in the cells of a column, as far as it tells what the column is. */
import { readPostcode } from '../../postcodes/postcode.ts';
import { isMarkup, plainText } from '../../text/markup.ts';
import { looksLikeEmail } from '../../text/scan.ts';
import { plainWords, type Target } from './columns.ts';
import { looksLikeGeometry, readAngle, readPair } from './coordinates.ts';
import { beginsAsPerson } from './given-names.ts';
import { AREA_NAMES } from './heading-words.ts';
import { saysKind } from './kind-words.ts';
import { locatorIn } from './locators.ts';
import { readCoordinate, readDay, readStatus, readYesNo, saysNothing } from './values.ts';

/** Shares of the cells that say something, from 0 to 1. */
export interface Evidence {
	/** Cells that say something, of those that were looked at. */
	filled: number;
	/** Different ones among them, as a share. */
	different: number;
	/** Words: letters, and neither a number, a code nor an address of the web. */
	text: number;
	/** Whole cells that are a postcode, and cells that have one in them. */
	postcode: number;
	hasPostcode: number;
	email: number;
	url: number;
	phone: number;
	/** Numbers as telephone numbers are that a spreadsheet took the first zero off. */
	phoneCut: number;
	/** Whole cells that are a position, and cells that have one below or beside a text. */
	position: number;
	hasPosition: number;
	/** what3words, plus codes. */
	locator: number;
	number: number;
	/** Numbers that may be a latitude, a longitude, an easting or a northing in Britain. */
	latitude: number;
	longitude: number;
	easting: number;
	northing: number;
	mercatorX: number;
	mercatorY: number;
	day: number;
	yesNo: number;
	/** Words of whether a place is open. */
	status: number;
	/** Days of the week and times of day. */
	times: number;
	/** Regions, counties, districts, authorities. */
	area: number;
	/** Names as persons have them. */
	person: number;
	/** Those of them that are persons' by a title, an initial or a common given name. */
	surelyPerson: number;
	/** Words for kinds of place, one or several. */
	kind: number;
	/** Streets, house numbers, several parts with commas. */
	address: number;
	/** Characters of a cell, on average. */
	length: number;
}

/** Cells of a column that are looked at: enough to tell, and as many in a long list as in a short one. */
const MOST_CELLS = 200;
/** Characters of a cell that are looked at, unless it is a geometry. */
const MOST_CHARACTERS = 500;

const AREA_ENDING =
	/\b(council|icb|integrated care (board|system)|nhs (foundation )?trust|borough|unitary authority|district|county|ward|pcn|primary care network|authority|health board)$/;
const AREA_BEGINNING = /^(london borough|royal borough|city|borough|county|diocese|nhs) (of )?\S/;
const STREET =
	/\b(street|st|road|rd|lane|ln|avenue|ave|close|drive|way|court|place|square|terrace|gardens|crescent|grove|hill|row|walk|green|park|market|yard|parade|mews|broadway)\b/;
const TIMES =
	/\b(mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\b|\b\d{1,2}[:.]\d{2}\b|\b\d{1,2}\s?(am|pm)\b|\bclosed\b|\b24 ?hours\b/i;

/** Look through the cells of one column. `areas` are plain names of areas that the region knows. */
export function evidenceOf(
	column: number,
	rows: readonly (readonly string[])[],
	areas: ReadonlySet<string>
): Evidence {
	const cells: string[] = [];
	for (const row of rows) {
		const given = (row[column] ?? '').trim();
		const cell = given.includes('<') && isMarkup(given) ? plainText(given) : given;
		if (cell !== '' && !saysNothing(cell)) cells.push(cell);
		if (cells.length === MOST_CELLS) break;
	}
	const share = (test: (cell: string) => boolean): number =>
		cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
	const short = cells.map((cell) => cell.slice(0, MOST_CHARACTERS));
	const numbers = short.map((cell) => readNumber(cell));
	const between = (least: number, most: number, whole = false): number =>
		cells.length === 0
			? 0
			: numbers.filter((n) => n >= least && n <= most && !(whole && Number.isInteger(n))).length /
				cells.length;
	const pairs = cells.map((cell) =>
		looksLikeGeometry(cell) ? 'whole' : positionIn(cell.slice(0, MOST_CHARACTERS))
	);
	const shareOf = (list: readonly unknown[], is: (one: unknown) => boolean) =>
		list.length === 0 ? 0 : list.filter(is).length / list.length;
	return {
		filled: cells.length,
		different: cells.length === 0 ? 0 : new Set(short).size / cells.length,
		text: share((cell) => isText(cell.slice(0, MOST_CHARACTERS))),
		postcode: share((cell) => cell.length <= 9 && readPostcode(cell).kind === 'postcode'),
		hasPostcode: share((cell) => HAS_POSTCODE.test(cell.slice(0, MOST_CHARACTERS))),
		email: share((cell) => looksLikeEmail(cell.replace(/^mailto:/i, ''))),
		url: share((cell) => /^(https?:\/\/|www\.)\S+$/i.test(cell.slice(0, MOST_CHARACTERS))),
		phone: share(isPhone),
		phoneCut: share((cell) => /^[1-37]\d{8,9}$/.test(cell)),
		position: shareOf(pairs, (one) => one === 'whole'),
		hasPosition: shareOf(pairs, (one) => one !== null),
		locator: share((cell) => locatorIn(cell.slice(0, MOST_CHARACTERS)) !== null),
		number: shareOf(numbers, (n) => Number.isFinite(n)),
		latitude: between(49.8, 61, true),
		longitude: between(-8.7, 2.2, true),
		easting: between(80_000, 660_000),
		northing: between(5_000, 660_000),
		mercatorX: between(-970_000, 245_000),
		mercatorY: between(6_400_000, 8_600_000),
		day: share((cell) => cell.length < 40 && /\d/.test(cell) && readDay(cell) !== null),
		yesNo: share((cell) => readYesNo(cell) !== null),
		status: share((cell) => cell.length < 40 && readStatus(cell) !== undefined),
		times: share((cell) => TIMES.test(cell.slice(0, MOST_CHARACTERS))),
		area: share((cell) => isArea(cell, areas)),
		person: share(isPerson),
		surelyPerson: share((cell) => isPerson(cell) && beginsAsPerson(cell)),
		kind: share((cell) => cell.length <= 60 && saysKind(cell)),
		address: share((cell) => isAddress(cell.slice(0, MOST_CHARACTERS))),
		length: cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, cells.length)
	};
}

/** Nine digits are the fewest of a whole number in Britain: a date has eight. */
const isPhone = (cell: string): boolean =>
	/^\+?[\d\s()/.-]{9,22}$/.test(cell) &&
	/^(\+44|\(?0|44)/.test(cell) &&
	cell.replace(/\D/g, '').length >= 9;

const PERSON_NAME =
	/^(?:(?:mrs?|ms|miss|mx|dr|rev|revd|cllr)\.? )?(?:\p{Lu}[\p{L}'’-]* ){1,2}\p{Lu}[\p{L}'’-]+$/iu;
const NO_PERSON =
	/\b(?:hall|club|group|council|church|chapel|trust|cent(?:re|er)|charity|society|association|school|ltd|limited|cic|team|services?|nhs|partnership|network|foundation|project|hub|library|museum|institute|union|ymca|mind|action|community|parish|town|surgery|practice|pharmacy|company|college|university|federation|alliance|committee|league|friends|house|homes|housing|bank|theatre|forum)\b/i;
/** Whether a text could be the name of a person, and is none of a group. */
export const isPerson = (cell: string): boolean =>
	cell.length <= 60 && PERSON_NAME.test(cell) && !NO_PERSON.test(cell);

const HAS_POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[ABD-HJLNP-UW-Z]{2}\b/i;

function readNumber(cell: string): number {
	const plain = readCoordinate(cell.replace(/(\d),(?=\d{3}(?:\D|$))/g, '$1'));
	return Number.isNaN(plain) ? readAngle(cell) : plain;
}

function positionIn(cell: string): 'whole' | 'beside' | null {
	const pair = readPair(cell);
	if (pair === null) return null;
	// Two numbers are many things; as a position they have a fraction, or are as large as a grid's.
	const isPosition =
		pair.system !== null ||
		(Number.isInteger(pair.first) && Number.isInteger(pair.second)
			? Math.min(Math.abs(pair.first), Math.abs(pair.second)) >= 10_000
			: true);
	if (!isPosition) return null;
	return pair.rest === '' ? 'whole' : 'beside';
}

const isText = (cell: string): boolean =>
	/\p{L}/u.test(cell) &&
	!looksLikeEmail(cell) &&
	!/^(https?:|www\.|\{|<)/i.test(cell) &&
	!/^[A-Z]{0,3}\d[A-Z\d-]*$/.test(cell);

/** Whether a cell names a region, a county, a district or an authority. */
export function isArea(cell: string, areas: ReadonlySet<string> = new Set()): boolean {
	if (cell.length > 80) return false;
	const words = plainWords(cell);
	return (
		AREA_NAMES.has(words) ||
		areas.has(words) ||
		AREA_ENDING.test(words) ||
		AREA_BEGINNING.test(words)
	);
}

function isAddress(cell: string): boolean {
	const lower = cell.toLowerCase();
	return (
		(/^\d/.test(cell) && /\p{L}{3}/u.test(cell)) ||
		/[,\n]/.test(cell) ||
		(STREET.test(lower) && /\s/.test(cell))
	);
}

const SOME = 0.5;
const MOST = 0.6;

/**
 * Whether the cells of a column look like a field: `null` where the cells cannot tell, as with
 * names, or there are none.
 */
export function fits(field: Target, evidence: Evidence): boolean | null {
	const { filled } = evidence;
	const test = TESTS[field];
	return filled === 0 || !test ? null : test(evidence);
}

const TESTS: Readonly<Partial<Record<Target, (e: Evidence) => boolean>>> = {
	postcode: (e) => e.postcode >= SOME || e.hasPostcode >= SOME,
	email: (e) => e.email >= SOME,
	url: (e) => e.url >= SOME,
	// A number in one row and an e-mail address in the next are told apart in each.
	phone: (e) =>
		e.phone + e.phoneCut >= SOME || (e.phone > 0 && e.phone + e.phoneCut + e.email >= SOME),
	position: (e) => e.hasPosition >= MOST,
	locator: (e) => e.locator >= SOME || e.number >= SOME,
	latitude: (e) => e.latitude >= SOME,
	longitude: (e) => e.longitude >= SOME,
	easting: (e) => e.easting >= SOME || e.mercatorX >= SOME,
	northing: (e) => e.northing >= SOME || e.mercatorY >= SOME,
	collected: (e) => e.day >= SOME,
	firstSeen: (e) => e.day >= SOME,
	lastSeen: (e) => e.day >= SOME,
	verified: (e) => e.day >= SOME,
	openingTimes: (e) => e.times >= SOME,
	capacity: (e) => e.number >= SOME,
	isArea: (e) => e.yesNo >= SOME,
	consent: (e) => e.yesNo >= SOME,
	areaOfOperation: (e) => e.text >= SOME,
	address: (e) => e.text >= SOME,
	organisation: (e) => e.text >= SOME && e.area < SOME,
	kind: (e) => e.text >= SOME,
	note: (e) => e.text >= SOME,
	name: (e) => isNameLike(e)
};

/** Cells that could be names: words, and neither positions, addresses of the web nor dates. */
export const isNameLike = (e: Evidence): boolean =>
	e.text >= SOME &&
	e.postcode < SOME &&
	e.hasPosition < SOME &&
	e.day < SOME &&
	e.locator < SOME &&
	e.length <= 120;

/** Why a column of words is no column of names after all; null where nothing speaks against it. */
export function againstName(e: Evidence): string | null {
	if (e.filled > 1 && e.different * e.filled === 1) return 'All its cells are alike.';
	if (e.area >= SOME) return 'Its cells are names of areas or authorities.';
	if (!isNameLike(e)) return 'Its cells are not words as names are.';
	return null;
}
