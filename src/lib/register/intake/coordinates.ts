/**
 * A position in one text, however it is written: a pair of numbers, degrees with minutes and
 * seconds, a National Grid reference, WKT or GeoJSON. Which numbers are a position in Britain is
 * decided by whoever asks.
 */
import type { AllGeoJSON } from '@turf/helpers';
import { pointOnFeature } from '@turf/point-on-feature';
import { wktToGeoJSON } from 'betterknown';
import { cellOf } from '../../text/cells.ts';
import { withoutEnding } from '../../text/scan.ts';
import { shapeOf } from '../../text/json-shape.ts';
import { isObject, type Json } from './json.ts';
import { LIMITS } from './limits.ts';

/** What numbers count from, where a file says so. */
export type ReferenceSystem = 'degrees' | 'grid' | 'mercator';

export interface PairRead {
	/** In the order of the text. */
	first: number;
	second: number;
	/** Whether x, the east, comes first for certain, or y, the north; null where the text does not say. */
	order: 'x first' | 'y first' | null;
	/** Null where the text does not say. */
	system: ReferenceSystem | null;
	/** A point on a line or in an area. */
	ofShape: boolean;
	/** Metres of the square that a grid reference names; else null. */
	square: number | null;
	/** What else stands in the text, such as an address. */
	rest: string;
}

/** What a text says of the reference system of numbers; null where it says nothing. */
export function systemOf(text: string): ReferenceSystem | null {
	const plain = text.toLowerCase().replace(/[\s_-]+/g, '');
	if (/27700|bng|nationalgrid|osgb|osgrid/.test(plain)) return 'grid';
	if (/3857|900913|102100|102113|3785|mercator/.test(plain)) return 'mercator';
	return /4326|4258|wgs84|crs84|etrs89/.test(plain) ? 'degrees' : null;
}

const NUMBER = String.raw`[-−–+]?\d{1,8}(?:\.\d{0,20})?`;
const BETWEEN = String.raw`(?:\s{0,3}[,;|/]\s{0,3}|\s{1,3})`;
const PAIR = new RegExp(`^[(\\[]?\\s{0,3}(${NUMBER})${BETWEEN}(${NUMBER})\\s{0,3}[)\\]]?$`);
/** In brackets at the end of a text, as portals write a position below an address. */
const IN_BRACKETS = new RegExp(`[(\\[]\\s{0,3}(${NUMBER})${BETWEEN}(${NUMBER})\\s{0,3}[)\\]]\\s*$`);
/** "52,6281; 1,2993", with commas for points. */
const WITH_COMMAS = /^(-?\d{1,3},\d{1,20})\s{0,3}[;|/ ]\s{0,3}(-?\d{1,3},\d{1,20})$/;
const LABELLED =
	/^\W{0,3}lat(?:itude)?[\s:=]{0,4}(-?\d{1,3}(?:\.\d{1,20})?)[\s,;|]{1,4}(?:lon|lng|long|longitude)[\s:=]{0,4}(-?\d{1,3}(?:\.\d{1,20})?)\W{0,2}$/i;
/** Links to maps, and geo: addresses. */
const IN_LINK = /^(?:geo:|https?:\/\/\S{0,300}?[@=/])(-?\d{1,2}\.\d{1,20}),(-?\d{1,3}\.\d{1,20})/i;
const WKT =
	/^(?:(?:SRID=(\d{4,6});)|<([^>]{0,120})>)?\s*(?:MULTI)?(?:POINT|LINESTRING|POLYGON|GEOMETRYCOLLECTION)\s{0,3}(?:ZM?|M)?\s{0,3}\(/i;
const SQUARES = '([HNOST][A-HJ-Z])';
const GRID_WHOLE = new RegExp(
	`^${SQUARES}[\\s/-]?(\\d{2,5})(?:[\\s/-](\\d{2,5})|(\\d{2,5}))$`,
	'i'
);
const GRID_INSIDE = new RegExp(
	`(?:^|[\\s,(:])${SQUARES}[\\s-]?(\\d{3,5})(?:\\s(\\d{3,5})|(\\d{3,5}))(?=$|[\\s,).;])`
);

/** A point as databases of maps write it in hexadecimal digits (WKB, with or without the number of its system). */
const WKB = /^0[01](?:[\da-f]{2}){20,64}$/i;

/** Whether a text is WKT, WKB or GeoJSON, as far as its beginning shows. */
export const looksLikeGeometry = (text: string): boolean =>
	WKT.test(text) ||
	WKB.test(text) ||
	/^\{\s*"(?:type|coordinates|crs|latitude|longitude|human_address)"/.test(text);

/** The position in a text; null where there is none. Never throws. */
export function readPair(given: string): PairRead | null {
	const text = given.trim();
	if (text.length < 5) return null;
	if (looksLikeGeometry(text)) return readGeometry(text);
	if (text.length > 1_000) return null;
	const plain = PAIR.exec(text) ?? WITH_COMMAS.exec(text) ?? null;
	if (plain) return pair(plain[1], plain[2], { rest: '' });
	const labelled = LABELLED.exec(text) ?? IN_LINK.exec(text);
	if (labelled) return pair(labelled[1], labelled[2], { order: 'y first', system: 'degrees' });
	const angles = readAngles(text);
	if (angles) return angles;
	const bracketed = IN_BRACKETS.exec(text);
	if (bracketed) {
		return pair(bracketed[1], bracketed[2], { rest: tidyRest(text.slice(0, bracketed.index)) });
	}
	return readGridReference(text);
}

const toNumber = (text: string | undefined) =>
	Number((text ?? '').replace(/[−–]/, '-').replace(',', '.').replace(/^\+/, '') || NaN);

function pair(
	first: string | number | undefined,
	second: string | number | undefined,
	said: Partial<PairRead>
): PairRead | null {
	const [a, b] = [first, second].map((one) => (typeof one === 'number' ? one : toNumber(one)));
	if (a === undefined || b === undefined || !Number.isFinite(a) || !Number.isFinite(b)) return null;
	return {
		first: a,
		second: b,
		order: null,
		system: null,
		ofShape: false,
		square: null,
		rest: '',
		...said
	};
}

const tidyRest = (text: string) => withoutEnding(text, /[\s,;:(]/).replace(/^[\s,;:)]+/, '');

/** "52°36'36"N 1°12'36"E", "52 36.6 N, 1 12.6 E", "N52.61 E1.21". */
function readAngles(text: string): PairRead | null {
	// Whatever is neither number, sign nor letter of the compass makes it a text.
	if (text.length > 60 || /[a-z]{2}/i.test(text) || !/[NSEW°º]/i.test(text)) return null;
	const parts = text.match(/[-−–]?\d{1,3}(?:[.,]\d{1,12})?|[NSEW](?![a-z])|[°ºd]/gi) ?? [];
	if (parts.length < 4) return null;
	const letters = parts.filter((part) => /^[NSEW]$/i.test(part)).map((part) => part.toUpperCase());
	const groups: { numbers: number[]; letter: string }[] = [];
	if (letters.length === 2) {
		const leads = /^[NSEW]$/i.test(parts[0] ?? '');
		let numbers: number[] = [];
		let letter = '';
		for (const part of parts) {
			if (/^[°ºd]$/i.test(part)) continue;
			if (!/^[NSEW]$/i.test(part)) {
				numbers.push(toNumber(part));
				continue;
			}
			if (leads && letter !== '') groups.push({ numbers, letter });
			else if (!leads) groups.push({ numbers, letter: part.toUpperCase() });
			if (leads ? letter !== '' : true) numbers = [];
			letter = part.toUpperCase();
		}
		if (leads) groups.push({ numbers, letter });
		else if (numbers.length > 0) return null;
	} else if (letters.length === 0) {
		parts.forEach((part, at) => {
			if (/^[°ºd]$/i.test(part)) return;
			if (/^[°ºd]$/i.test(parts[at + 1] ?? '')) groups.push({ numbers: [], letter: '' });
			groups.at(-1)?.numbers.push(toNumber(part));
		});
	}
	const [one, two] = groups.map(degreesOf);
	if (groups.length !== 2 || one === undefined || two === undefined) return null;
	const [a = '', b = ''] = letters;
	if (letters.length === 2 && /[NS]/.test(a) === /[NS]/.test(b)) return null;
	return pair(one, two, {
		order: a === '' ? null : /[NS]/.test(a) ? 'y first' : 'x first',
		system: 'degrees'
	});
}

/** One angle in degrees, minutes and seconds; NaN where it is none. */
export function readAngle(text: string): number {
	if (text.length > 40 || /[a-z]{2}/i.test(text)) return NaN;
	const parts = text.match(/[-−–]?\d{1,3}(?:[.,]\d{1,12})?/g) ?? [];
	const letter = /[NSEW]/i.exec(text)?.[0].toUpperCase() ?? '';
	if (letter === '' && !/[°º]/.test(text)) return NaN;
	return degreesOf({ numbers: parts.map(toNumber), letter });
}

function degreesOf({ numbers, letter }: { numbers: number[]; letter: string }): number {
	const [degrees = NaN, minutes = 0, seconds = 0] = numbers;
	if (numbers.length > 3 || !(minutes >= 0 && minutes < 60) || !(seconds >= 0 && seconds < 60)) {
		return NaN;
	}
	const size = Math.abs(degrees) + minutes / 60 + seconds / 3600;
	return degrees < 0 || Object.is(degrees, -0) || /[SW]/.test(letter) ? -size : size;
}

/** "TG 231 085": letters of the square, and digits within it. The middle of the square is meant. */
function readGridReference(text: string): PairRead | null {
	const found = GRID_WHOLE.exec(text) ?? GRID_INSIDE.exec(text);
	if (!found) return null;
	const [, squares = '', east5 = '', apart, closed = ''] = found;
	const letters = squares.toUpperCase();
	const digits = `${east5}${apart ?? closed}`;
	if (digits.length % 2 === 1 || digits.length > 10) return null;
	if (apart !== undefined && apart.length !== east5.length) return null;
	const half = digits.length / 2;
	const square = 10 ** (5 - half);
	const [large = -1, small = -1] = [...letters].map((letter) => {
		const at = letter.charCodeAt(0) - 65;
		return at > 7 ? at - 1 : at;
	});
	const east = ((large - 2 + 25) % 5) * 500_000 + (small % 5) * 100_000;
	const north = 1_900_000 - Math.floor(large / 5) * 500_000 - Math.floor(small / 5) * 100_000;
	const within = (part: string) => Number(part) * square + square / 2;
	return pair(east + within(digits.slice(0, half)), north + within(digits.slice(half)), {
		order: 'x first',
		system: 'grid',
		square,
		rest: tidyRest(text.replace(found[0], ' ')).replace(/\s{2,}/g, ' ')
	});
}

/** The point of a shape, or one on its line or in its area; null where the shape is broken. */
function readGeometry(text: string): PairRead | null {
	if (WKB.test(text)) return readBinary(text);
	const wkt = WKT.exec(text);
	try {
		const system = wkt ? systemOf(wkt[1] ?? wkt[2] ?? '') : null;
		let geometry: unknown;
		if (wkt) {
			const bare = text.replace(/^(?:SRID=\d{4,6};|<[^>]{0,120}>)\s*/i, '');
			geometry = wktToGeoJSON(bare);
		} else {
			if (shapeOf(text, LIMITS) !== null) return null;
			geometry = JSON.parse(text) as unknown;
			if (isObject(geometry) && isObject(geometry['geometry'])) geometry = geometry['geometry'];
		}
		if (!isObject(geometry)) return null;
		if (!('type' in geometry)) return readRecord(geometry);
		const isPoint = geometry['type'] === 'Point';
		const [x, y] = isPoint
			? (geometry['coordinates'] as unknown[])
			: pointOnFeature(geometry as unknown as AllGeoJSON).geometry.coordinates;
		return pair(Number(x), Number(y), { order: 'x first', system, ofShape: !isPoint });
	} catch {
		return null;
	}
}

/** A latitude and a longitude by their names, with an address beside them, as portals of data write a place. */
function readRecord(record: Json): PairRead | null {
	const number = (name: string) => toNumber(cellOf(record[name]));
	const said = cellOf(record['human_address']);
	const address: unknown = said.startsWith('{') ? JSON.parse(said) : null;
	const rest = isObject(address)
		? ['address', 'city', 'zip'].map((name) => cellOf(address[name])).filter(Boolean)
		: [];
	return pair(number('latitude'), number('longitude'), {
		order: 'y first',
		system: 'degrees',
		rest: rest.join(', ')
	});
}

const [IS_POINT, HAS_SYSTEM] = [1, 0x20000000];
/** Digits of a byte. */
const DIGITS = 2;

/** A point in hexadecimal digits; null where it is another shape, or cut. */
function readBinary(text: string): PairRead | null {
	const bytes = Uint8Array.from({ length: text.length / DIGITS }, (_, at) =>
		parseInt(text.slice(at * DIGITS, (at + 1) * DIGITS), 16)
	);
	const view = new DataView(bytes.buffer);
	const isLittle = view.getUint8(0) === 1;
	const type = view.getUint32(1, isLittle);
	// Whether it has a height is said in the highest bits, or in thousands.
	if ((type & 0xffff) % 1000 !== IS_POINT) return null;
	const hasSystem = (type & HAS_SYSTEM) !== 0;
	const at = hasSystem ? 9 : 5;
	if (bytes.length < at + 16) return null;
	return pair(view.getFloat64(at, isLittle), view.getFloat64(at + 8, isLittle), {
		order: 'x first',
		system: hasSystem ? systemOf(String(view.getUint32(5, isLittle))) : null
	});
}
