import { describe, expect, it } from 'vitest';
import { projectFacts } from '../../tests/data/built.ts';
import { readRegions, type Region } from '../../src/lib/server/regions.ts';
import { checkRegion } from './check-region.ts';
import { areasPart } from './parts/areas.ts';
import { selectRegion } from './selection.ts';

const geodata = projectFacts();
const area = [{ vintage: 'lad26', codes: ['E06000043', 'E07000063'] }];
const names = [
	{ code: 'E06000043', name: 'Brighton and Hove' },
	{ code: 'E07000063', name: 'Lewes' }
];

/** Two districts, with what a test says of them; read as a file is. */
function region(more: object = {}): Region {
	const json = {
		format: 2,
		slug: 'two-districts',
		name: 'Two districts',
		kind: 'districts',
		area,
		districts: { vintage: 'lad26', items: names },
		documents: [],
		...more
	};
	const [one] = readRegions([], [{ path: 'regions/two-districts.json', json }]).own;
	if (!one) throw new Error('no region');
	return one;
}
const check = async (one: Region) => checkRegion(geodata, one, await selectRegion(geodata, one));

describe('a region of two districts', () => {
	it('is right with the least that a file says', async () => {
		await expect(check(region())).resolves.toBeUndefined();
	});

	it('has the places of the lookup, and those that go on beyond it are parts', async () => {
		const one = region();
		const selection = await selectRegion(geodata, one);
		const { place } = await areasPart('2021').build({ geodata, region: one, selection });
		expect(place.names).toContain('Brighton and Hove');
		expect(place.names).toContain('Eastbourne, Hailsham and Seaford (part)');
		expect(place.of.every((at) => at >= 0)).toBe(true);
	});

	it('is refused with all that is wrong in it', async () => {
		const elsewhere = { code: 'E38000063', name: 'Great Yarmouth and Waveney' };
		const wrong = check(
			region({
				districts: { vintage: 'lad26', items: names.slice(0, 1) },
				places: { vintage: 'ccg19', items: [elsewhere] },
				documents: ['nhs-equity-pledge']
			})
		);
		await expect(wrong).rejects.toThrow(/^geodata\/regions\/two-districts\.json has \d problems: /);
		for (const problem of [
			'districts: E07000063 (lad26) has neighbourhoods of the region and is not named: add it',
			'places: Great Yarmouth and Waveney (E38000063) is not in the region',
			'documents: "nhs-equity-pledge" is none of the documents that were read'
		]) {
			await expect(wrong).rejects.toThrow(problem);
		}
	});

	it('may not name a district and the board around it', async () => {
		const board = geodata
			.allRegions()
			.find(({ slug, kind }) => kind === 'board' && slug === 'surrey-and-sussex');
		const both = [{ vintage: 'lad26', codes: ['E06000043'] }, ...(board?.area ?? [])];
		await expect(selectRegion(geodata, region({ area: both }))).rejects.toThrow(
			'geodata/regions/two-districts.json, Brighton and Hove lies inside the board Surrey and Sussex: name one or the other'
		);
	});
});
