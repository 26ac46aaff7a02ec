/**
 * Every postcode of England with its place, in little memory: a million and a half of them are
 * hundreds of megabytes as texts and numbers of their own, more than an import may have. They are
 * read a group of rows at a time and kept as numbers side by side.
 */
import type { Cell } from '../../src/lib/facts/table.ts';
import type { Geodata } from '../../src/lib/server/geodata.ts';
import { tableGroups } from '../../src/lib/server/table-file.ts';

/** Where a postcode is. */
export interface Place {
	longitude: number;
	latitude: number;
	lsoa21: string;
}

export interface PostcodeTable {
	/** The place of a tidied postcode; null where the table doesn't have it. */
	find(postcode: string): Place | null;
	/** Neighbourhoods that have a postcode. */
	covered: ReadonlySet<string>;
}

const COLUMNS = ['postcode', 'lsoa21', 'longitude', 'latitude'] as const;
/** "AA9A 9AA". */
const LONGEST = 8;

/**
 * A postcode as a number, so that numbers stand in the order of the texts: every sign is a digit
 * of base 64 from the space on, and what is shorter ends with spaces. NaN for what is none.
 */
export function postcodeNumber(text: string): number {
	if (text.length > LONGEST) return NaN;
	let number = 0;
	for (let at = 0; at < LONGEST; at++) {
		const digit = at < text.length ? text.charCodeAt(at) - 32 : 0;
		if (digit < 0 || digit > 63) return NaN;
		number = number * 64 + digit;
	}
	return number;
}

/** Read the table of postcodes. Throws where it is not sorted or a cell is no postcode. */
export async function readPostcodes(geodata: Geodata): Promise<PostcodeTable> {
	const file = geodata.dataset('postcodes').table?.file;
	const bytes = file === undefined ? null : geodata.optional(file);
	if (file === undefined || bytes === null) {
		throw new Error('dataset "postcodes" has no table yet; run npm run refresh');
	}
	const groups: Group[] = [];
	const areas: string[] = [];
	const places = new Map<string, number>();
	const areaOf = (cell: Cell | undefined): number => {
		const code = String(cell);
		const known = places.get(code);
		if (known !== undefined) return known;
		places.set(code, areas.length);
		return areas.push(code) - 1;
	};
	let last = -1;
	for await (const { postcode = [], lsoa21, longitude, latitude } of tableGroups(
		file,
		bytes,
		COLUMNS
	)) {
		const group: Group = {
			postcodes: Float64Array.from(postcode, (cell) => postcodeNumber(String(cell))),
			areas: Uint32Array.from(lsoa21 ?? [], areaOf),
			longitudes: Float64Array.from(longitude ?? [], Number),
			latitudes: Float64Array.from(latitude ?? [], Number)
		};
		for (const [row, number] of group.postcodes.entries()) {
			if (!(number > last)) throw new Error(`${file}: "${String(postcode[row])}" is out of order`);
			last = number;
		}
		if (group.postcodes.length > 0) groups.push(group);
	}
	return {
		covered: new Set(areas),
		find(text) {
			const wanted = postcodeNumber(text);
			const group = groups.find(({ postcodes }) => wanted <= (postcodes.at(-1) ?? -1));
			const row = group ? rowOf(group.postcodes, wanted) : -1;
			if (!group || row === -1) return null;
			return {
				longitude: group.longitudes[row] as number,
				latitude: group.latitudes[row] as number,
				lsoa21: areas[group.areas[row] as number] as string
			};
		}
	};
}

interface Group {
	postcodes: Float64Array;
	/** Row by row, the place of a neighbourhood in the list of them. */
	areas: Uint32Array;
	longitudes: Float64Array;
	latitudes: Float64Array;
}

function rowOf(sorted: Float64Array, wanted: number): number {
	let [low, high] = [0, sorted.length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((sorted[middle] as number) < wanted) low = middle + 1;
		else high = middle;
	}
	return sorted[low] === wanted ? low : -1;
}
