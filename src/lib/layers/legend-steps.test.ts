import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Legend, LegendClass } from './layer.ts';
import { stepsOf, stripOf } from './legend-steps.ts';

const classes = (counts: readonly number[]) =>
	counts.map((count, i): LegendClass => ({
		label: `class ${i + 1}`,
		short: String(i + 1),
		symbol: { kind: 'fill', colour: '#000000' },
		count,
		units: null
	}));

const legend = (of: LegendClass[]): Legend => ({
	title: 'A legend',
	counted: 'neighbourhoods',
	classes: of,
	note: null,
	reference: null,
	histogram: true,
	ends: null
});

describe('steps of a legend', () => {
	it('are five of deciles, and the classes themselves where they are few', () => {
		expect(stepsOf(classes(Array(10).fill(3))).map(({ short }) => short)).toEqual([
			'1–2',
			'3–4',
			'5–6',
			'7–8',
			'9–10'
		]);
		expect(stepsOf(classes([1, 2, 3])).map(({ label }) => label)).toEqual([
			'class 1',
			'class 2',
			'class 3'
		]);
	});

	it('keep every class, in order, and every count', () => {
		fc.assert(
			fc.property(fc.array(fc.nat(999), { maxLength: 15 }), (counts) => {
				const all = classes(counts);
				const steps = stepsOf(all);
				expect(steps.flatMap((step) => step.classes)).toEqual(all);
				const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
				expect(sum(steps.map(({ count }) => count))).toBe(sum(counts));
			})
		);
	});

	it('stand in a strip with a name each where none runs into the next', () => {
		const strip = stripOf(legend(classes(Array(10).fill(3))));
		expect(strip?.steps.map(({ short }) => short)).toEqual(['1–2', '3–4', '5–6', '7–8', '9–10']);
		expect(strip?.edges).toBeNull();
		const long = classes([1, 1, 1, 1, 1, 1]).map((one) => ({ ...one, short: '200–300' }));
		expect(stripOf(legend(long))).toBeNull();
		expect(stripOf(legend([]))).toBeNull();
	});

	it('stand together in a strip where a word names several, in any order of colours', () => {
		const brief = (word: string, one: LegendClass) => ({ ...one, brief: word });
		const [first, second, third] = classes([3, 4, 5]);
		if (!first || !second || !third) throw new Error('three classes');
		const list = { ...legend([first, second, third]), histogram: false };
		expect(stripOf(list)).toBeNull();
		const strip = stripOf({
			...list,
			classes: [brief('Urban', first), brief('Urban', second), brief('Rural', third)]
		});
		expect(strip?.steps.map(({ short, label, count }) => [short, label, count])).toEqual([
			['Urban', 'class 1; class 2', 7],
			['Rural', 'class 3', 5]
		]);
		const words = ['Urban', 'Larger rural', 'Smaller rural'];
		const three = [first, second, third].map((one, i) => brief(words[i] ?? '', one));
		expect(stripOf({ ...list, classes: three })?.steps).toHaveLength(3);
	});
});

describe('the values between the classes of a strip', () => {
	const edgesOf = (edges: readonly string[], none = false) => {
		const missing = classes([1]).map((one) => ({ ...one, symbol: { kind: 'no-data' } as const }));
		const all = classes(Array(edges.length + 1).fill(3));
		return stripOf({ ...legend([...all, ...(none ? missing : [])]), edges })?.edges;
	};

	it('are short, and have their unit once', () => {
		expect(edgesOf(['10.0%', '20.5%', '30.0%'])).toEqual(['10', '20.5', '30%']);
		expect(edgesOf(['£20.0 million', '£50.0 million', '£100.0 million'])).toEqual([
			'£20m',
			'£50m',
			'£100m'
		]);
		expect(edgesOf(['53 m', '100 m', '200 m'])).toEqual(['53', '100', '200 m']);
		expect(edgesOf(['−4.0', '0.0', '+4.0'])).toEqual(['−4', '0', '+4']);
	});

	it('are not shown where they run into each other: a row a class says the same', () => {
		expect(edgesOf(Array.from({ length: 8 }, (_, i) => `${i + 1},204`))).toBeUndefined();
	});

	it('lie beside those without a value, and leave room for them', () => {
		expect(edgesOf(['161', '200', '300'], true)).toEqual(['161', '200', '300']);
		const five = Array.from({ length: 5 }, (_, i) => `${i}.204`);
		expect(edgesOf(five)).toEqual(five);
		expect(edgesOf(five, true)).toBeUndefined();
	});
});
