import { describe, expect, it } from 'vitest';
import type { AreasPart } from './parts.ts';
import {
	areaName,
	centreOfPeople,
	decodeAreas,
	findArea,
	groupOf,
	residentsOf,
	unitHolding,
	unitsOf
} from './region.ts';

/** Four made-up neighbourhoods in two communities and two districts that do not nest. */
const part: AreasPart = {
	kind: 'areas',
	part: 'areas-2021',
	vintage: '2021',
	datasets: ['areas-lsoa21'],
	lsoa: {
		codes: ['E01000001', 'E01000002', 'E01000003', 'E01000004'],
		names: ['Upper 001A', 'Upper 001B', 'Lower 001A', 'Lower 001B'],
		residents: [1000, 1500, 2000, 500],
		longitude: [0, 1, 2, 3],
		latitude: [52, 52, 53, 53]
	},
	msoa: {
		codes: ['E02000001', 'E02000002'],
		names: ['Hilltop', 'Waterside'],
		of: [0, 0, 1, 1]
	},
	district: {
		codes: ['E07000001', 'E07000002'],
		names: ['Upper', 'Lower'],
		of: [0, 0, 0, 1],
		partOf: [null, 'Greater Lower'],
		notes: [null, 'Only a part.']
	},
	place: { codes: ['E38000001'], names: ['Everywhere'], of: [0, 0, 0, 0] }
};

describe('the areas of a region', () => {
	const areas = decodeAreas(part);

	it('know their groups, which do not nest', () => {
		expect(groupOf(areas, 'msoa', 2).name).toBe('Waterside');
		expect(groupOf(areas, 'district', 2).name).toBe('Upper');
		expect(groupOf(areas, 'district', 3)).toMatchObject({ partOf: 'Greater Lower' });
		expect(areaName(areas, 0)).toBe('Hilltop (Upper 001A)');
		expect(residentsOf(areas, groupOf(areas, 'district', 0).members)).toBe(4500);
	});

	it('are found by code at any level, or not at all', () => {
		expect(findArea(areas, 'E02000002')).toMatchObject({ level: 'msoa', members: [2, 3] });
		expect(findArea(areas, 'E01000002')).toMatchObject({ level: 'lsoa', members: [1] });
		expect(findArea(areas, 'E99999999')).toBeNull();
	});

	it('tell which unit holds a chosen area, and when none does', () => {
		const districts = unitsOf(areas, 'district');
		const of = (code: string) => {
			const found = findArea(areas, code);
			if (!found) throw new Error(code);
			return unitHolding(districts, found);
		};
		expect(of('E01000004')).toBe(1);
		expect(of('E02000001')).toBe(0);
		expect(of('E02000002')).toBeNull(); // lies in two districts
	});

	it('have a centre where their people are', () => {
		expect(centreOfPeople(areas, [0, 1])).toEqual([0.6, 52]);
	});

	it('throw where the pack is broken', () => {
		expect(() => decodeAreas({ ...part, lsoa: { ...part.lsoa, names: ['one'] } })).toThrow(
			'names has 1 of 4'
		);
		expect(() => decodeAreas({ ...part, msoa: { ...part.msoa, of: [0] } })).toThrow(
			'a parent has 1 of 4'
		);
	});
});
