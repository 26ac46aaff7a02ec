import { unchangedIn } from '$lib/facts/links.ts';
import { isCore20 } from '$lib/indicators/core20.ts';
import { EDITION_IDS, EDITIONS, type EditionId } from '$lib/facts/editions.ts';
import type { RegionSummary } from '$lib/facts/manifest.ts';
import { residentsOf } from '$lib/areas/region.ts';
import { SETTLEMENTS } from '$lib/access/travel.ts';
import { checkedFigures } from '$lib/server/checks.ts';
import { detourSensitivity } from '$lib/server/gaps.ts';
import { readCatalogue, readManifest, readPart, readerOf } from '$lib/server/packs.ts';
import { openGeodata } from '../../lib/server/geodata.ts';
import { numbersBy, strings, valueOf } from '../../lib/facts/table.ts';
import { join } from 'node:path';

/** Every number in the text is worked out here, so that the words can't outlive the facts. */
export async function load() {
	const regions = Object.values(readManifest().regions);
	const { results, car, walks } = await checkedFigures();
	const excess = results.find(({ id }) => id === 'life-expectancy-gate')?.value;
	if (typeof excess !== 'number') throw new Error('the gate for life expectancy has no figure');
	const [first] = regions;
	if (!first) throw new Error('there is no region');
	return {
		titles: Object.fromEntries(readCatalogue().datasets.map(({ id, title }) => [id, title])),
		regions: regions.map((region) => ({
			slug: region.slug,
			name: region.name,
			validity: region.validity,
			missing: region.missing.map(({ sentence }) => sentence),
			editions: EDITION_IDS.map((id) => countsOf(region, id)),
			venues: venuesOf(region),
			detour: detourSensitivity(region)
		})),
		england: EDITION_IDS.map((id) => {
			const { england } = readPart(first, `deprivation-${id}`);
			return {
				id,
				lsoas: EDITIONS[id].lsoasInEngland,
				core20Share: (england['core20_residents'] ?? NaN) / (england['residents'] ?? NaN)
			};
		}),
		crosswalk: await crosswalkCounts(),
		detours: await detourFits(),
		excess,
		car,
		walks,
		/** What the freshness of assets is reckoned from: days by dataset. */
		collections: readPart(first, 'register').collections
	};
}

/** How far ways to primary schools are from straight lines, all of England first. */
async function detourFits() {
	const table = await openGeodata(join(process.cwd(), 'geodata')).table('detour-factors');
	return (['all', ...SETTLEMENTS] as const).map((settlement) => {
		const of = (column: string) =>
			valueOf(numbersBy(table, 'class', column), settlement, `detour-factors, ${column}`);
		return {
			settlement,
			areas: of('areas'),
			ratio: of('ratio'),
			slope: of('slope'),
			intercept: of('intercept_km'),
			medianError: of('median_error'),
			withinQuarter: of('within_quarter')
		};
	});
}

function countsOf(region: RegionSummary, id: EditionId) {
	const { short, vintage, residentsPeriod } = EDITIONS[id];
	const pack = readerOf(region);
	const areas = pack.areasOf(vintage);
	const deciles = pack.get(`deprivation-${id}`).columns['imd_decile']?.values;
	const core20 = [...areas.codes.keys()].filter((area) => isCore20(deciles?.[area] ?? NaN));
	return {
		id,
		short,
		vintage,
		residentsPeriod,
		lsoas: areas.count,
		msoas: areas.groups.msoa.length,
		districts: areas.groups.district.length,
		places: areas.groups.place.length,
		core20Lsoas: core20.length,
		core20Msoas: new Set(core20.map((area) => areas.parent.msoa[area])).size,
		core20Residents: residentsOf(areas, core20),
		residents: residentsOf(areas, [...areas.codes.keys()])
	};
}

function venuesOf(region: RegionSummary) {
	const part = readPart(region, 'community-venues');
	const inside = [...part.lsoa21.keys()].filter((at) => part.lsoa21[at] !== null);
	return {
		listed: inside.length,
		// Not those that list only places across the border.
		directories: new Set(inside.flatMap((at) => part.claims[at] ?? [])).size
	};
}

/** How many LSOAs of England changed between the two censuses, and how many counts are shared out. */
async function crosswalkCounts() {
	const geodata = openGeodata(join(process.cwd(), 'geodata'));
	const links = await geodata.table('lsoa11-lsoa21');
	const crosswalk = await geodata.table('residents-2021-crosswalk');
	const statuses = strings(crosswalk, 'aged_0_status');
	return {
		unchanged: unchangedIn(links).size,
		lsoas: statuses.length,
		estimates: statuses.filter((status) => status === 'estimate').length
	};
}
