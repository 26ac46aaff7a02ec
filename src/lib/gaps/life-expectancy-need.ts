/** How long people live, as a difference from the region: levels may not be shown. */
import { EDITION_IDS } from '../facts/editions.ts';
import { factsColumn, factValues } from '../facts/figures.ts';
import { formatDecimal } from '../text/format.ts';
import type { Need } from './need.ts';

/** The difference of one sex, by community. */
export const lifeExpectancy = (sex: 'males' | 'females'): Need => ({
	id: `life-expectancy-${sex}`,
	title: `Life expectancy below the region’s, ${sex}`,
	group: 'health',
	about: `How life expectancy at birth of ${sex} differs from the region’s mean, by community. Levels are not shown: the table’s are too high everywhere.`,
	editions: EDITION_IDS,
	levels: ['msoa'],
	parts: () => ['life-expectancy-gaps'],
	build({ units, facts }) {
		const part = facts('life-expectancy-gaps');
		const position = new Map(part.codes?.map((code, i) => [code, i]));
		const all = factValues(part, sex);
		factsColumn(part, sex);
		const sign = (value: number) => (value > 0 ? '+' : value < 0 ? '−' : '±');
		return {
			label: `difference of life expectancy from the region’s, ${sex}`,
			values: units.codes.map((code) => all[position.get(code) ?? -1] ?? { kind: 'missing' }),
			byArea: null,
			region: 0,
			higherIsNeedier: false,
			format: (value) => `${sign(value)}${formatDecimal(Math.abs(value))} years`,
			people: null,
			datasets: part.datasets,
			period: '2016 to 2020',
			caveats: [
				'Differences from the region’s mean have 95% intervals of a year or two each way, and up to half a year of other error. Communities next to each other in the order may not differ.'
			]
		};
	}
});
