/**
 * Whether the colours can be told apart, also with each of the three colour-vision
 * deficiencies: simulated as Machado et al. (2009), full strength, compared by CIEDE2000.
 */
import {
	differenceCiede2000,
	filterDeficiencyDeuter,
	filterDeficiencyProt,
	filterDeficiencyTrit,
	formatHex,
	lab,
	parse,
	type Color
} from 'culori';
import { describe, expect, it } from 'vitest';
import {
	DECILE_COLOURS,
	divergingColours,
	GAP_COLOURS,
	MARKING_COLOUR,
	NEED_PROVISION_COLOURS,
	POINT_COLOURS,
	sequentialColours
} from './palettes.ts';

const SIGHTS = {
	'full colour vision': (colour: string) => colour,
	protanopia: (colour: string) => formatHex(filterDeficiencyProt(1)(read(colour))),
	deuteranopia: (colour: string) => formatHex(filterDeficiencyDeuter(1)(read(colour))),
	tritanopia: (colour: string) => formatHex(filterDeficiencyTrit(1)(read(colour)))
};

function read(text: string): Color {
	const colour = parse(text);
	if (!colour) throw new Error(`${text} is not a colour`);
	return colour;
}
const difference = differenceCiede2000();
/** Differences under about 2 are not seen side by side; scales need more, in a legend apart. */
const NEIGHBOURS = 4.5;
const APART = 15;

const lightness = (colour: string): number => lab(read(colour)).l;

describe.each(Object.entries(SIGHTS))('with %s', (_, see) => {
	it.each<[string, readonly string[]]>([
		['deciles', [...DECILE_COLOURS]],
		...[3, 4, 5, 6, 7].map(
			(n) => [`${n} sequential classes`, sequentialColours(n)] as [string, string[]]
		),
		...[2, 3].map(
			(n) => [`${n} and ${n} diverging classes`, divergingColours(n, n)] as [string, string[]]
		)
	])('neighbours among %s differ', (_name, colours) => {
		for (let i = 1; i < colours.length; i++) {
			const [before = '', colour = ''] = [colours[i - 1], colours[i]].map((c) => see(c ?? ''));
			expect(difference(before, colour), `${before} and ${colour}`).toBeGreaterThan(NEIGHBOURS);
		}
	});

	it('the marking stands out from every decile, and points from one another', () => {
		for (const decile of DECILE_COLOURS) {
			expect(difference(see(MARKING_COLOUR), see(decile)), decile).toBeGreaterThan(APART);
		}
	});
});

describe.each(Object.entries(SIGHTS))('need against provision with %s', (_, see) => {
	const seen = NEED_PROVISION_COLOURS.map(see);
	const [gap = '', ...others] = [...seen].reverse();

	it('no two of the nine are alike', () => {
		seen.forEach((one, at) => {
			for (const other of seen.slice(at + 1)) {
				expect(difference(one, other), `${one} and ${other}`).toBeGreaterThan(2 * NEIGHBOURS);
			}
		});
	});

	it('the gap stands apart from the other eight and from its outline', () => {
		for (const other of [...others, see(MARKING_COLOUR)]) {
			expect(difference(gap, other), other).toBeGreaterThan(APART);
		}
	});
});

describe.each(Object.entries(SIGHTS))('gaps with %s', (_, see) => {
	it('a gap, what could be one and what is none are told apart', () => {
		const [gap, could, not] = Object.values(GAP_COLOURS).map(see);
		expect(difference(gap ?? '', could ?? '')).toBeGreaterThan(APART);
		expect(difference(could ?? '', not ?? '')).toBeGreaterThan(APART);
	});
});

describe('scales', () => {
	it('grow darker towards need, and lighter never twice', () => {
		const deciles = DECILE_COLOURS.map(lightness);
		expect(deciles).toEqual([...deciles].sort((a, b) => a - b));
		for (const n of [3, 5, 7]) {
			const amounts = sequentialColours(n).map(lightness);
			expect(amounts).toEqual([...amounts].sort((a, b) => b - a));
		}
	});

	it('are darkest at both ends where they diverge', () => {
		const [first = NaN, second = NaN, third = NaN, fourth = NaN] = divergingColours(2, 2).map(
			lightness
		);
		expect(first).toBeLessThan(second);
		expect(fourth).toBeLessThan(third);
	});

	it('points have enough contrast with the white around them', () => {
		for (const colour of Object.values(POINT_COLOURS)) {
			expect(lightness(colour)).toBeLessThan(55);
		}
	});
});
