/** Which areas of a region entered or left Core20, worked out while its page is prerendered. */
import { factNumbers } from '../facts/figures.ts';
import type { RegionSummary } from '../facts/manifest.ts';
import { LINKS, linksIn } from '../facts/links.ts';
import { isCore20 } from '../indicators/core20.ts';
import { capitalise, formatNumber, formatQuantity } from '../text/format.ts';
import { levelChanges, type AreaLink, type LevelChanges } from '../changes/listed-areas.ts';
import { changesPicture, type ChangesPicture } from './changes-picture.ts';
import { openGeodata, type Geodata } from './geodata.ts';
import { oncePerPack } from './once-per-pack.ts';
import { readCatalogue, readerOf } from './packs.ts';

const DATASETS = ['deprivation-2019', 'deprivation-2025', LINKS, 'areas-lsoa11', 'areas-lsoa21'];

export interface ChangesSaid {
	neighbourhoods: LevelChanges;
	communities: LevelChanges;
	/** A still picture of the neighbourhoods. */
	/** Of districts that lie in the region only in part, in a sentence each. */
	parts: string[];
	picture: ChangesPicture;
	sources: { id: string; title: string; period: string }[];
}

/** All links between neighbourhoods of 2011 and of 2021. */
export async function linksOf(geodata: Geodata): Promise<AreaLink[]> {
	return linksIn(await geodata.table(LINKS));
}

/** What changed in a region, at both levels; its page, its news and every feed ask for it. */
export const regionChanges = oncePerPack(changesIn);

async function changesIn(
	region: RegionSummary
): Promise<Pick<ChangesSaid, 'neighbourhoods' | 'communities'>> {
	const links = await openGeodata().once(linksOf);
	const pack = readerOf(region);
	const edition = (vintage: '2011' | '2021', id: '2019' | '2025') => ({
		areas: pack.areasOf(vintage),
		deciles: factNumbers(pack.get(`deprivation-${id}`), 'imd_decile')
	});
	const [before, after] = [edition('2011', '2019'), edition('2021', '2025')];
	const at = (level: 'lsoa' | 'msoa') => levelChanges(level, before, after, links, region.name);
	return { neighbourhoods: at('lsoa'), communities: at('msoa') };
}

/** How many neighbourhoods of each district that is only in part here are on the list now. */
function partDistricts(region: RegionSummary): string[] {
	const pack = readerOf(region);
	const deciles = factNumbers(pack.get('deprivation-2025'), 'imd_decile');
	return pack.areasOf('2021').groups.district.flatMap(({ partOf, members }) => {
		if (partOf === null) return [];
		const on = members.filter((area) => isCore20(deciles[area] ?? NaN)).length;
		return `${capitalise(formatQuantity(members.length, 'neighbourhood'))} of ${partOf} ${members.length === 1 ? 'lies' : 'lie'} in ${region.name}. ${capitalise(on === 0 ? 'none' : formatNumber(on))} of ${members.length === 1 ? 'it' : 'them'} ${on <= 1 ? 'is' : 'are'} on the 2025 list.`;
	});
}

/** All that the page of a region's changes says. */
export async function changesSaid(region: RegionSummary): Promise<ChangesSaid> {
	const changes = await regionChanges(region);
	return {
		...changes,
		parts: partDistricts(region),
		picture: changesPicture(region, changes.neighbourhoods),
		sources: readCatalogue()
			.datasets.filter(({ id }) => DATASETS.includes(id))
			.map(({ id, title, period }) => ({ id, title, period }))
	};
}
