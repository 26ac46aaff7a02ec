import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DRAWS, middleRange, SPREAD, unevenPeople, unevenSentence, unevenShare } from './uneven.ts';

const points = fc
	.array(
		fc.record({
			area: fc.integer({ min: 0, max: 5 }),
			people: fc.integer({ min: 0, max: 300 }),
			yes: fc.boolean()
		}),
		{ minLength: 1, maxLength: 30 }
	)
	.map((rows) => ({
		area: Int32Array.from(rows, ({ area }) => area),
		people: rows.map(({ people }) => people),
		yes: rows.map(({ yes }) => yes)
	}));

const totals = (area: Int32Array, people: ArrayLike<number>) => {
	const sums = new Array<number>(6).fill(0);
	area.forEach((one, at) => (sums[one] = (sums[one] ?? 0) + (people[at] ?? 0)));
	return sums;
};

describe('people spread unevenly', () => {
	it('keep the total of their neighbourhood, and each output area within its bounds', () => {
		fc.assert(
			fc.property(points, ({ area, people }) => {
				const even = totals(area, people);
				let draws = 0;
				let [off, least, most] = [0, Infinity, 0];
				for (const drawn of unevenPeople({ area }, people)) {
					draws++;
					totals(area, drawn).forEach((sum, one) => {
						off = Math.max(off, Math.abs(sum - (even[one] ?? NaN)));
					});
					drawn.forEach((one, at) => {
						if (!people[at]) return;
						least = Math.min(least, one / people[at]);
						most = Math.max(most, one / people[at]);
					});
				}
				expect(off).toBeLessThan(1e-6);
				// Scaled to the total, one point may have most and all others least.
				expect(least).toBeGreaterThan((1 - SPREAD) / (1 + SPREAD) - 1e-9);
				expect(most).toBeLessThan((1 + SPREAD) / (1 - SPREAD) + 1e-9);
				expect(draws).toBe(DRAWS);
			}),
			{ numRuns: 20 }
		);
	});

	it('are drawn the same every time', () => {
		const spread = { area: Int32Array.from([0, 0, 1, 1]) };
		const first = () => [...(unevenPeople(spread, [1, 1, 1, 1]).next().value ?? [])];
		expect(first()).toEqual(first());
		expect(first()).not.toEqual([1, 1, 1, 1]);
	});

	it('give a share the range of the draws', () => {
		fc.assert(
			fc.property(points, ({ area, people, yes }) => {
				const range = unevenShare({ area }, people, (at) => yes[at] ?? false);
				const total = people.reduce((a, b) => a + b, 0);
				if (range === null) {
					expect(total).toBe(0);
					return;
				}
				const { drawn, most } = range;
				const even = people.reduce((sum, here, at) => sum + (yes[at] ? here : 0), 0) / total;
				const order = [0, most.low, drawn.low, drawn.high, most.high, 1];
				order.slice(1).forEach((one, at) => expect(one - (order[at] ?? 0)).toBeGreaterThan(-1e-9));
				expect(even).toBeGreaterThan(most.low - 1e-9);
				expect(even).toBeLessThan(most.high + 1e-9);
				// The share for whom it does not hold is the rest.
				const other = unevenShare({ area }, people, (at) => !(yes[at] ?? false));
				expect(other?.drawn.low).toBeCloseTo(1 - drawn.high, 9);
				expect(other?.most.high).toBeCloseTo(1 - most.low, 9);
			}),
			{ numRuns: 50 }
		);
	});

	it('move only what lies within a neighbourhood', () => {
		const area = Int32Array.from([0, 0, 1, 1]);
		const half = { low: 0.5, high: 0.5 };
		expect(unevenShare({ area }, [1, 1, 1, 1], (at) => at < 2)).toEqual({
			drawn: half,
			most: half
		});
		const within = unevenShare({ area }, [1, 1, 1, 1], (at) => at % 2 === 0);
		expect(within?.drawn.low).toBeLessThan(0.45);
		expect(within?.drawn.high).toBeGreaterThan(0.55);
		// Half more here and half fewer there: three quarters.
		expect(within?.most).toEqual({ low: 0.25, high: 0.75 });
		const one = unevenShare(
			{ area },
			[1, 1, 1, 3],
			(at) => at % 2 === 0,
			(at) => at < 2
		);
		expect(one?.most).toEqual({ low: 0.25, high: 0.75 });
		expect(unevenShare({ area }, [0, 0, 0, 0], () => true)).toBeNull();
	});

	it('leave a fortieth of the draws out at each end', () => {
		expect(middleRange([...Array(40).keys()])).toEqual({ low: 1, high: 38 });
		expect(() => middleRange([])).toThrow('no draws');
	});

	it('are said in a sentence', () => {
		const percent = (share: number) => `${Math.round(100 * share)}%`;
		const say = (drawn: [number, number], most: [number, number]) => {
			const range = ([low, high]: [number, number]) => ({ low, high });
			return unevenSentence({ drawn: range(drawn), most: range(most) }, '18%', percent);
		};
		expect(say([0.179, 0.188], [0.17, 0.2])).toBe(
			'If people were spread unevenly within neighbourhoods, the share above (18%) could be 18% to 19%. If every neighbourhood leaned the same way, it could be 17% to 20%.'
		);
		expect(say([0.179, 0.181], [0.17, 0.2])).toBe(
			'If people were spread unevenly within neighbourhoods, the share above (18%) would hardly change. If every neighbourhood leaned the same way, it could be 17% to 20%.'
		);
		expect(say([0.179, 0.181], [0.178, 0.182])).toBe(
			'If people were spread unevenly within neighbourhoods, the share above (18%) would hardly change.'
		);
	});
});
