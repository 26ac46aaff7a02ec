import { describe, expect, it } from 'vitest';
import { decodeAreas } from '../areas/region.ts';
import { sayOutside, sayWhere } from './position-words.ts';

const areas = decodeAreas({
	kind: 'areas',
	part: 'areas-2021',
	vintage: '2021',
	datasets: [],
	lsoa: {
		codes: ['E01000001'],
		names: ['Norwich 004A'],
		residents: [1],
		longitude: [1],
		latitude: [52]
	},
	msoa: { codes: ['E02000001'], names: ['Mile Cross'], of: [0] },
	district: {
		codes: ['E07000001'],
		names: ['Norwich'],
		of: [0],
		partOf: [null],
		notes: [null]
	},
	place: { codes: ['E38000001'], names: ['Norwich'], of: [0] }
});

describe('where the reader is', () => {
	it('is said by the name of the neighbourhood, or its code where it has none', () => {
		expect(sayWhere(areas, 'E01000001', 20)).toBe('You are in Mile Cross (Norwich 004A).');
		expect(sayWhere(areas, 'E01999999', 20)).toBe('You are in E01999999.');
	});

	it.each([
		[500, null],
		[501, '500 metres'],
		[840, '800 metres'],
		[2_340, '2.3 km']
	])('at %d metres says how rough that is', (accuracy, rough) => {
		const said = sayWhere(areas, 'E01000001', accuracy);
		if (rough === null) expect(said).not.toContain('only to within');
		else expect(said).toContain(`only to within ${rough}: it may be`);
	});

	it('names the region where it is outside', () => {
		expect(sayOutside('Testshire')).toContain('outside Testshire, which is all this map shows');
	});
});
