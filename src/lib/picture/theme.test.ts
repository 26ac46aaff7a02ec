import { wcagContrast, wcagLuminance } from 'culori';
import { describe, expect, it } from 'vitest';
import { DECILE_COLOURS, GAP_COLOURS, sequentialColours } from '../layers/palettes.ts';
import { MAP_THEMES } from './theme.ts';

/** What a reader looks for: the most deprived fifth, the gaps, and where there is most of something. */
const MATTERS = [
	...DECILE_COLOURS.slice(0, 2),
	GAP_COLOURS.gap,
	...[3, 5, 7].flatMap((classes) => sequentialColours(classes).at(-1) ?? [])
];

describe.each(Object.entries(MAP_THEMES))('the ground of the map, %s', (_, { sea, land }) => {
	it.each(MATTERS)('lets %s stand out, by its darkness', (colour) => {
		for (const ground of [sea, land]) {
			expect(wcagContrast(colour, ground)).toBeGreaterThanOrEqual(3);
			expect(wcagLuminance(colour)).toBeLessThan(wcagLuminance(ground));
		}
	});
});

it('is darker in dark than in light', () => {
	for (const of of ['sea', 'land'] as const) {
		expect(wcagLuminance(MAP_THEMES.dark[of])).toBeLessThan(
			wcagLuminance(MAP_THEMES.light[of]) / 2
		);
	}
});
