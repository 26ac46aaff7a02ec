/** What need can mean here. Adding one is an entry in {@link NEEDS}. */
import { deprivationPart, type NameOf, type PartName } from '../facts/parts.ts';
import { isCore20 } from '../indicators/core20.ts';
import { DOMAINS, type DeprivationMeasure } from '../indicators/deprivation-measures.ts';
import { EDITION_IDS, type Edition, type EditionId } from '../facts/editions.ts';
import { ETHNIC_MEASURES } from '../indicators/people.ts';
import { RURAL_URBAN } from '../indicators/place.ts';
import type { Value } from '../facts/value.ts';
import { factNumbers, factsColumn, factValues } from '../facts/figures.ts';
import type { FactsPart } from '../facts/parts.ts';
import type { Level, RegionAreas, Units } from '../areas/region.ts';
import { formatCount, formatDecimal, formatPercent } from '../text/format.ts';
import { weightedMean } from '../stats/weighted.ts';

export interface NeedContext {
	edition: Edition;
	areas: RegionAreas;
	units: Units;
	facts: (part: NameOf<'facts'>) => FactsPart;
}

/** A need, worked out for the areas of a level. */
export interface NeedMeasure {
	/** What the figure is: "average IMD score". */
	label: string;
	/** By unit. */
	values: Value[];
	/** By neighbourhood, for comparing provision across need; null where there is none so small. */
	byArea: readonly number[] | null;
	/** What the region as a whole has. */
	region: number | null;
	higherIsNeedier: boolean;
	format: (value: number) => string;
	/** How many people it is about, by unit, where that is known. */
	people: { label: string; counts: readonly number[] } | null;
	datasets: string[];
	period: string;
	caveats: string[];
}

export interface Need {
	/** In the address and on the command line. */
	id: string;
	title: string;
	/** Where it stands in the list of needs. */
	group: 'deprivation' | 'people' | 'health' | 'place';
	about: string;
	editions: readonly EditionId[];
	levels: readonly Level[];
	parts: (edition: Edition) => PartName[];
	build: (context: NeedContext) => NeedMeasure;
}

export const NEED_GROUPS: Readonly<Record<Need['group'], string>> = {
	deprivation: 'Deprivation',
	people: 'Who lives there',
	health: 'Health',
	place: 'Place'
};

const ALL: readonly Level[] = ['lsoa', 'msoa', 'place', 'district'];

/** Core20 or not, by neighbourhood. */
export function core20Of({ edition, facts }: Pick<NeedContext, 'edition' | 'facts'>): boolean[] {
	return factNumbers(facts(deprivationPart(edition)), 'imd_decile').map(isCore20);
}

/** Means of the residents of each unit, and of the region. */
function averages({ areas, units }: NeedContext, byArea: readonly number[]) {
	const mean = (members: readonly number[]) =>
		weightedMean(
			members.map((area) => byArea[area] ?? NaN),
			members.map((area) => areas.residents[area] ?? NaN)
		);
	return {
		byArea,
		values: units.members.map((members): Value => {
			const value = mean(members);
			return value === null ? { kind: 'missing' } : { kind: 'value', value };
		}),
		region: mean([...areas.codes.keys()])
	};
}

/** How many of a count live in each unit, as a share of residents, and the share of the region. */
function shares(
	{ areas, units }: NeedContext,
	counts: readonly number[],
	totals: readonly number[],
	status: 'value' | 'estimate'
) {
	const sum = (values: readonly number[], members: readonly number[]) =>
		members.reduce((total, area) => total + (values[area] ?? NaN), 0);
	const share = (members: readonly number[]) => sum(counts, members) / sum(totals, members);
	return {
		byArea: counts.map((count, area) => count / (totals[area] ?? NaN)),
		values: units.members.map((members): Value => ({ kind: status, value: share(members) })),
		region: share([...areas.codes.keys()]),
		people: units.members.map((members) => sum(counts, members))
	};
}

/** A measure of the indices: its score where that is official, else its rank in England. */
function indexNeed(
	measure: DeprivationMeasure,
	id: string,
	title: string,
	part: (edition: Edition) => NameOf<'facts'>
): Need {
	return {
		id,
		title,
		group: 'deprivation',
		about: measure.about,
		editions: EDITION_IDS,
		levels: ALL,
		parts: (edition) => [part(edition)],
		build(context) {
			const { edition, units } = context;
			const facts = context.facts(part(edition));
			const name = measure.column === 'imd' ? 'IMD' : measure.title;
			const byScore = edition.scoreIsOfficial && measure.scores.includes(edition.id);
			const average = units.level === 'lsoa' ? '' : 'average ';
			const common = { people: null, datasets: facts.datasets, period: edition.title };
			if (byScore) {
				return {
					...common,
					...averages(context, factNumbers(facts, `${measure.column}_score`)),
					label: `${average}${name} score`,
					higherIsNeedier: true,
					format: measure.column === 'imd' ? formatDecimal : (value) => value.toFixed(2),
					caveats:
						units.level === 'lsoa'
							? []
							: ['The score of a larger area is the average of its neighbourhoods, by residents.']
				};
			}
			return {
				...common,
				...averages(context, factNumbers(facts, `${measure.column}_rank`)),
				label: `${average}${name} rank in England`,
				higherIsNeedier: false,
				format: formatCount,
				caveats: [
					`Rank 1 is the most deprived of ${formatCount(edition.lsoasInEngland)} neighbourhoods${measure.scores.includes(edition.id) ? '; scores of this edition are recomputed, so ranks are used' : '; only ranks and deciles are at hand'}.`
				]
			};
		}
	};
}

/** How many people something is true of, where a neighbourhood's count may be withheld. */
const childrenInIncomeDeprivation: Need = {
	id: 'children-income',
	title: 'Children in income deprivation',
	group: 'deprivation',
	about:
		'How many children under 16 live in families on a low income, as the Indices of Deprivation 2025 count them.',
	editions: ['2025'],
	levels: ALL,
	parts: () => ['children-income-2025'],
	build({ units, facts, edition }) {
		const part = facts('children-income-2025');
		const byArea = factsColumn(part, 'idaci_children').values;
		const values = units.members.map((members): Value => {
			const counts = members.map((area) => byArea[area] ?? null);
			const value = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
			return counts.includes(null) ? { kind: 'suppressed' } : { kind: 'value', value };
		});
		const known = values.flatMap((value) => (value.kind === 'value' ? [value.value] : []));
		return {
			label: 'children in income deprivation',
			values,
			byArea: byArea.map((count) => count ?? NaN),
			region: known.reduce((sum, count) => sum + count, 0) / known.length,
			higherIsNeedier: true,
			format: formatCount,
			people: null,
			datasets: part.datasets,
			period: edition.title,
			caveats: ['A number, not a share: large areas have more.']
		};
	}
};

const core20Residents: Need = {
	id: 'core20-residents',
	title: 'Core20 residents',
	group: 'deprivation',
	about:
		'How many residents live in neighbourhoods of deciles 1 and 2 of the Index of Multiple Deprivation.',
	editions: EDITION_IDS,
	levels: ALL,
	parts: (edition) => [deprivationPart(edition)],
	build(context) {
		const { areas, units, edition } = context;
		const core20 = core20Of(context);
		const byArea = areas.residents.map((count, area) => (core20[area] ? count : 0));
		const counts = units.members.map((members) =>
			members.reduce((sum, area) => sum + (byArea[area] ?? 0), 0)
		);
		return {
			label: 'Core20 residents',
			values: counts.map((value): Value => ({ kind: 'value', value })),
			byArea,
			region: counts.reduce((sum, count) => sum + count, 0) / units.count,
			higherIsNeedier: true,
			format: formatCount,
			people: { label: 'Core20 residents', counts },
			datasets: context.facts(deprivationPart(edition)).datasets,
			period: `${edition.short}, residents of ${edition.residentsPeriod}`,
			caveats: ['A number, not a share: large areas have more.']
		};
	}
};

/** Some residents as a share of all. */
function peopleNeed(of: {
	id: string;
	title: string;
	/** "aged 0". */
	words: string;
	about: string;
	editions: readonly EditionId[];
	part: (edition: Edition) => NameOf<'facts'>;
	columns: readonly string[];
	/** Column of all residents in the same part; the areas' residents where there is none. */
	total: string | null;
	/** Editions whose figures are as counted; in others they are estimates. */
	counted: readonly EditionId[];
	/** Per how many residents the figure is given. */
	per: 100 | 1000;
	period: (edition: Edition) => string;
	caveats: readonly string[];
}): Need {
	return {
		id: of.id,
		title: of.title,
		group: 'people',
		about: of.about,
		editions: of.editions,
		levels: ALL,
		parts: (edition) => [of.part(edition)],
		build(context) {
			const facts = context.facts(of.part(context.edition));
			const columns = of.columns.map((name) => factNumbers(facts, name));
			const counts = context.areas.codes.map((_, area) =>
				columns.reduce((sum, column) => sum + (column[area] ?? NaN), 0)
			);
			const totals = of.total === null ? context.areas.residents : factNumbers(facts, of.total);
			const { people, ...figures } = shares(
				context,
				counts,
				totals,
				of.counted.includes(context.edition.id) ? 'value' : 'estimate'
			);
			return {
				...figures,
				label:
					of.per === 100
						? `share of residents ${of.words}`
						: `residents ${of.words} per 1,000 residents`,
				higherIsNeedier: true,
				format: (value) => (of.per === 100 ? formatPercent(value) : formatDecimal(value * of.per)),
				people: { label: `residents ${of.words}`, counts: people },
				datasets: facts.datasets,
				period: of.period(context.edition),
				caveats: [...of.caveats]
			};
		}
	};
}

const lifeExpectancy = (sex: 'males' | 'females'): Need => ({
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
				'Differences from the region’s mean have intervals of a year or two and ± 0.5 year of other error: neighbours in the order need not differ.'
			]
		};
	}
});

const rural: Need = {
	id: 'rural',
	title: 'Rural',
	group: 'place',
	about: 'The share of residents who live in rural neighbourhoods, by the official classification.',
	editions: EDITION_IDS,
	levels: ALL,
	parts: (edition) => [`rural-urban-${edition.id}`],
	build(context) {
		const { edition, areas } = context;
		const part = context.facts(`rural-urban-${edition.id}`);
		const { classes, year } = RURAL_URBAN[edition.id];
		const counts = factNumbers(part, 'class').map((found, area) =>
			classes[found]?.rural ? (areas.residents[area] ?? NaN) : 0
		);
		const { people, ...figures } = shares(context, counts, areas.residents, 'value');
		return {
			...figures,
			label: 'share of residents in rural neighbourhoods',
			higherIsNeedier: true,
			format: formatPercent,
			people: { label: 'residents of rural neighbourhoods', counts: people },
			datasets: part.datasets,
			period: `classification of ${year}`,
			caveats: ['To live in the country is no need by itself: read it with what is in reach.']
		};
	}
};

const domains = DOMAINS.map((measure) =>
	indexNeed(
		measure,
		measure.column,
		measure.title,
		(edition) => `deprivation-domains-${edition.id}`
	)
);

export const NEEDS: readonly Need[] = [
	indexNeed(
		{
			column: 'imd',
			title: 'Deprivation (IMD)',
			about:
				'The Index of Multiple Deprivation: income, employment, education, health, crime, barriers and living environment together.',
			scores: ['2025', '2019']
		},
		'imd',
		'Deprivation (IMD)',
		deprivationPart
	),
	core20Residents,
	childrenInIncomeDeprivation,
	...domains,
	peopleNeed({
		id: 'residents-aged-0',
		title: 'Residents aged 0',
		words: 'aged 0',
		about: 'Babies under one year, who stand for births below the level of districts.',
		editions: EDITION_IDS,
		part: (edition) => `residents-aged-0-${edition.id}`,
		columns: ['aged_0'],
		total: null,
		counted: ['2019'],
		per: 1000,
		period: () => 'mid-2020',
		caveats: [
			'Babies of mid-2020 over the residents of the edition. On 2021 neighbourhoods that were split, an estimate.'
		]
	}),
	peopleNeed({
		id: 'females-15-44',
		title: 'Females aged 15 to 44',
		words: 'who are females aged 15 to 44',
		about: 'Those who may give birth; an estimate below the level of districts.',
		editions: EDITION_IDS,
		part: (edition) => `females-15-44-${edition.id}`,
		columns: ['females_15_44'],
		total: null,
		counted: [],
		per: 100,
		period: () => 'mid-2020',
		caveats: ['Females of mid-2020 over the residents of the edition: an estimate.']
	}),
	...ETHNIC_MEASURES.filter(({ id }) => id !== 'white').map((measure) =>
		peopleNeed({
			id: `ethnic-${measure.id}`,
			title: measure.title,
			words: measure.words,
			about: `The share of residents ${measure.words}, Census 2021.`,
			editions: ['2025'],
			part: () => 'ethnic-groups-2025',
			columns: measure.groups,
			total: 'total',
			counted: ['2025'],
			per: 100,
			period: () => 'Census 2021',
			caveats: ['The five groups of the table can’t tell “other white” apart.']
		})
	),
	lifeExpectancy('males'),
	lifeExpectancy('females'),
	rural
];

/** The need with this id; undefined where there is none. */
export const needById = (id: string): Need | undefined => NEEDS.find((need) => need.id === id);

/** The need of a request. Throws on an id that isn't known. */
export function needOf(id: string): Need {
	const found = needById(id);
	if (!found) throw new Error(`there is no need "${id}"`);
	return found;
}
