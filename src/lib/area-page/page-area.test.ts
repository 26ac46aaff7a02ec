import { describe, expect, it } from 'vitest';
import { makeAreas } from '../areas/region.ts';
import { fullName, pageAreas, PageHomes } from './page-area.ts';

/** Some neighbourhoods of two communities in one district and another. */
const areasOf = (codes: readonly string[]) =>
	makeAreas(
		{
			vintage: '2021',
			datasets: [],
			lsoa: {
				codes,
				names: codes.map((code) => `Coast ${code}`),
				residents: codes.map(() => 1500),
				longitude: codes.map(() => 1),
				latitude: codes.map(() => 52)
			},
			msoa: { codes: ['M1'], names: ['Harbour & Quay'], of: codes.map(() => 0) },
			district: {
				codes: ['D1'],
				names: ['Coast'],
				of: codes.map(() => 0),
				partOf: [null],
				notes: [null]
			},
			place: { codes: ['P1'], names: ['Coast'], of: codes.map(() => 0) }
		},
		'test'
	);

const pagesOf = (codes: readonly string[]) => {
	const areas = areasOf(codes);
	const towns = { codes: ['town-1'], names: ['Quayside'], members: [[0]] };
	return {
		areas,
		pages: pageAreas(areas, towns, [{ code: 'U1', name: 'Coast PCN', members: [] }])
	};
};

describe('areas with a page', () => {
	it('are called as people call them', () => {
		const { pages } = pagesOf(['A', 'B']);
		expect(pages.map((area) => [area.level, fullName(area), area.official])).toEqual([
			['district', 'Coast', null],
			['place', 'Coast', null],
			['town', 'Quayside, Coast', null],
			['network', 'Coast PCN', null],
			['msoa', 'Harbour & Quay, Coast', null],
			['lsoa', 'Harbour & Quay, Coast', 'Coast A'],
			['lsoa', 'Harbour & Quay, Coast', 'Coast B']
		]);
	});

	it('have one page in the most local region that has the very same area', () => {
		const [local, wide] = [pagesOf(['A', 'B']), pagesOf(['A', 'B', 'C'])];
		const homes = new PageHomes();
		homes.add({ slug: 'local', name: 'Local' }, local.areas, local.pages);
		homes.add({ slug: 'wide', name: 'Wide' }, wide.areas, wide.pages);
		const inWide = wide.pages.map((area) => [area.code, homes.of(wide.areas, area).slug]);
		// The wide region's district has one neighbourhood more: it is another area.
		expect(Object.fromEntries(inWide)).toEqual({
			D1: 'wide',
			P1: 'wide',
			M1: 'wide',
			'town-1': 'local',
			U1: 'local',
			A: 'local',
			B: 'local',
			C: 'wide'
		});
	});
});
