/**
 * Twenty faults that tests must catch. A fault is found by its text, wherever its file is, so that
 * code may move; a fault whose text is gone is an error, to be written anew on the code that
 * stands in its place.
 */
export interface Mutation {
	id: string;
	/** Of which kind it is, and what a reader would see. */
	breaks: string;
	/** Stands once in all of the code that is no test. */
	text: string;
	replacement: string;
	/** Parts of the paths of the tests that should fail. */
	tests: readonly string[];
}

export const MUTATIONS: readonly Mutation[] = [
	{
		id: 'stats-sign',
		breaks: 'sign: the lower limit of a proportion lies above it',
		text: 'lower: Math.max(0, (2 * count + square - half) / below)',
		replacement: 'lower: Math.max(0, (2 * count + square + half) / below)',
		tests: ['stats/wilson']
	},
	{
		id: 'stats-off-by-one',
		breaks: 'off by one: the upper limit of a count is that of one event fewer',
		text: 'const above = count + 1;',
		replacement: 'const above = count;',
		tests: ['stats/poisson']
	},
	{
		id: 'stats-weight',
		breaks: 'wrong weight: a weighted mean counts every area as one',
		text: 'total += weight;\n\t});\n\treturn total > 0 ? sum / total : null;',
		replacement: 'total += 1;\n\t});\n\treturn total > 0 ? sum / total : null;',
		tests: ['stats/weighted']
	},
	{
		id: 'access-comparison',
		breaks: 'comparison: a site exactly at the limit is out of reach',
		text: 'if (cost <= upTo * ROUNDING) return weight;',
		replacement: 'if (cost < upTo) return weight;',
		tests: ['floating-catchment']
	},
	{
		id: 'access-unit',
		breaks: 'dropped unit: hours are shown as minutes',
		text: 'return 60 * hours;',
		replacement: 'return hours;',
		tests: ['access/travel']
	},
	{
		id: 'access-swapped',
		breaks: 'swapped columns: supply is counted by origin, not by site',
		text: 'const ratio = (supply[site] ?? 0) / shared;',
		replacement: 'const ratio = (supply[origin] ?? 0) / shared;',
		tests: ['floating-catchment', 'commands/access']
	},
	{
		id: 'gaps-comparison',
		breaks: 'comparison: far is near, where less is better',
		text: ': value > bound * (1 + ROUNDING);',
		replacement: ': value < bound * (1 + ROUNDING);',
		tests: ['gaps/rule']
	},
	{
		id: 'gaps-bound',
		breaks: 'dropped factor: “good” is as little as “some”',
		text: 'good: 2 * k,',
		replacement: 'good: k,',
		tests: ['gaps/rule', 'gaps/analysis']
	},
	{
		id: 'gaps-edition',
		breaks: 'wrong edition: places are looked for in the neighbourhoods of the other one',
		text: "const lsoa = areas.vintage === '2021' ? part.lsoa21 : part.lsoa11;",
		replacement: "const lsoa = areas.vintage === '2011' ? part.lsoa21 : part.lsoa11;",
		tests: ['lib/gaps/']
	},
	{
		id: 'siting-weight',
		breaks: 'wrong weight: people who should count double count for two more',
		text: 'isAmong(i) ? weight * times : weight',
		replacement: 'isAmong(i) ? weight + times : weight',
		tests: ['lib/siting/', 'data/siting']
	},
	{
		id: 'siting-today',
		breaks: 'swapped columns: what stands today is what is proposed',
		text: 'const today = costToNearest(question, question.standing);',
		replacement: 'const today = costToNearest(question, open);',
		tests: ['data/siting']
	},
	{
		id: 'checks-rounding',
		breaks: 'dropped half: a figure a whole unit off is said to be reproduced',
		text: 'Math.abs(ours - expected) <= rounding / 2 + EPSILON',
		replacement: 'Math.abs(ours - expected) <= rounding + EPSILON',
		tests: ['checks/compare']
	},
	{
		id: 'births-column',
		breaks: 'swapped columns: births are shared out by babies of two years',
		text: 'const share = sum(aged0In2019, part) / sum(aged0In2019, whole);',
		replacement: 'const share = sum(aged0In2019, part) / sum(aged0In2020, whole);',
		tests: ['data/births', 'lib/checks/']
	},
	{
		id: 'life-expectancy-error',
		breaks: 'dropped factor: standard errors of life expectancy are twice too large',
		text: 'return (upper - lower) / (2 * Z95);',
		replacement: 'return (upper - lower) / Z95;',
		tests: ['life-expectancy']
	},
	{
		id: 'life-expectancy-order',
		breaks: 'sign: the most deprived communities stand last',
		text: 'a.averageRank - b.averageRank ||',
		replacement: 'b.averageRank - a.averageRank ||',
		tests: ['life-expectancy']
	},
	{
		id: 'deprivation-core20',
		breaks: 'off by one: Core20 is the most deprived tenth',
		text: 'decile <= CORE20_DECILES;',
		replacement: 'decile < CORE20_DECILES;',
		tests: ['lib/indicators/', 'lib/gaps/', 'lib/checks/', 'lib/layers/']
	},
	{
		id: 'classes-count',
		breaks: 'off by one: England’s bounds lack the largest number of classes',
		text: 'const counts = Array.from({ length: MAX_CLASSES - MIN_CLASSES + 1 }',
		replacement: 'const counts = Array.from({ length: MAX_CLASSES - MIN_CLASSES }',
		tests: ['indicators/classes']
	},
	{
		id: 'url-cell',
		breaks: 'off by one: a link to a cell of need and provision opens the next one',
		text: '...(value === undefined ? {} : { value: value - 1 }),',
		replacement: '...(value === undefined ? {} : { value }),',
		tests: ['gaps-state']
	},
	{
		id: 'url-choice',
		breaks: 'comparison: a link to classes of the region opens those of England',
		text: "among === 'region' ? '' : `-${among}`",
		replacement: "among === 'england' ? '' : `-${among}`",
		tests: ['map-state']
	},
	{
		id: 'import-swapped',
		breaks: 'swapped columns: northings are read as eastings',
		text: 'return rounded(fromGrid(easting, northing), FROM_GRID);',
		replacement: 'return rounded(fromGrid(northing, easting), FROM_GRID);',
		tests: ['intake/']
	}
];
