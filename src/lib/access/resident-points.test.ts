import { expect, it } from 'vitest';
import type { ResidentPointsPart } from '../facts/parts.ts';
import type { RegionAreas } from '../areas/region.ts';
import { toSteps } from '../stats/steps.ts';
import { meansOver, outputAreaCode, outputAreaNumber, residentPoints } from './resident-points.ts';
import { settlementOf } from './travel.ts';

const areas = {
	vintage: '2021',
	count: 3,
	codes: ['E01000001', 'E01000002', 'E01000003'],
	residents: [1000, 3000, 500],
	longitude: [1, 2, 3],
	latitude: [52, 52, 52]
} as unknown as RegionAreas;
const part: ResidentPointsPart = {
	kind: 'resident-points',
	part: 'resident-points',
	datasets: [],
	codes: toSteps([1, 2, 3]),
	lsoa21: toSteps([0, 0, 1]),
	lsoa11: toSteps([0, 0, 0]),
	longitude: toSteps([0.9, 1.1, 2], 10),
	latitude: toSteps([52, 52, 52]),
	detour: { urban: 1.7, 'larger-rural': 1.5, 'smaller-rural': 1.3 }
};

it('gives each output area an equal share of its neighbourhood’s residents', () => {
	const points = residentPoints(areas, part, ['urban', 'urban', 'smaller-rural']);
	expect([...points.residents]).toEqual([500, 500, 3000, 500]);
	// The third has no output area: it stands at its own point.
	expect(points.longitude[3]).toBe(3);
	expect(points.codes[3]).toEqual(['E01000003']);
	expect(points.codes[1]).toEqual(['E00000002', 'E01000001']);
	expect(points.settlement[3]).toBe('smaller-rural');
	const means = meansOver(points, [0, 2, 5, 9], [[0], [0, 1], [2]]);
	expect([...means]).toEqual([1, (1 * 1000 + 5 * 3000) / 4000, 9]);
});

it('codes of output areas are their digits and back', () => {
	expect(outputAreaCode(outputAreaNumber('E00124567'))).toBe('E00124567');
	expect(() => outputAreaNumber('E0012456')).toThrow('no code of an output area');
});

it('knows how settled the classes of both vintages are', () => {
	expect(['UN1', 'UF1', 'A1', 'B1', 'C1', 'C2'].map(settlementOf)).toEqual(Array(6).fill('urban'));
	expect(['RLN1', 'RLF1', 'D1', 'D2'].map(settlementOf)).toEqual(Array(4).fill('larger-rural'));
	expect(['RSN1', 'RSF1', 'E1', 'E2'].map(settlementOf)).toEqual(Array(4).fill('smaller-rural'));
});
