import { LEVELS, residentsOf, unitsOf, type RegionAreas } from '$lib/areas/region.ts';
import type { TownsPart } from '$lib/areas/parts.ts';
import { kindOfArea, MOST, areaNames, type ComparedArea } from '$lib/compare/areas.ts';
import { compare } from '$lib/compare/comparison.ts';
import { namedSource } from '$lib/catalogue/notes.ts';
import { readCatalogue, readerOf } from '$lib/server/packs.ts';
import { capitalise } from '$lib/text/format.ts';
import { regionAt, regionEntries } from '$lib/server/region-route.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = regionEntries;

/** What can be compared, and comparisons that need no scripts. */
export const load: PageServerLoad = ({ params }) => {
	const region = regionAt(params);
	const pack = readerOf(region);
	const has = (part: string) => region.files.some((file) => file.part === part);
	const areas = pack.areasOf('2021');
	const towns = has('towns') ? pack.get('towns') : undefined;
	const groups = [
		{ title: 'Towns (our outlines)', areas: townsOf(towns) },
		...(['district', 'place', 'msoa'] as const).map((level) => ({
			title: capitalise(LEVELS[level].many),
			areas: levelOf(areas, level)
		}))
	].filter((group) => group.areas.length > 0);
	const names = areaNames(groups.flatMap(({ areas: of }) => of)).values();
	const ready = groups
		.slice(0, 2)
		.map(({ areas: of }) => largest(areas, of).map(({ code }) => code))
		.filter((codes) => codes.length > 1)
		.map((codes) => compare(pack, codes, has));
	const used = new Set(ready.flatMap(({ datasets }) => datasets));
	return {
		region,
		groups: groups.map(({ title, areas: of }) => ({
			title,
			areas: of.map(({ code, name }) => ({ code, name: names.next().value ?? name }))
		})),
		ready,
		kinds: groups.slice(0, 2).map(({ areas: of }) => (of[0] ? kindOfArea(of[0]) : '')),
		sources: readCatalogue()
			.datasets.filter(({ id }) => used.has(id))
			.map(namedSource)
	};
};

const townsOf = (towns: TownsPart | undefined): ComparedArea[] =>
	(towns?.codes ?? []).map((code, i) => ({
		level: 'town',
		code,
		name: towns?.names[i] ?? code,
		members: towns?.members[i] ?? []
	}));

function levelOf(areas: RegionAreas, level: 'district' | 'place' | 'msoa'): ComparedArea[] {
	const { codes, names, members } = unitsOf(areas, level);
	return codes.map((code, i) => ({
		level,
		code,
		name: names[i] ?? code,
		members: members[i] ?? []
	}));
}

/** Those with most residents. */
const largest = (areas: RegionAreas, of: readonly ComparedArea[]): ComparedArea[] =>
	of
		.map((area) => ({ area, residents: residentsOf(areas, area.members) }))
		.sort((a, b) => b.residents - a.residents)
		.slice(0, MOST)
		.map(({ area }) => area);
