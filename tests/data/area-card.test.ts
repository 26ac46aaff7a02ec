/** The card of an area and what is near, of every region: the figures are those of the layers. */
import { describe, expect, it } from 'vitest';
import { publishedRegions } from '../../scripts/lib/built-region.ts';
import { EDITION_IDS, EDITIONS } from '../../src/lib/facts/editions.ts';
import type { PartName } from '../../src/lib/facts/parts.ts';
import { PartReader } from '../../src/lib/facts/reader.ts';
import { ownPart, OWN_PART } from '../../src/lib/register/own-part.ts';
import { centreOfPeople, findArea, type RegionAreas } from '../../src/lib/areas/region.ts';
import { areaCard } from '../../src/lib/view/area-card.ts';
import { NEAR_KINDS, NEAR_PARTS, nearYou } from '../../src/lib/view/near-you.ts';
import { defaultState } from '../../src/lib/url/map-state.ts';
import { buildView } from '../../src/lib/view/view.ts';
import { packs } from './built.ts';

const region = packs();
const readerOf = (slug: string, without: readonly PartName[] = []) =>
	new PartReader((part) =>
		part === OWN_PART
			? ownPart([], '2026-01-31')
			: region(slug).has(part) && !without.includes(part)
				? region(slug).part(part)
				: undefined
	);
const areasOf = (slug: string, edition: '2025' | '2019'): RegionAreas => {
	const areas = readerOf(slug).areas(EDITIONS[edition].vintage);
	if (!areas) throw new Error(`no areas of ${slug}`);
	return areas;
};
const one = <T>(found: T | undefined | null): T => {
	if (found == null) throw new Error('nothing found');
	return found;
};

describe.each(publishedRegions())('the card of an area of %s', (slug) => {
	const { name } = region(slug).summary;
	it.each(EDITION_IDS)('has four numbers of any level, edition %s', (edition) => {
		const areas = areasOf(slug, edition);
		const { msoa, district, place } = areas.groups;
		const codes = [areas.codes[0], msoa[0]?.code, district[0]?.code, place[0]?.code];
		for (const code of codes) {
			const selection = one(findArea(areas, one(code)));
			const card = areaCard(name, areas, edition, selection, readerOf(slug));
			expect(card.rows.map(({ label }) => label)).toHaveLength(4);
			for (const { value, region: theirs, england } of card.rows) {
				expect([value, theirs, england].join()).not.toMatch(/NaN|undefined|null/);
				expect(england).toMatch(/^[\d.]+%?$/);
			}
			const estimates = selection.level === 'lsoa' || selection.level === 'msoa';
			const said = card.rows.filter(({ value }) => /^\d+\.\d$/.test(value));
			for (const { note } of said) {
				expect(note).toMatch(/likely range [\d.]+ to [\d.]+/);
				expect(note?.includes('estimate')).toBe(estimates);
			}
		}
	});

	it('says the region’s share in the most deprived fifth as the findings do', () => {
		const areas = areasOf(slug, '2025');
		const selection = one(findArea(areas, one(areas.codes[0])));
		const [deprivation] = areaCard(name, areas, '2025', selection, readerOf(slug)).rows;
		const view = one(buildView(region(slug).summary, defaultState(), readerOf(slug)));
		expect(view.findings[0]?.text).toContain(`${deprivation?.region} of residents`);
		expect(view.findings[0]?.text).toContain(`England: ${deprivation?.england}`);
	});
});

describe.each(publishedRegions())('what is near in %s', (slug) => {
	const areas = areasOf(slug, '2025');
	const [longitude, latitude] = centreOfPeople(areas, [0]);
	const ask = (reader: PartReader, most = 3) =>
		nearYou(reader, { longitude, latitude }, { areas, area: 0, most });

	it('has every kind or says that no list covers it, nearest first', () => {
		const { groups, bus, notCovered } = ask(readerOf(slug));
		const missing = NEAR_KINDS.filter(({ id }) => !groups.some((group) => group.id === id));
		for (const { many } of missing) expect(notCovered).toContain(many);
		expect(bus === null).toBe(notCovered?.includes('bus stops') ?? false);
		const firsts = groups.map(({ places }) => one(places[0]).kilometres);
		expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
		for (const { places } of groups) {
			expect(places.length).toBeLessThanOrEqual(3);
			const away = places.map(({ minutes }) => minutes);
			expect(away).toEqual([...away].sort((a, b) => a - b));
			expect(Math.min(...away)).toBeGreaterThanOrEqual(1);
			expect(new Set(places.map(({ id }) => id)).size).toBe(places.length);
		}
	});

	it('says of a list that is not there that we hold none, not that there is nothing', () => {
		const { groups, notCovered } = ask(readerOf(slug, NEAR_PARTS));
		expect(groups).toEqual([]);
		expect(notCovered).toContain('That does not mean there are none.');
		for (const { many } of NEAR_KINDS) expect(notCovered).toContain(many);
	});
});
