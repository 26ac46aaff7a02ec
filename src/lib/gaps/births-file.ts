/** Births by district as a file: a row a district and year, so that the two counts stay apart. */
import type { RegionAreas } from '../areas/region.ts';
import { sourcesById, type NamedSource } from '../catalogue/notes.ts';
import { documentOf, columnsOf, type Cell, type Document } from '../document/document.ts';
import { valuesOf } from '../facts/figures.ts';
import type { FactsPart } from '../facts/parts.ts';
import { numberOf, type Value } from '../facts/value.ts';

const REGISTERED = 'registered in the calendar year';
const MID_YEAR = 'born in the year to 30 June';
const COLUMNS = [
	'code',
	'name',
	'count',
	'year',
	'births',
	'births_status',
	'births_95_percent_lower',
	'births_95_percent_upper',
	'general_fertility_rate',
	'rate_95_percent_lower',
	'rate_95_percent_upper',
	'births_at_home',
	'maternities',
	'stillbirths_per_1000'
] as const;
type Row = Partial<Record<(typeof COLUMNS)[number], Cell>>;

/**
 * Every figure of the section: districts, England, and England by decile of deprivation. What is not
 * published is an empty cell, and its status says so; rates are per 1,000 females aged 15 to 44.
 */
export function birthsDocument(
	facts: FactsPart,
	{ groups }: RegionAreas,
	of: { region: string; sources: readonly NamedSource[]; owner: string }
): Document {
	const codes = groups.district.map(({ code }) => code);
	const column = (name: string) => valuesOf(facts, name, codes);
	const years = Object.keys(facts.columns).flatMap((name) => {
		const [, year] = /^to_june_(\d{4})$/.exec(name) ?? [];
		return year === undefined ? [] : [Number(year)];
	});
	const [births, rates, home, maternities] = ['births', 'rate', 'home_births', 'maternities'].map(
		column
	);
	const before = years.map((year) => ({ year, values: column(`to_june_${year}`) }));
	const england = (name: string) => facts.england[name] ?? null;
	const whole = { code: 'E92000001', name: 'England' };
	const rows: Row[] = [
		...groups.district.flatMap(({ code, name }, at): Row[] => [
			{
				code,
				name,
				count: REGISTERED,
				year: 2023,
				...counted(births?.[at]),
				...bounds('births', births?.[at]),
				general_fertility_rate: figure(rates?.[at]),
				...bounds('rate', rates?.[at]),
				births_at_home: figure(home?.[at]),
				maternities: figure(maternities?.[at])
			},
			...before.map(({ year, values }) => ({
				code,
				name,
				count: MID_YEAR,
				year,
				...counted(values[at])
			}))
		]),
		{
			...whole,
			count: REGISTERED,
			year: 2023,
			births: england('births'),
			births_status: 'value',
			general_fertility_rate: england('rate'),
			births_at_home: england('home_births'),
			maternities: england('maternities')
		},
		...years.map((year) => ({
			...whole,
			count: MID_YEAR,
			year,
			births: england(`to_june_${year}`),
			births_status: 'value'
		})),
		...Array.from({ length: 10 }, (_, at) => ({
			...whole,
			name: `England, decile ${at + 1} of deprivation (IoD 2019; 1 is the most deprived)`,
			count: REGISTERED,
			year: 2023,
			births: england(`births_decile_${at + 1}`),
			births_status: 'value',
			stillbirths_per_1000: england(`stillbirth_rate_decile_${at + 1}`)
		}))
	];
	return documentOf(
		`Births by district of ${of.region}`,
		{
			columns: columnsOf(COLUMNS),
			rows: rows.map((row) => COLUMNS.map((name) => row[name] ?? null))
		},
		{ sources: sourcesById(facts.datasets, of.sources), owner: of.owner }
	);
}

const figure = (value: Value | undefined): number | null => (value ? numberOf(value) : null);

const counted = (value: Value | undefined): Row => ({
	births: figure(value),
	births_status: value?.kind ?? 'missing'
});

/** The 95% interval of a figure, where it has one. */
function bounds(name: 'births' | 'rate', value: Value | undefined): Row {
	const interval = value && 'interval' in value ? value.interval : undefined;
	return interval
		? {
				[`${name}_95_percent_lower`]: interval.lower,
				[`${name}_95_percent_upper`]: interval.upper
			}
		: {};
}
