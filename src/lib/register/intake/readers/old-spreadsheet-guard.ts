/**
 * What the library is given of a spreadsheet of before 2007: the records that cells are made of. It
 * reads a text as long as the text says it is, past the end of its record and of the file: some
 * kilobytes whose texts say that they have 65,535 signs took gigabytes. Records that no cell needs get
 * the number of one that is passed over, where they stand, as sheets are found by their places.
 */

const END = [0x0a];
/** Beginnings of the workbook and of each sheet; names of sheets; code page, days since, password. */
const FRAME = [0x0809, 0x85, 0x42, 0x22, 0x2f, 0x0200];
/** Ways to write numbers, and looks that name one. */
const LOOKS = [0x041e, 0xe0];
const NUMBERS = [0x0203, 0x027e, 0xbd, 0x0205];
const [SHARED, CONTINUED, OF_SHARED, FORMULA, FORMAT, BEGIN] = [
	0xfc, 0x3c, 0xfd, 0x06, 0x041e, 0x0809
];
/** Texts, and where in the record their length stands, in two bytes. */
const TEXT_AT = new Map([
	[0x0204, 6],
	[0xd6, 6],
	[0x0207, 0],
	[FORMAT, 2]
]);
const KEPT = new Set([
	...END,
	...FRAME,
	...LOOKS,
	...NUMBERS,
	...TEXT_AT.keys(),
	SHARED,
	OF_SHARED,
	FORMULA
]);
/** A record that the library knows, and passes over. */
const PASSED_OVER = 0x60;
/** Of the newest of these formats, which alone has two bytes for the length of a way to write numbers. */
const NEWEST = 0x0600;
/** Where the length of a formula stands, and what says that it has none. */
const FORMULA_AT = 20;
const NO_FORMULA = 0xffff;
/** Shared texts go on in further records of some 8,000 bytes; the library looks through all for each sign. */
const LEAST_CONTINUED = 2_000;
const SOME = 10;

/** Bytes of a file, as the library has them. */
type Bytes = Uint8Array | number[];

const one = (bytes: Bytes, at: number): number => bytes[at] ?? 0;
const two = (bytes: Bytes, at: number): number => one(bytes, at) + 256 * one(bytes, at + 1);

function put(bytes: Bytes, at: number, value: number): void {
	bytes[at] = value % 256;
	bytes[at + 1] = Math.floor(value / 256);
}

/**
 * Leaves of a workbook's records those of cells, in place.
 *
 * @throws Error where a record goes past the end, a text past that of its record, or shared texts
 * are cut in pieces as no program cuts them
 */
export function keepCells(bytes: Bytes): void {
	let shared: number[][] | null = null;
	let isOfShared = false;
	let isNewest = true;
	for (let at = 0; at + 2 <= bytes.length;) {
		const type = two(bytes, at);
		const length = two(bytes, at + 2);
		const data = at + 4;
		const end = data + length;
		const goesOn: boolean = type === CONTINUED && isOfShared;
		const isKept: boolean = goesOn || (KEPT.has(type) && !(type === SHARED && shared !== null));
		if (type === BEGIN) isNewest = two(bytes, data) === NEWEST;
		if (isKept && end > bytes.length) throw new Error('a record that is cut');
		if (isKept) checkRecord(bytes, { type, data, length, isNewest });
		else put(bytes, at, PASSED_OVER);
		if (type === SHARED) shared ??= [];
		isOfShared = isKept && (goesOn || type === SHARED);
		if (isOfShared) shared?.push(Array.from(bytes.slice(data, end)));
		at = end;
	}
	if (shared) checkShared(shared);
}

interface OldRecord {
	type: number;
	data: number;
	length: number;
	/** Whether it is of the newest of these formats. */
	isNewest: boolean;
}

/** Holds that a record has what the library reads of it, and takes the formula out of one. */
function checkRecord(bytes: Bytes, { type, data, length, isNewest }: OldRecord): void {
	if (type === FORMULA) {
		if (length < FORMULA_AT + 2) throw new Error('a formula without its value');
		put(bytes, data + FORMULA_AT, NO_FORMULA);
		return;
	}
	const at = TEXT_AT.get(type);
	if (at === undefined) return;
	const isShort = type === FORMAT && !isNewest;
	const signs = isShort ? one(bytes, data + at) : two(bytes, data + at);
	if (at + (isShort ? 1 : 2) + signs > length) throw new Error('a text longer than its record');
}

/**
 * Holds that shared texts end where their records do. They go on from piece to piece as the library
 * reads them: each piece but the first says anew whether its signs take one byte or two.
 */
function checkShared(pieces: readonly (readonly number[])[]): void {
	const all = pieces.flat();
	const ends: number[] = [];
	for (const piece of pieces) ends.push((ends.at(-1) ?? 0) + piece.length);
	if (pieces.length > SOME + all.length / LEAST_CONTINUED)
		throw new Error('shared texts in too many pieces');
	let at = 8;
	let piece = 0;
	const texts = two(all, 4) + 65_536 * two(all, 6);
	for (let text = 0; text < texts && at < all.length; text++) {
		let left = two(all, at);
		const flags = one(all, at + 2);
		let width = 1 + (flags & 1);
		at += 3;
		let after = 0;
		if (flags & 8) {
			after += 4 * two(all, at);
			at += 2;
		}
		if (flags & 4) {
			after += two(all, at) + 65_536 * two(all, at + 2);
			at += 4;
		}
		while (left > 0) {
			while ((ends[piece] ?? Infinity) < at) piece++;
			const end = ends[piece] ?? 0;
			if (end === at && piece < pieces.length - 1) {
				width = one(all, at) === 0 ? 1 : 2;
				at++;
				continue;
			}
			const read = Math.min(left, Math.ceil((end - at) / width));
			if (read <= 0) throw new Error('a shared text past the end');
			at += read * width;
			left -= read;
		}
		if (at > all.length) throw new Error('a shared text past the end');
		at += after;
	}
}
