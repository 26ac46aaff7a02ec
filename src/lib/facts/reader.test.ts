import { describe, expect, it } from 'vitest';
import type { PartName } from './parts.ts';
import { PartReader } from './reader.ts';

const column = { codes: ['M1'], names: ['One'], of: [0] };
const AREAS = {
	kind: 'areas',
	part: 'areas-2021',
	vintage: '2021',
	datasets: [],
	lsoa: { codes: ['L1'], names: ['L'], residents: [9], longitude: [1], latitude: [52] },
	msoa: column,
	district: { ...column, partOf: [null], notes: [null] },
	place: column
};

const readerOf = (parts: Partial<Record<PartName, object>>) =>
	new PartReader((name) => parts[name]);

describe('a reader of parts', () => {
	it('gives what is there, and says what is not', () => {
		const facts = { kind: 'facts', part: 'births' };
		const parts = readerOf({ births: facts });
		expect(parts.get('births')).toBe(facts);
		expect(parts.find('schools')).toBeUndefined();
		expect(() => parts.get('schools')).toThrow('the part "schools" is not there');
	});

	it('refuses a part of another kind', () => {
		const parts = readerOf({ schools: { kind: 'facts', part: 'schools' } });
		expect(() => parts.find('schools')).toThrow('is of the kind "facts", not "assets"');
	});

	it('decodes areas once, and anew when the part is another', () => {
		const parts: Partial<Record<PartName, object>> = {};
		const reader = PartReader.of(readerOf(parts));
		expect(reader.areas('2021')).toBeUndefined();
		parts['areas-2021'] = AREAS;
		const areas = reader.areas('2021');
		expect(areas?.index.get('L1')).toBe(0);
		expect(reader.areas('2021')).toBe(areas);
		parts['areas-2021'] = { ...AREAS };
		expect(reader.areas('2021')).not.toBe(areas);
	});
});
