/** What can be compared in a region, and the comparisons that come with its pages. */
import { kindOfArea, MOST, areaNames, type ComparedArea } from '../compare/areas.ts';
import { compare, type Comparison } from '../compare/comparison.ts';
import { PARTS_COMPARED } from '../compare/rows.ts';
import type { TownsPart } from '../areas/parts.ts';
import { LEVELS, residentsOf, unitsOf, type RegionAreas } from '../areas/region.ts';
import { toFile } from '../facts/part-file.ts';
import type { Part } from '../facts/parts.ts';
import { hasPart, type RegionSummary } from '../facts/manifest.ts';
import { countedAlone } from '../report/embed-comparison.ts';
import { capitalise } from '../text/format.ts';
import { oncePerPack } from './once-per-pack.ts';
import { readerOf } from './packs.ts';

export interface Comparable {
	/** What can be chosen, by what it is. */
	groups: { title: string; areas: { code: string; name: string }[] }[];
	/** Comparisons that need no scripts. */
	ready: { kind: string; comparison: Comparison }[];
}

/** What can be compared in a region; its page and its embed ask for it. */
export const comparable = oncePerPack(comparableOf);

function comparableOf(region: RegionSummary): Comparable {
	const pack = readerOf(region);
	const has = (part: string) => hasPart(region, part);
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
	return {
		groups: groups.map(({ title, areas: of }) => ({
			title,
			areas: of.map(({ code, name }) => ({ code, name: names.next().value ?? name }))
		})),
		ready: groups.slice(0, 2).flatMap(({ areas: of }) => {
			const codes = largest(areas, of).map(({ code }) => code);
			const kind = of[0] ? kindOfArea(of[0]) : '';
			return codes.length > 1 ? [{ kind, comparison: compare(pack, codes, has) }] : [];
		})
	};
}

/** Everything that a comparison of a region reads, as files hold parts: lists as what is counted of them. */
export function partsToCompare(region: RegionSummary): object[] {
	const pack = readerOf(region);
	return PARTS_COMPARED.filter((part) => hasPart(region, part)).map((name) => {
		const part: Part = pack.get(name);
		return toFile(part.kind === 'assets' ? countedAlone(part) : part);
	});
}

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
