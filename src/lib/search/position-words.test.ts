import { describe, expect, it } from 'vitest';
import { AREAS } from '../register/fixture.ts';
import { sayOutside, sayWhere } from './position-words.ts';

describe('where the reader is', () => {
	it('is said by the name of the neighbourhood, or its code where it has none', () => {
		expect(sayWhere(AREAS, 'E01000001', 20)).toBe('You are in Harbour Quarter (Northtown 001A).');
		expect(sayWhere(AREAS, 'E01999999', 20)).toBe('You are in E01999999.');
	});

	it.each([
		[500, null],
		[501, '500 metres'],
		[840, '800 metres'],
		[2_340, '2.3 km']
	])('at %d metres says how rough that is', (accuracy, rough) => {
		const said = sayWhere(AREAS, 'E01000001', accuracy);
		if (rough === null) expect(said).not.toContain('only to within');
		else expect(said).toContain(`only to within ${rough}: it may be`);
	});

	it('names the region where it is outside', () => {
		expect(sayOutside('Testshire')).toContain('outside Testshire, which is all this map shows');
	});
});
