import { describe, expect, it } from 'vitest';
import { columnAlong, numbersAlong, optionalNumbersAlong, spineOf, stringsAlong } from './along.ts';
import { makeTable, numbers } from './table.ts';

const areas = makeTable({ lsoa21: { type: 'code', values: ['E1', 'E2', 'E3'] } });
const table = {
	...makeTable({
		lsoa21: { type: 'code', values: ['E3', 'E1', 'E2'] },
		residents: { type: 'integer', values: [30, 10, 20] },
		share: { type: 'number', values: [null, 0.1, 0.2] },
		name: { type: 'text', values: ['c', 'a', 'b'] }
	}),
	dataset: 'people'
};

describe('tables along a spine', () => {
	it('have one spine a list of areas', () => {
		expect(spineOf(areas, 'lsoa21').codes).toEqual(['E1', 'E2', 'E3']);
		expect(spineOf(areas, 'lsoa21')).toBe(spineOf(areas, 'lsoa21'));
	});

	it('give their columns in its order, each once', () => {
		const spine = spineOf(areas, 'lsoa21');
		expect(numbersAlong(spine, table, 'residents')).toEqual([10, 20, 30]);
		expect(numbersAlong(spine, table, 'residents')).toBe(numbersAlong(spine, table, 'residents'));
		expect(optionalNumbersAlong(spine, table, 'share')).toEqual([0.1, 0.2, null]);
		expect(stringsAlong(spine, table, 'name')).toEqual(['a', 'b', 'c']);
		expect(columnAlong(spine, table, 'share')).toEqual({
			type: 'number',
			values: [0.1, 0.2, null]
		});
		const own = spineOf(table, 'lsoa21');
		expect(numbersAlong(own, table, 'residents')).toBe(numbers(table, 'residents'));
	});

	it('say which area they lack', () => {
		const more = makeTable({ lsoa21: { type: 'code', values: ['E1', 'E2', 'E3', 'E4'] } });
		const spine = spineOf(more, 'lsoa21');
		expect(() => numbersAlong(spine, table, 'residents')).toThrow(
			/^people: there is nothing for E4$/
		);
		expect(optionalNumbersAlong(spine, table, 'residents')).toEqual([10, 20, 30, null]);
		expect(() => numbersAlong(spine, table, 'share')).toThrow('people, column "share", row 0');
		expect(() => columnAlong(spine, table, 'age')).toThrow('people has no column "age"');
	});
});
