/** Classes of places can be told apart, also with each of the three colour-vision deficiencies. */
import {
	differenceCiede2000,
	filterDeficiencyDeuter,
	filterDeficiencyProt,
	filterDeficiencyTrit,
	parse,
	type Color
} from 'culori';
import { describe, expect, it } from 'vitest';
import { RURAL_URBAN } from '../indicators/place.ts';
import { COAST_COLOURS, RURAL_URBAN_COLOURS } from './palettes.ts';

const SIGHTS: Record<string, (colour: Color) => Color> = {
	'full colour vision': (colour) => colour,
	protanopia: filterDeficiencyProt(1),
	deuteranopia: filterDeficiencyDeuter(1),
	tritanopia: filterDeficiencyTrit(1)
};
const difference = differenceCiede2000();
/** In a legend apart from the map, differences under about ten are mistaken. */
const APART = 10;

const read = (text: string | undefined): Color => {
	const colour = parse(text ?? '');
	if (!colour) throw new Error(`${text} is not a colour`);
	return colour;
};

describe.each(Object.entries(SIGHTS))('with %s', (_, see) => {
	it.each(Object.entries(RURAL_URBAN))(
		'rural-urban classes of edition %s differ',
		(_id, { classes }) => {
			const colours = classes.map(({ code }) => see(read(RURAL_URBAN_COLOURS[code])));
			colours.forEach((one, i) =>
				colours.slice(i + 1).forEach((other, j) => {
					const pair = `${classes[i]?.label} and ${classes[i + 1 + j]?.label}`;
					expect(difference(one, other), pair).toBeGreaterThan(APART);
				})
			);
		}
	);
	it('coast and inland differ', () => {
		const [coastal, inland] = [COAST_COLOURS.coastal, COAST_COLOURS.inland].map((c) =>
			see(read(c))
		);
		expect(coastal && inland && difference(coastal, inland)).toBeGreaterThan(3 * APART);
	});
});
