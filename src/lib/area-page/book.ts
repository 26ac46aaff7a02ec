/**
 * All that the pages of one region are made of, each thing worked out once. A page is made from it
 * in some milliseconds and leaves nothing behind.
 */
import { neighbors } from 'topojson-client';
import type { RegionAreas } from '../areas/region.ts';
import type { Change } from '../areas/crosswalk.ts';
import type { Owner } from '../catalogue/owner.ts';
import type { NamedSource } from '../catalogue/notes.ts';
import type { RegionSummary } from '../facts/manifest.ts';
import type { PartReader } from '../facts/reader.ts';
import type { PartName } from '../facts/parts.ts';
import { decodeBoundaries, type AreaGeometry } from '../geometry/topology.ts';
import { contactsByPlace, type ListingContact } from '../register/place-contacts.ts';
import { unpackClaims, type Claim } from '../register/register.ts';
import { networksOf, type Network } from '../register/networks.ts';
import { everyView } from '../view/area-report.ts';
import { nearLists, type NearLists } from '../view/near-you.ts';
import type { View } from '../view/view.ts';
import { figuresOfRegion } from './region-figures.ts';
import { communityProfiles } from './community-profiles.ts';
import { networkAreasOf } from './networks.ts';
import type { HelpNumber } from './help-numbers.ts';
import type { Edition } from './translator.ts';
import { pageAreas, type PageArea, type PageHome, type PageHomes } from './page-area.ts';

/** A dataset as a page names it. */
export type PageSource = Required<NamedSource>;

/** What became of the neighbourhoods of 2011: a row a pair. */
export interface Lineage {
	from: string;
	to: string;
	change: Change;
}

/** What pages need beside the packs of their region. */
export interface SiteFacts {
	/** The regions of the site, the most local first. */
	regions: readonly RegionSummary[];
	homes: PageHomes;
	sources: readonly PageSource[];
	owner: Owner | null;
	/** Who looks after the listings, or that nobody does. */
	ownerSentence: string;
	/** By code of the neighbourhood of 2021. */
	lineage: ReadonlyMap<string, readonly Lineage[]>;
	/** Names of neighbourhoods of 2011 by code. */
	formerNames: ReadonlyMap<string, string>;
	/** How many neighbourhoods each community of England has: some are only in part in a region. */
	communitySizes: ReadonlyMap<string, number>;
	/** Local numbers that may be printed today. */
	helpNumbers: readonly HelpNumber[];
	/** Languages that pages are published in beside the site's own: those that a role has signed. */
	languages: readonly Edition[];
	/** "https://example.org", where the site is published; null where that is not known. */
	origin: string | null;
}

export interface Book extends SiteFacts {
	region: RegionSummary;
	reader: PartReader;
	has: (part: PartName) => boolean;
	areas: RegionAreas;
	/** The areas of 2011; undefined where the pack has none. */
	before: RegionAreas | undefined;
	pages: readonly PageArea[];
	byCode: ReadonlyMap<string, PageArea>;
	/** Where the area has its page. */
	homeOf: (area: PageArea) => PageHome;
	networks: ReadonlyMap<string, Network>;
	shapes: AreaGeometry;
	/** Which neighbourhoods share a border with each. */
	beside: readonly (readonly number[])[];
	/** What listings say of how a place is reached, by any of its ids. */
	contacts: (place: string) => readonly ListingContact[];
	/** What the register says of a place, by any of its ids. */
	claims: (place: string) => readonly Claim[];
	/** Places of the kinds that people ask for. */
	places: NearLists;
	/** Figures of the whole region, by the id of their row. */
	regionFigures: ReadonlyMap<string, number | null>;
	/** Who lives in each community, for finding those that are alike. */
	profiles: ReadonlyMap<PageArea, readonly number[]>;
	/** What every layer of the map says, once for the region. */
	views: ReadonlyMap<string, View>;
	/** Day that the newest list was read; null without a register. */
	asOf: string | null;
}

/**
 * Everything of a region, from its parts; one that its pack lacks is not there, and what it would
 * tell is left out. Throws where the pack has no areas or no boundaries.
 */
export function openBook(region: RegionSummary, reader: PartReader, site: SiteFacts): Book {
	const has = (part: PartName) => reader.has(part);
	const areas = reader.areasOf('2021');
	const boundaries = reader.get('lsoa21-boundaries');
	const position = new Map(
		boundaries.topology.objects.lsoa.geometries.map((one, i) => [String(one.id), i])
	);
	const order = areas.codes.map((code) => position.get(code) ?? -1);
	const back = new Map(order.map((at, area) => [at, area]));
	const touching = neighbors(boundaries.topology.objects.lsoa.geometries);
	const towns = has('towns') ? reader.get('towns') : undefined;
	const found = has('link-workers') ? networksOf(reader.get('link-workers')) : [];
	const pages = pageAreas(areas, towns, networkAreasOf(areas, reader));
	const register = has('register') ? reader.get('register') : null;
	const claims = register ? unpackClaims(register) : [];
	const placeOf = new Map(claims.map(({ id, place }) => [id, place]));
	const byPlace = new Map<string, Claim[]>();
	for (const claim of claims) {
		const known = byPlace.get(claim.place);
		if (known) known.push(claim);
		else byPlace.set(claim.place, [claim]);
	}
	let views: ReadonlyMap<string, View> | null = null;
	let profiles: ReadonlyMap<PageArea, readonly number[]> | null = null;
	return {
		...site,
		region,
		reader,
		has,
		areas,
		before: has('areas-2011') ? reader.areasOf('2011') : undefined,
		pages,
		byCode: new Map(pages.map((area) => [area.code, area])),
		homeOf: (area) => site.homes.of(areas, area),
		networks: new Map(found.map((network) => [network.code, network])),
		shapes: decodeBoundaries(boundaries),
		beside: order.map((at) => (touching[at] ?? []).flatMap((other) => back.get(other) ?? [])),
		contacts: register ? contactsByPlace(claims, register.directories) : () => [],
		claims: (place) => byPlace.get(placeOf.get(place) ?? place) ?? [],
		get profiles() {
			profiles ??= communityProfiles(reader, pages);
			return profiles;
		},
		get views() {
			views ??= everyView(region, '2025', reader);
			return views;
		},
		places: nearLists(reader),
		regionFigures: figuresOfRegion(region, reader, areas),
		asOf: register ? newest(Object.values(register.collections)) : null
	};
}

const newest = (days: readonly string[]): string | null => [...days].sort().at(-1) ?? null;
