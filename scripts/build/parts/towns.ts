/** Our outlines of a region's towns: the method stands in src/lib/methods/towns.ts. */
import { around } from 'geokdbush';
import KDBush from 'kdbush';
import { neighbors } from 'topojson-client';
import type { TownsPart } from '../../../src/lib/areas/parts.ts';
import { numbers, strings, type Table } from '../../../src/lib/facts/table.ts';
import { townOutlines, type Place } from '../../../src/lib/methods/towns.ts';
import type { Geodata } from '../../../src/lib/server/geodata.ts';
import { boundaryTopology } from '../boundaries.ts';
import { NO_TOWNS } from '../not-towns.ts';
import type { PartBuilder, PartContext } from '../part.ts';
import { selectEngland, type Selected } from '../selection.ts';

const TOWNS = 'towns';
/** A section of a place, as GeoNames calls it. */
const SECTION = 'PPLX';

export const townsPart: PartBuilder<TownsPart> = {
	part: 'towns',
	async build(context): Promise<TownsPart> {
		const { selection, geodata } = context;
		const places = await placesHere(geodata, selection['2021']);
		const here = placed(selection['2021']);
		const towns = townOutlines({ ...here, neighbours: neighboursIn(context) }, places);
		return {
			kind: 'towns',
			part: 'towns',
			datasets: ['areas-lsoa21', 'boundaries-lsoa21', TOWNS],
			codes: towns.map(({ id }) => `town-${id}`),
			names: towns.map(({ name }) => name),
			members: towns.map(({ members }) => members)
		};
	}
};

/** The places whose nearest neighbourhood is the region's: across the border they are another's. */
async function placesHere(geodata: Geodata, selected: Selected): Promise<Place[]> {
	const england = (await selectEngland(geodata))['2021'];
	const { longitude, latitude } = placed(england);
	const index = new KDBush(longitude.length);
	longitude.forEach((east, at) => index.add(east, latitude[at] ?? NaN));
	index.finish();
	return placesOf(await geodata.table(TOWNS)).map((place) => {
		const [nearest] = around(index, place.longitude, place.latitude, 1);
		const isHere = nearest !== undefined && selected.has(england.codes[nearest] ?? '');
		return { ...place, isElsewhere: !isHere };
	});
}

function placesOf(table: Table): Omit<Place, 'isElsewhere'>[] {
	const names = strings(table, 'name');
	const kinds = strings(table, 'kind');
	const [longitude, latitude, population] = [
		numbers(table, 'longitude'),
		numbers(table, 'latitude'),
		numbers(table, 'population')
	];
	return strings(table, 'geonames_id').map((id, row) => ({
		id,
		name: names[row] ?? id,
		longitude: longitude[row] ?? NaN,
		latitude: latitude[row] ?? NaN,
		population: population[row] ?? 0,
		isPart: kinds[row] === SECTION || NO_TOWNS.has(id)
	}));
}

/** Where the residents of neighbourhoods are, and which are urban. */
const placed = (selected: Selected) => ({
	longitude: selected.numbers(selected.areas, 'longitude'),
	latitude: selected.numbers(selected.areas, 'latitude'),
	urban: selected.listed('ruc21').map((code) => code.startsWith('U'))
});

/** Which of a region's neighbourhoods share a line with each. */
function neighboursIn(context: PartContext): number[][] {
	const { codes } = context.selection['2021'];
	const { geometries } = boundaryTopology(context, '2021').objects.lsoa;
	const at = new Map(codes.map((code, i) => [code, i]));
	const order = geometries.map(({ id }) => at.get(String(id)) ?? -1);
	const found: number[][] = codes.map(() => []);
	neighbors(geometries).forEach((others, i) => {
		found[order[i] ?? -1] = others.map((other) => order[other] ?? -1);
	});
	return found;
}
