import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { townOutlines, type Place } from './towns.ts';

const place = (id: string, longitude: number, more: Partial<Place> = {}): Place => ({
	id,
	name: id,
	longitude,
	latitude: 52,
	population: 20_000,
	isPart: false,
	isElsewhere: false,
	...more
});

/** Neighbourhoods in a row, 0.01° apart (about 700 m), each beside the next. */
const row = (count: number, urban: (at: number) => boolean = () => true) => {
	const all = [...Array(count).keys()];
	return {
		longitude: all.map((at) => at / 100),
		latitude: all.map(() => 52),
		urban: all.map(urban),
		neighbours: all.map((at) => [at - 1, at + 1].filter((other) => other >= 0 && other < count))
	};
};

describe('outlines of towns', () => {
	it('are the urban neighbourhoods nearest to a place that hang together', () => {
		const towns = townOutlines(row(10), [place('west', 0.02), place('east', 0.07)]);
		expect(towns.map(({ id, members }) => [id, members])).toEqual([
			['east', [5, 6, 7, 8, 9]],
			['west', [0, 1, 2, 3, 4]]
		]);
	});

	it('leave out what fields lie between, and what is rural', () => {
		const [town, ...others] = townOutlines(
			row(9, (at) => at !== 5),
			[place('west', 0.02)]
		);
		expect(town?.members).toEqual([0, 1, 2, 3, 4]);
		expect(others).toEqual([]);
	});

	it('go no further than five kilometres, and are of no smaller place, part of a place or handful', () => {
		const [town] = townOutlines(row(20), [
			place('town', 0),
			place('village', 0.1, { population: 4999 }),
			place('suburb', 0.1, { isPart: true })
		]);
		// 0.07° are 4.8 km at this latitude, 0.08° are 5.5.
		expect(town?.members).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
		expect(townOutlines(row(2), [place('two', 0)])).toEqual([]);
		expect(townOutlines(row(5), [])).toEqual([]);
		expect(townOutlines(row(5), [place('abroad', 0, { isElsewhere: true })])).toEqual([]);
	});

	it('never share a neighbourhood, and have none that is rural', () => {
		const places = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 6 });
		fc.assert(
			fc.property(places, fc.array(fc.boolean(), { maxLength: 40 }), (at, urban) => {
				const towns = at.map((where, i) => place(String(i), where / 100));
				const areas = row(urban.length, (one) => urban[one] ?? false);
				const made = townOutlines(areas, towns);
				const members = made.flatMap((town) => town.members);
				expect(new Set(members).size).toBe(members.length);
				expect(members.every((one) => urban[one])).toBe(true);
			})
		);
	});
});
