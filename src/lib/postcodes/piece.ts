/**
 * The wire format of postcodes: a region's are cut into pieces, one for each first half
 * ("NR31"), so that looking one up loads a few kilobytes and tells the host nothing but
 * that first half. Where a region has few postcodes of a first half, as across its border, that
 * would name them: several share a file then. `scripts/build/postcodes.ts` writes them.
 */
import type { Vintage } from '../areas/vintage.ts';
import type { Postcode } from './postcode.ts';

/** Name of the part that lists a region's pieces. */
export const POSTCODES_INDEX = 'postcodes-index';

export interface PostcodesIndex {
	part: typeof POSTCODES_INDEX;
	datasets: string[];
	/** Path below the site's root by first half; a file has one piece or more, in a list. */
	pieces: Record<string, string>;
}

/** The postcodes of one first half, in the order of their second halves. */
export interface PostcodePiece {
	outward: string;
	/** When these postcodes were in use, for readers: "October 2025". */
	period: string;
	/** Second halves, of three characters each, in one text. */
	inward: string;
	/** The LSOAs of 2021 that occur. */
	lsoa21: string[];
	/**
	 * The LSOA of 2011 by that of 2021, where the code is another one; null where several of
	 * 2011 were merged, as which of them a postcode was in is not known.
	 */
	lsoa11: Record<string, string | null>;
	/** Index into `lsoa21` by postcode. */
	of: number[];
	/** The south-western corner, in steps. */
	corner: [number, number];
	/** Steps from the corner, to the east and to the north, by postcode. */
	east: number[];
	north: number[];
}

/** Steps in a degree: a ten-thousandth is seven to eleven metres. */
export const STEPS = 10_000;

export interface PostcodePlace {
	postcode: Postcode;
	longitude: number;
	latitude: number;
	lsoa21: string;
	/** Null where it is not known. */
	lsoa11: string | null;
}

const LENGTH = 3;

/** One postcode to put into a piece; degrees. */
export interface PostcodeRow {
	inward: string;
	lsoa21: string;
	longitude: number;
	latitude: number;
}

/** Make a piece. Throws where a postcode stands twice or a second half isn't three characters. */
export function makePiece(
	outward: string,
	period: string,
	rows: readonly PostcodeRow[],
	lsoa11: (lsoa21: string) => string | null
): PostcodePiece {
	const sorted = [...rows].sort((a, b) => (a.inward < b.inward ? -1 : 1));
	sorted.forEach(({ inward }, i) => {
		if (inward.length !== LENGTH) throw new Error(`${outward} ${inward}: not a postcode`);
		if (inward === sorted[i + 1]?.inward) throw new Error(`${outward} ${inward} stands twice`);
	});
	const codes = [...new Set(sorted.map(({ lsoa21 }) => lsoa21))].sort();
	const position = new Map(codes.map((code, i) => [code, i]));
	const steps = (degrees: number) => Math.round(degrees * STEPS);
	const west = Math.min(...sorted.map(({ longitude }) => steps(longitude)));
	const south = Math.min(...sorted.map(({ latitude }) => steps(latitude)));
	return {
		outward,
		period,
		inward: sorted.map(({ inward }) => inward).join(''),
		lsoa21: codes,
		lsoa11: Object.fromEntries(
			codes.map((code) => [code, lsoa11(code)] as const).filter(([now, then]) => now !== then)
		),
		of: sorted.map(({ lsoa21 }) => position.get(lsoa21) ?? -1),
		corner: [west, south],
		east: sorted.map(({ longitude }) => steps(longitude) - west),
		north: sorted.map(({ latitude }) => steps(latitude) - south)
	};
}

/** As many postcodes or more are in every file: thousands of homes. */
export const LEAST_IN_FILE = 250;

/**
 * Pieces as they share files, in the order of their first halves: each that is large enough has
 * one of its own, the others are put together until they are, and what is left over goes to
 * the last of these or, where there is none, to the smallest of the large.
 */
export function shareFiles(pieces: readonly PostcodePiece[]): PostcodePiece[][] {
	const size = (file: readonly PostcodePiece[]) =>
		file.reduce((sum, { inward }) => sum + inward.length / LENGTH, 0);
	const alone = pieces.filter((piece) => size([piece]) >= LEAST_IN_FILE).map((piece) => [piece]);
	const together: PostcodePiece[][] = [];
	for (const piece of pieces.filter((one) => size([one]) < LEAST_IN_FILE)) {
		const open = together.at(-1);
		if (open && size(open) < LEAST_IN_FILE) open.push(piece);
		else together.push([piece]);
	}
	const last = together.at(-1);
	if (last && size(last) < LEAST_IN_FILE) {
		const host = together.at(-2) ?? alone.toSorted((a, b) => size(a) - size(b))[0];
		if (host) host.push(...(together.pop() ?? []));
	}
	return [...alone, ...together];
}

/** Paths of all files of a region, each once. */
export const filesOf = ({ pieces }: PostcodesIndex): string[] => [
	...new Set(Object.values(pieces))
];

/** Where a postcode is; null where the piece has none such. */
export function findPostcode(piece: PostcodePiece, postcode: Postcode): PostcodePlace | null {
	if (piece.outward !== postcode.outward) return null;
	const { inward, corner, east, north } = piece;
	let row = -1;
	for (let at = 0; at < inward.length && row < 0; at += LENGTH) {
		if (inward.startsWith(postcode.inward, at)) row = at / LENGTH;
	}
	const lsoa21 = piece.lsoa21[piece.of[row] ?? -1];
	const [x, y] = [east[row], north[row]];
	if (lsoa21 === undefined || x === undefined || y === undefined) return null;
	const before = piece.lsoa11[lsoa21];
	return {
		postcode,
		longitude: (corner[0] + x) / STEPS,
		latitude: (corner[1] + y) / STEPS,
		lsoa21,
		lsoa11: before === undefined ? lsoa21 : before
	};
}

/** The LSOA of a vintage that a postcode is in; null where it is not known. */
export const lsoaOf = (place: PostcodePlace, vintage: Vintage): string | null =>
	vintage === '2021' ? place.lsoa21 : place.lsoa11;

/** A postcode of a piece, to show what one looks like: the middle one. */
export function examplePostcode({ outward, inward }: PostcodePiece): string {
	const at = LENGTH * Math.floor(inward.length / LENGTH / 2);
	return `${outward} ${inward.slice(at, at + LENGTH)}`;
}
