/**
 * What areas are compared by: one entry a row, in the order of the page. Each says what it is of,
 * how a figure of any set of neighbourhoods is made, and from when two figures differ.
 */
import { residentsOf, type RegionAreas } from '../areas/region.ts';
import { factValues, factsColumn, valuesOf } from '../facts/figures.ts';
import type { NameOf, PartName } from '../facts/parts.ts';
import type { PartReader } from '../facts/reader.ts';
import { numberOf, type Value } from '../facts/value.ts';
import { PLUS_GROUPS, PLUS_PERIOD, type PlusGroup } from '../indicators/plus-groups.ts';
import type { AssetKind } from '../register/kinds.ts';
import { rateInterval } from '../stats/poisson.ts';
import { wilsonInterval } from '../stats/wilson.ts';
import { formatCount, formatDecimal, formatPercent } from '../text/format.ts';
import type { ComparedArea } from './areas.ts';

/** The topics, in the order of the page. */
export const TOPICS = {
	people: 'Who lives here',
	deprivation: 'Deprivation',
	births: 'Births',
	lives: 'Life expectancy',
	support: 'Who may need more support',
	places: 'Places and services'
} as const;
export type Topic = keyof typeof TOPICS;

export interface Compared {
	reader: PartReader;
	areas: RegionAreas;
	area: ComparedArea;
}

export interface ComparisonRow {
	id: string;
	topic: Topic;
	/** "Households with no car or van". */
	label: string;
	/** What a figure is of, with its period: "share of households, Census Day, 21 March 2021". */
	of: string;
	parts: readonly PartName[];
	format: (value: number) => string;
	figure: (compared: Compared) => Value;
	/** England's own; null where there is none to stand beside. */
	england: (reader: PartReader) => number | null;
	/**
	 * From which difference two figures without intervals differ clearly, in the unit of the row;
	 * null where they are numbers of people, which are not held against each other.
	 */
	least: number | null;
	/** The kind of place that is counted: areas compare only where the same directories look for it. */
	listed?: AssetKind;
}

/** Whether figures of a row may be drawn on one scale: numbers of people may not, as areas differ in size. */
export const isDrawn = ({ format }: Pick<ComparisonRow, 'format'>): boolean =>
	format !== formatCount;

const NOT_PUBLISHED: Value = { kind: 'not-published' };

/** The sum over an area's neighbourhoods; null where one of them has no figure. */
function sumOf(values: readonly Value[], members: readonly number[]): number | null {
	let sum = 0;
	for (const member of members) {
		const number = numberOf(values[member] ?? NOT_PUBLISHED);
		if (number === null) return null;
		sum += number;
	}
	return sum;
}

/** The share of a sum in another, with Wilson's interval. */
function shareOf(count: number | null, all: number | null): Value {
	if (count === null || all === null || !(all > 0)) return { kind: 'missing' };
	// ONS changes small counts, so a few exceed what they are of.
	const within = Math.min(count, all);
	return { kind: 'value', value: within / all, interval: wilsonInterval(within, all) };
}

const DEPRIVATION = 'deprivation-2025';
/** Deciles that Core20 is made of. */
const MOST_DEPRIVED_FIFTH = 2;

/** Residents of neighbourhoods up to a decile, as a share of all. */
const deprivedRow = (id: string, label: string, decile: number): ComparisonRow => ({
	id,
	topic: 'deprivation',
	label,
	of: 'share of residents, Indices of Deprivation 2025 and Census 2021',
	parts: [DEPRIVATION],
	format: formatPercent,
	figure({ reader, areas, area }) {
		const deciles = factsColumn(reader.get(DEPRIVATION), 'imd_decile').values;
		const deprived = area.members.filter((one) => (deciles[one] ?? Infinity) <= decile);
		const residents = residentsOf(areas, area.members);
		return residents > 0
			? { kind: 'value', value: residentsOf(areas, deprived) / residents }
			: { kind: 'missing' };
	},
	england(reader) {
		const { core20_residents: deprived, residents } = reader.get(DEPRIVATION).england;
		return decile === MOST_DEPRIVED_FIFTH && deprived !== undefined && residents
			? deprived / residents
			: null;
	},
	least: 0.05
});

const supportRow = ({ id, title, of, column, all, part }: PlusGroup): ComparisonRow => ({
	id,
	topic: 'support',
	label: title,
	of: `share of ${of}, ${PLUS_PERIOD}`,
	parts: [part],
	format: formatPercent,
	figure({ reader, area }) {
		const facts = reader.get(part);
		const sum = (name: string) => sumOf(factValues(facts, name), area.members);
		return shareOf(sum(column), sum(all));
	},
	england(reader) {
		const percent = reader.get(part).england[`${column}_percent_mean`];
		return percent === undefined ? null : percent / 100;
	},
	least: null
});

const AGED_0 = 'residents-aged-0-2025';
const BIRTHS = 'births-2023';
const LEVELS = 'life-expectancy-2023';
const ESTIMATES = 'life-expectancy-estimates';

/** A figure that is published by district alone. */
function byDistrict({ reader, area }: Compared, part: NameOf<'facts'>, column: string): Value {
	if (area.level !== 'district') return NOT_PUBLISHED;
	return valuesOf(reader.get(part), column, [area.code], 'not-published')[0] ?? NOT_PUBLISHED;
}

const livesRow = (sex: 'males' | 'females'): ComparisonRow => ({
	id: `life-expectancy-${sex}`,
	topic: 'lives',
	label: `Life expectancy at birth of ${sex}`,
	of: 'years: of districts as published for 2021 to 2023, of communities our estimate of mixed periods',
	parts: [LEVELS, ESTIMATES],
	format: formatDecimal,
	figure(compared) {
		const { reader, area } = compared;
		if (area.level !== 'msoa') return byDistrict(compared, LEVELS, sex);
		const [value = NOT_PUBLISHED] = valuesOf(reader.get(ESTIMATES), sex, [area.code]);
		return value.kind === 'value' ? { ...value, kind: 'estimate' } : value;
	},
	england: (reader) => reader.get(LEVELS).england[sex] ?? null,
	least: null
});

/** Places of a list in an area, for every 10,000 residents. */
const placesRow = (
	part: NameOf<'assets'>,
	label: string,
	of: string,
	listed: AssetKind
): ComparisonRow => ({
	id: part,
	topic: 'places',
	label,
	of: `for every 10,000 residents, ${of}`,
	parts: [part],
	format: formatDecimal,
	figure({ reader, areas, area }) {
		const codes = new Set(area.members.map((member) => areas.codes[member]));
		const { ids, lsoa21, merged } = reader.get(part);
		// An entry that several lists name is one place.
		const found = new Set(
			ids.flatMap((id, i) => (codes.has(lsoa21[i] ?? '') ? [merged?.[i] ?? id] : []))
		);
		const residents = residentsOf(areas, area.members);
		return residents > 0
			? {
					kind: 'value',
					value: (found.size / residents) * 10_000,
					interval: rateInterval(found.size, residents, 10_000)
				}
			: { kind: 'missing' };
	},
	england: () => null,
	least: null,
	listed
});

export const COMPARISON_ROWS: readonly ComparisonRow[] = [
	{
		id: 'residents',
		topic: 'people',
		label: 'Residents',
		of: 'people, Census Day, 21 March 2021',
		parts: [],
		format: formatCount,
		figure: ({ areas, area }) => ({ kind: 'value', value: residentsOf(areas, area.members) }),
		england: (reader) => reader.get(DEPRIVATION).england['residents'] ?? null,
		least: null
	},
	{
		id: 'aged-0',
		topic: 'people',
		label: 'Babies under one',
		of: 'people, mid-2020, brought to the areas of 2021',
		parts: [AGED_0],
		format: formatCount,
		figure({ reader, area }) {
			const values = factValues(reader.get(AGED_0), 'aged_0');
			const sum = sumOf(values, area.members);
			if (sum === null) return { kind: 'missing' };
			// Where a neighbourhood was split, its babies are shared out by an estimate.
			const isShared = area.members.some((member) => values[member]?.kind === 'estimate');
			return { kind: isShared ? 'estimate' : 'value', value: sum };
		},
		england: (reader) => reader.get(AGED_0).england['aged_0'] ?? null,
		least: null
	},
	deprivedRow('deprived-fifth', 'People in the most deprived fifth', MOST_DEPRIVED_FIFTH),
	deprivedRow('deprived-tenth', 'People in the most deprived tenth', 1),
	{
		id: 'births',
		topic: 'births',
		label: 'Births',
		of: 'registered in 2023, published by district',
		parts: [BIRTHS],
		format: formatCount,
		figure: (compared) => byDistrict(compared, BIRTHS, 'births'),
		england: (reader) => reader.get(BIRTHS).england['births'] ?? null,
		least: null
	},
	{
		id: 'fertility',
		topic: 'births',
		label: 'Births for every 1,000 females aged 15 to 44',
		of: 'registered in 2023, published by district',
		parts: [BIRTHS],
		format: formatDecimal,
		figure: (compared) => byDistrict(compared, BIRTHS, 'rate'),
		england: (reader) => reader.get(BIRTHS).england['rate'] ?? null,
		least: null
	},
	livesRow('males'),
	livesRow('females'),
	...PLUS_GROUPS.map(supportRow),
	placesRow(
		'community-venues',
		'Community venues',
		'in directories of warm and welcoming spaces, December 2022 to August 2026',
		'community-venue'
	),
	placesRow('food-banks', 'Food banks', 'listed in May 2024', 'food-bank'),
	placesRow('libraries', 'Libraries', 'in the register of 2023', 'library'),
	placesRow('pharmacies', 'Pharmacies', 'in the NHS register of February 2026', 'pharmacy'),
	placesRow(
		'gp-practices',
		'GP practices',
		'sites in the NHS register of February 2026',
		'gp-practice'
	)
];

/** Every part that is read for the rows, of a region that has some parts. */
export const PARTS_COMPARED: readonly PartName[] = [
	...new Set<PartName>([
		'areas-2021',
		'towns',
		'coverage',
		...COMPARISON_ROWS.flatMap(({ parts }) => parts)
	])
];
