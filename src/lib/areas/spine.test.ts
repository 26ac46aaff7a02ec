import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Slice, Spine } from './spine.ts';

const spine = () => new Spine('lsoa21', ['E1', 'E2', 'E3']);

describe('a spine', () => {
	it('knows where each area stands, and refuses one that stands twice', () => {
		expect(spine().positionOf('E3')).toBe(2);
		expect(spine().positionOf('W1')).toBeUndefined();
		expect(() => new Spine('lsoa21', ['E1', 'E1'])).toThrow('E1 stands twice');
	});

	it('takes a list that is in its order as it is', () => {
		const values = [1, 2, 3];
		expect(spine().along(['E1', 'E2', 'E3'], values)).toBe(values);
	});

	it('brings another along once, and leaves out what is not of it', () => {
		const one = spine();
		const [keys, values] = [
			['W1', 'E3', 'E1', 'E2'],
			[9, 3, 1, 2]
		];
		expect(one.along(keys, values)).toEqual([1, 2, 3]);
		expect(one.along(keys, values)).toBe(one.along(keys, values));
		expect(one.along(keys, ['w', 'c', 'a', 'b'])).toEqual(['a', 'b', 'c']);
	});

	it('refuses a list that lacks an area, or says null where that is asked for', () => {
		const one = spine();
		const [keys, values] = [
			['E3', 'E1'],
			[3, 1]
		];
		expect(one.alongOrNull(keys, values)).toEqual([1, null, 3]);
		expect(() => one.along(keys, values)).toThrow('there is nothing for E2');
		expect(() => one.along(['E1', 'E2', 'E2', 'E3'], [1, 2, 2, 3])).toThrow('E2 stands twice');
	});
});

describe('a slice', () => {
	it('is of positions in order, however they are given', () => {
		const slice = spine().slice([2, 0]);
		expect(slice.codes).toEqual(['E1', 'E3']);
		expect(slice.cut(['a', 'b', 'c'])).toEqual(['a', 'c']);
		expect([slice.indexOf('E3'), slice.has('E2'), slice.has('W1')]).toEqual([1, false, false]);
		expect(spine().sliceOf(['E3', 'E1']).positions).toEqual([0, 2]);
	});

	it('refuses what is not of the spine', () => {
		expect(() => spine().slice([3])).toThrow('position 3 is out of order or not among');
		expect(() => spine().slice([1, 1])).toThrow('position 1 is out of order');
		expect(() => spine().slice([0.5])).toThrow('position 0.5');
		expect(() => new Slice(spine(), [2, 0])).toThrow('position 0 is out of order');
		expect(() => spine().sliceOf(['W1'])).toThrow('W1 is not an area by lsoa21');
		expect(() => spine().slice([0]).cut([1, 2])).toThrow('a column of 2 is not along 3 areas');
	});

	it('of a column brought along has what a look-up by code has', () => {
		const tables = fc
			.uniqueArray(fc.stringMatching(/^[EW]\d{1,3}$/), { minLength: 1, maxLength: 30 })
			.chain((codes) =>
				fc.record({
					codes: fc.shuffledSubarray(codes, { minLength: 1 }),
					rows: fc.shuffledSubarray(codes),
					region: fc.shuffledSubarray(codes)
				})
			);
		fc.assert(
			fc.property(tables, ({ codes, rows, region }) => {
				const one = new Spine('lsoa21', codes);
				const value = new Map(rows.map((code, row) => [code, row]));
				const slice = one.sliceOf(region.filter((code) => codes.includes(code)));
				const found = slice.cut(one.alongOrNull(rows, [...rows.keys()]));
				expect(found).toEqual(slice.codes.map((code) => value.get(code) ?? null));
				// The order of a region is that of the spine.
				expect(slice.codes).toEqual(codes.filter((code) => region.includes(code)));
				if (codes.every((code) => rows.includes(code))) {
					expect(slice.cut(one.along(rows, [...rows.keys()]))).toEqual(found);
				} else {
					expect(() => one.along(rows, [...rows.keys()])).toThrow('there is nothing for');
				}
			})
		);
	});
});
