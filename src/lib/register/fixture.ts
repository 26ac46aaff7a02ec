/** An invented region of two districts, and claims about it, for tests. */
import type { AreasPart } from '../areas/parts.ts';
import { decodeAreas } from '../areas/region.ts';
import { NOTHING_KNOWN, type Asset } from './asset.ts';
import type { Claim } from './register.ts';

export const AREAS_PART: AreasPart = {
	kind: 'areas',
	part: 'areas-2021',
	vintage: '2021',
	datasets: [],
	lsoa: {
		codes: ['E01000001', 'E01000002', 'E01000003'],
		names: ['Northtown 001A', 'Northtown 001B', 'Southtown 001A'],
		residents: [1500, 1600, 1700],
		longitude: [1, 1.01, 1.2],
		latitude: [52, 52.01, 52.2]
	},
	msoa: {
		codes: ['E02000001', 'E02000002'],
		names: ['Harbour Quarter', 'Mill Green'],
		of: [0, 0, 1]
	},
	district: {
		codes: ['E07000001', 'E07000002'],
		names: ['Northtown', 'Southtown'],
		of: [0, 0, 1],
		partOf: [null, null],
		notes: [null, null]
	},
	place: { codes: ['E38000001'], names: ['All of it'], of: [0, 0, 0] }
};
export const AREAS = decodeAreas(AREAS_PART);
export const REFERENCE = '2026-08-17';
/** Of the one source that the claims here have. */
export const COLLECTIONS = new Map([['community-venues', REFERENCE]]);

/** An asset that a directory listed lately, otherwise as told. */
export const anAsset = (told: Partial<Asset> & Pick<Asset, 'id'>): Asset => ({
	...NOTHING_KNOWN,
	name: `Hall ${told.id}`,
	kind: 'community-venue',
	longitude: 1.21,
	latitude: 52.61,
	lsoa21: 'E01000001',
	source: 'community-venues',
	licence: null,
	collected: REFERENCE,
	status: 'unverified',
	...told
});

/** A claim about a place of its own, unless another is told. */
export const aClaim = (told: Partial<Claim> & Pick<Claim, 'id'>): Claim => ({
	...anAsset(told),
	place: told.place ?? told.id
});
