/** The places of a region, for its page and its embed. */
import type { RegionAreas } from '../areas/region.ts';
import type { RegionSummary } from '../facts/manifest.ts';
import { addressLine } from '../register/address-line.ts';
import {
	countsByDistrict,
	kindWords,
	makeDirectory,
	sortRows,
	type Directory,
	type DirectoryRow,
	type KindCounts
} from '../register/directory/directory.ts';
import { forBabies } from '../register/directory/for-babies.ts';
import { openLate } from '../register/directory/open-late.ts';
import { collectionsIn, unpackClaims } from '../register/register.ts';
import { packPlaces, type ListedPlace } from '../report/embed-places.ts';
import { oncePerPack } from './once-per-pack.ts';
import { readerOf } from './packs.ts';

/** Every place of a region's lists, and how many of each kind there are. */
export const placesOf = oncePerPack(
	(region: RegionSummary): Directory & { areas: RegionAreas; counts: KindCounts[] } => {
		const pack = readerOf(region);
		const areas = pack.areasOf('2021');
		const register = pack.get('register');
		const directory = makeDirectory(unpackClaims(register), [], areas, collectionsIn(register));
		// As on the map and in gaps: what has closed is no provision.
		const open = directory.rows.filter(({ status }) => status !== 'closed');
		return { ...directory, areas, counts: countsByDistrict(open, areas) };
	}
);

/** The places of a region as its embed lists them. */
export const embedPlacesOf = oncePerPack((region: RegionSummary) =>
	packPlaces(sortRows(placesOf(region).rows, 'name').map(listed))
);

/** A place as a list has it. */
export function listed(row: DirectoryRow): ListedPlace {
	const { id, lead, claims, kinds, status, known, age, area } = row;
	return {
		id,
		also: claims.map(({ asset }) => asset.id).filter((other) => other !== id),
		name: lead.name,
		address: addressLine(lead),
		what: kindWords(lead),
		kinds,
		status,
		known,
		age,
		babies: forBabies(row).known,
		late: openLate(row),
		area
	};
}
