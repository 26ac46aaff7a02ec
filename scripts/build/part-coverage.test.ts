import { describe, expect, it } from 'vitest';
import { ownPart } from '../../src/lib/register/own-part.ts';
import { missingFrom } from './part-coverage.ts';
import type { FactsPart } from '../../src/lib/facts/parts.ts';
import { selectRegion } from './selection.ts';
import { HELD_IN_PLACES } from '../../src/lib/catalogue/held.ts';
import { coverageOf } from '../../src/lib/server/coverage.ts';
import { projectFacts } from '../../tests/data/built.ts';
import { regionsCalled } from '../../src/lib/server/regions.ts';

const geodata = projectFacts();
async function contextOf(slug: string) {
	const [region] = regionsCalled(geodata.allRegions(), [slug]);
	if (!region) throw new Error(slug);
	return { geodata, region, selection: await selectRegion(geodata, region) };
}
async function coverage(id: string, slug: string) {
	const { region, selection } = await contextOf(slug);
	return coverageOf(geodata, geodata.dataset(id), { region, lsoas: selection['2021'].codes });
}

describe('the coverage of a dataset', () => {
	it('is said of every dataset', () => {
		expect(geodata.catalogue.datasets.filter(({ covers }) => covers === undefined)).toEqual([]);
	});

	it('has words wherever it is not all of England', () => {
		const partly = geodata.catalogue.datasets.filter(({ covers }) => covers !== 'england');
		expect(partly.map(({ id }) => id).sort()).toEqual(Object.keys(HELD_IN_PLACES).sort());
	});

	it('is complete, a part or none of a region', async () => {
		expect(await coverage('deprivation-2025', 'devon')).toEqual({
			covers: 'complete',
			sentence: null
		});
		expect((await coverage('boundaries-wards22', 'norfolk-and-suffolk')).covers).toBe('complete');
		const charities = await coverage('published-charities-by-district', 'norfolk-and-suffolk');
		// The seven districts of Norfolk: all of Norfolk and Waveney but Waveney.
		expect(charities).toEqual({
			covers: 'part',
			sentence:
				'We hold counts of charities by district for 552 of the 1,001 neighbourhoods of Norfolk and Suffolk: they were collected for Norfolk.'
		});
		const wards = await coverage('boundaries-wards22', 'devon');
		expect(wards.covers).toBe('none');
		expect(wards.sentence).toBe(
			'We hold no outlines of wards for Devon: they were collected for Norfolk and Suffolk (which has Norfolk and Waveney in it), and for Bath and North East Somerset, Swindon and Wiltshire.'
		);
	});
});

describe('a part', () => {
	const outlines = (ids: string[], datasets: string[]) => ({
		kind: 'outlines' as const,
		part: 'some-outlines',
		datasets,
		ids,
		names: ids,
		longitude: [],
		latitude: [],
		topology: null
	});
	const facts = (columns: FactsPart['columns'], datasets: string[]): FactsPart => ({
		kind: 'facts',
		part: 'some-facts',
		vintage: null,
		level: 'district',
		datasets,
		columns,
		england: {}
	});

	it('says so where its dataset does not have the region', async () => {
		const devon = await contextOf('devon');
		expect(await missingFrom(devon, outlines([], ['boundaries-wards22']))).toEqual([
			{
				dataset: 'boundaries-wards22',
				...(await coverage('boundaries-wards22', 'devon')),
				parts: ['some-outlines'],
				empties: ['some-outlines']
			}
		]);
		expect(await missingFrom(devon, outlines(['x'], ['boundaries-lsoa21']))).toEqual([]);
	});

	it('of places rests on no list that leaves the region out, whatever lies across the border', async () => {
		const places = (datasets: string[]) => ({
			...ownPart([], '2026-11-30'),
			part: 'some-places' as const,
			datasets
		});
		const devon = await contextOf('devon');
		const sites = ['maternity-sites', 'maternity-sites-named'];
		expect(await missingFrom(devon, places(sites))).toEqual([
			{
				dataset: 'maternity-sites',
				...(await coverage('maternity-sites', 'devon')),
				parts: ['some-places'],
				empties: ['some-places']
			}
		]);
		const norfolk = await contextOf('norfolk-and-waveney');
		expect(await missingFrom(norfolk, places(sites))).toEqual([]);
		// That a lesser dataset leaves the region out takes nothing away.
		const [lesser] = await missingFrom(devon, places(['schools', 'published-maternity-units']));
		expect(lesser?.empties).toEqual([]);
	});

	it('is not empty in silence', async () => {
		await expect(
			missingFrom(await contextOf('norfolk-and-waveney'), outlines([], ['boundaries-wards22']))
		).rejects.toThrow(
			'norfolk-and-waveney: "some-outlines" came out empty, and the catalogue says that boundaries-wards22 has the region'
		);
		const devon = await contextOf('devon');
		await expect(
			missingFrom(devon, facts({ births: { values: [null, null] } }, ['births-lad20']))
		).rejects.toThrow(/"some-facts" came out empty/);
		const half = { births: { values: [null, null] }, residents: { values: [1, null] } };
		await expect(missingFrom(devon, facts(half, ['births-lad20']))).rejects.toThrow(
			'devon: column "births" of "some-facts" came out empty, and the catalogue says that births-lad20 has the region'
		);
	});

	it('may be empty where each figure says why', async () => {
		const said = { births: { values: [null], status: { 0: 'suppressed' as const } } };
		expect(await missingFrom(await contextOf('devon'), facts(said, ['births-lad20']))).toEqual([]);
	});

	it('blames for an empty column the first dataset that does not have the region', async () => {
		const charities = 'published-charities-by-district';
		const missing = await missingFrom(
			await contextOf('devon'),
			facts({ number: { values: [null] }, residents: { values: [1] } }, [
				'residents-lad21',
				charities,
				'published-documents'
			])
		);
		expect(missing.map(({ dataset, parts, empties }) => ({ dataset, parts, empties }))).toEqual([
			{ dataset: charities, parts: [], empties: ['some-facts'] },
			{ dataset: 'published-documents', parts: [], empties: [] }
		]);
	});
});
