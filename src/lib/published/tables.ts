/** Tables of the documents as they are printed, with our own figure beside a cell where there is one. */
import { optionalNumbers, strings, type Table } from '../facts/table.ts';
import type { EthnicGroup } from '../indicators/people.ts';
import { capitalise, formatCount, formatDecimal, formatPercent } from '../text/format.ts';

export interface PrintedCell {
	/** As printed; null where nothing is. */
	printed: string | null;
	/** Ours, in words of its own; null where we have nothing to put beside it. */
	ours: string | null;
}

export interface PrintedTable {
	/** Dataset of the catalogue. */
	dataset: string;
	title: string;
	/** What the rows are. */
	of: string;
	columns: readonly string[];
	rows: { name: string; cells: PrintedCell[] }[];
	/** Said below it. */
	notes: string[];
}

const printed = (text: string | null): PrintedCell => ({ printed: text, ours: null });
/** As a document printed it, with its decimal. */
const percentOf = (value: number | null | undefined) =>
	value === null || value === undefined ? null : `${formatDecimal(value)}%`;

/** The group of our table that a printed group is; the white groups are two there and one in ours. */
const GROUPS: readonly [beginning: string, group: EthnicGroup][] = [
	['Mixed', 'mixed'],
	['Asian', 'asian'],
	['Black', 'black'],
	['Other ethnic', 'other']
];

/** Residents of an area by ethnic group: our own shares. */
export type EthnicShares = Readonly<Record<EthnicGroup, number>>;

/** Ethnic groups by area, with the shares of the Census of 2021 for the areas that we know by name. */
export function ethnicTable(table: Table, ours: ReadonlyMap<string, EthnicShares>): PrintedTable {
	const [areas, groups] = [strings(table, 'area'), strings(table, 'ethnic_group')];
	const percent = optionalNumbers(table, 'percent');
	const columns = [...new Set(groups)];
	return {
		dataset: 'published-ethnic-group-by-district',
		title: 'Ethnic groups by district',
		of: 'Area',
		columns,
		rows: [...new Set(areas)].map((name) => ({
			name,
			cells: columns.map((group) => {
				const row = areas.findIndex((area, at) => area === name && groups[at] === group);
				const known = GROUPS.find(([beginning]) => group.startsWith(beginning))?.[1];
				const share = known && ours.get(name)?.[known];
				return {
					printed: percentOf(percent[row]),
					ours: share === undefined ? null : formatPercent(share)
				};
			})
		})),
		notes: [
			'In small print is our own figure, from the Census of 2021. Our table has one group for all white people, so nothing of ours stands beside the two white groups. Our copy does not say of which year the printed percentages are.'
		]
	};
}

/** What the columns of the table of units are called, in their order. */
const UNIT_ROWS: Readonly<Record<string, string>> = {
	births_2015_16: 'Births in 2015/16',
	consultant_delivery_suite: 'Delivery suite led by consultants',
	alongside_midwife_led_unit: 'Midwife-led unit beside it',
	freestanding_birthing_unit: 'Birth centre of its own',
	home_birth_service: 'Home births',
	maternal_medicine_service: 'Care for mothers who are ill',
	fetal_medicine_centre: 'Care before birth for babies who are ill',
	neonatal_unit_level: 'Level of the unit for newborn babies',
	paediatric_surgery: 'Surgery for children'
};

/** Maternity units and what they offer: a column a unit. */
export function unitsTable(table: Table): PrintedTable {
	const [units, towns] = [strings(table, 'unit'), strings(table, 'town')];
	return {
		dataset: 'published-maternity-units',
		title: 'What each maternity unit offers',
		of: 'Service',
		columns: units.map((unit, row) => `${unit}, ${towns[row] ?? ''}`),
		rows: Object.entries(UNIT_ROWS).map(([column, name]) => ({
			name,
			cells: (table.columns[column]?.values ?? []).map((value) =>
				printed(
					value === null
						? null
						: typeof value === 'number'
							? formatCount(value)
							: capitalise(String(value))
				)
			)
		})),
		notes: [
			'As printed. Services change: ask the unit. We hold no newer table of what each unit offers, nor of births by hospital.'
		]
	};
}

/** Births in the most and the least deprived areas by NHS trust. */
export function birthsByTrustTable(
	table: Table,
	names: Readonly<Record<string, string>>,
	beside: string | null
): PrintedTable {
	const columns = ['percent_most_deprived', 'percent_least_deprived'].map((name) =>
		optionalNumbers(table, name)
	);
	return {
		dataset: 'published-bsw-births-by-deprivation',
		title: 'Births by deprivation and NHS trust',
		of: 'Trust',
		columns: ['In the most deprived areas', 'In the least deprived areas'],
		rows: strings(table, 'trust').map((trust, row) => ({
			name: names[trust] ? `${names[trust]} (${trust})` : trust,
			cells: columns.map((values) => printed(percentOf(values[row])))
		})),
		notes: [
			'Our copy does not say how the document bounds these areas. Births by hospital are in none of our open data.',
			...(beside === null ? [] : [beside])
		]
	};
}

/** Languages spoken most, in their order: a row a locality. */
export function languagesTable(table: Table, beside: readonly string[]): PrintedTable {
	const [localities, languages] = [strings(table, 'locality'), strings(table, 'language')];
	const ranks = optionalNumbers(table, 'rank');
	const most = Math.max(...ranks.map((rank) => rank ?? 0));
	const columns = Array.from({ length: most }, (_, at) => formatCount(at + 1));
	return {
		dataset: 'published-bsw-languages-by-locality',
		title: 'Languages other than English spoken most',
		of: 'Locality',
		columns,
		rows: [...new Set(localities)].map((name) => ({
			name,
			cells: columns.map((_, at) => {
				const row = localities.findIndex((one, i) => one === name && ranks[i] === at + 1);
				return printed(languages[row] ?? null);
			})
		})),
		notes: ['The document gives an order and no numbers.', ...beside]
	};
}
