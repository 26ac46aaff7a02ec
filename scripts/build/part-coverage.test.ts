import { describe, expect, it } from 'vitest';
import { missingFrom } from './part-coverage.ts';
import { selectRegion } from './selection.ts';
import { coverageOf } from '../../src/lib/server/coverage.ts';
import { openGeodata } from '../../src/lib/server/geodata.ts';
import { regionsCalled } from '../../src/lib/server/regions.ts';

const geodata = openGeodata();
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
				'Charities by district: in these data for 552 of the 1,001 neighbourhoods of Norfolk and Suffolk. They were collected for Norfolk.'.replace(
					'Charities by district',
					geodata.dataset('published-charities-by-district').title
				)
		});
		const wards = await coverage('boundaries-wards22', 'devon');
		expect(wards.covers).toBe('none');
		expect(wards.sentence).toMatch(/^Wards of December 2022: not in these data for Devon\. They/);
	});
});

describe('a part', () => {
	const outlines = (ids: string[], datasets: string[]) => ({
		part: 'some-outlines',
		datasets,
		ids,
		topology: null
	});

	it('says so where its dataset does not have the region', async () => {
		const devon = await contextOf('devon');
		expect(await missingFrom(devon, outlines([], ['boundaries-wards22']))).toEqual([
			(await coverage('boundaries-wards22', 'devon')).sentence
		]);
		expect(await missingFrom(devon, outlines(['x'], ['boundaries-lsoa21']))).toEqual([]);
	});

	it('is not empty in silence', async () => {
		await expect(
			missingFrom(await contextOf('norfolk-and-waveney'), outlines([], ['boundaries-wards22']))
		).rejects.toThrow(
			'norfolk-and-waveney: "some-outlines" came out empty, and the catalogue says that boundaries-wards22 has the region'
		);
		await expect(
			missingFrom(await contextOf('devon'), {
				part: 'births',
				datasets: ['births-lad20'],
				columns: { births: { values: [null, null] } }
			})
		).rejects.toThrow(/"births" came out empty/);
	});
});
