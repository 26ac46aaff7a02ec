/** The sites of a question: what is a hub today, and the buildings that could be one. */
import { metresBetween } from '../geometry/near.ts';
import type { PartReader } from '../facts/reader.ts';
import { isCounted, sitesOf, type Site, type SiteRecord } from '../access/site.ts';
import { ASSET_KINDS } from '../register/kinds.ts';
import { BUILDINGS, type BuildingId, type BuildingList } from './buildings.ts';
import type { SiteState } from './instance.ts';

/** What a question says of its sites. */
export interface SiteChoice {
	/** Lists whose buildings could be hubs. */
	candidates: readonly BuildingId[];
	/** Of them, only those that an official register lists as open. */
	verifiedOnly: boolean;
	/** Lists of what is a hub already. */
	standing: readonly BuildingId[];
	/** Ids of sites that shall be, and shall not be, hubs. */
	fixed: readonly string[];
	excluded: readonly string[];
}

/** Metres within which two buildings of one name are one. */
const ONE_BUILDING = 250;

/** A site with the list that it is of: of several, the first. */
export interface ListedSite extends Site {
	list: BuildingId;
}

/** Sites that some lists hold, each once, under the names of their buildings. */
export function sitesOfLists(ids: readonly BuildingId[], parts: PartReader): ListedSite[] {
	const lists = ids.map((id): BuildingList & { id: BuildingId } => ({ id, ...BUILDINGS[id] }));
	const loaded = [...new Set(lists.map(({ part }) => part))].flatMap((name) => {
		const part = parts.find(name);
		return part ? [part] : [];
	});
	const listOf = new Map<string, BuildingId>();
	const take = (record: SiteRecord): string | null => {
		for (const list of lists) {
			const building = list.part === record.part ? list.building(record) : null;
			if (building === null) continue;
			if (!listOf.has(record.id)) listOf.set(record.id, list.id);
			return building;
		}
		return null;
	};
	return onceEach(
		sitesOf(loaded, take).flatMap((site): ListedSite[] => {
			const list = listOf.get(site.id);
			return list ? [{ ...site, list, label: labelOf(site, list) }] : [];
		})
	);
}

/** What the buildings of a list are, where their names say it and not their listings. */
const labelOfList = (id: BuildingId): string | undefined => (BUILDINGS[id] as BuildingList).label;

/** What a building is; whoever runs a library, it is a library. */
const labelOf = ({ kind, label }: Site, list: BuildingId): string =>
	labelOfList(list) ?? (kind === 'library' ? ASSET_KINDS.library.label : label);

/** Without those told by name alone that stand where another of the same name does. */
function onceEach(sites: readonly ListedSite[]): ListedSite[] {
	const byName = new Map<string, Site[]>();
	const isNamed = ({ list }: ListedSite) => labelOfList(list) !== undefined;
	return [...sites]
		.sort((a, b) => Number(isNamed(a)) - Number(isNamed(b)))
		.filter((site) => {
			const key = site.name.toLowerCase().replace(/[^a-z0-9 ]/g, '');
			const others = byName.get(key) ?? [];
			if (isNamed(site) && others.some((other) => metresBetween(site, other) <= ONE_BUILDING)) {
				return false;
			}
			byName.set(key, [...others, site]);
			return true;
		});
}

/** The sites of a choice: first what stands (so many), then what could; a building that is both stands. */
export function sitesFor(
	choice: SiteChoice,
	parts: PartReader
): { sites: ListedSite[]; states: SiteState[]; stands: number } {
	// A name is not a place of birth: what nothing confirms as one does not stand already.
	const standing = sitesOfLists(choice.standing, parts).filter(isCounted);
	const isStanding = new Set(standing.map(({ id }) => id));
	const isFixed = new Set(choice.fixed);
	const isExcluded = new Set(choice.excluded);
	const others = sitesOfLists(choice.candidates, parts).filter(({ id, inside, yours, status }) => {
		if (isStanding.has(id)) return false;
		if (isFixed.has(id)) return true;
		return (inside || yours) && (!choice.verifiedOnly || status === 'verified');
	});
	const sites = [...standing, ...others];
	return {
		sites,
		stands: standing.length,
		states: sites.map(({ id }): SiteState => {
			if (isStanding.has(id)) return isExcluded.has(id) ? 'excluded' : 'fixed';
			if (isExcluded.has(id)) return 'excluded';
			return isFixed.has(id) ? 'fixed' : 'candidate';
		})
	};
}
