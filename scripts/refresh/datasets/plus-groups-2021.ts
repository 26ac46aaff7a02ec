import {
	makeTable,
	numbers,
	strings,
	type Column,
	type Table
} from '../../../src/lib/facts/table.ts';
import { checkCodes, checkParts } from '../checks.ts';
import { COUNT, each, LSOA, unique } from '../columns.ts';
import type { DatasetReader, ReadContext } from '../dataset.ts';
import { SourceError } from '../source-error.ts';
import { column, joined, sortRows } from '../tables.ts';

/** What is kept of one table of the Census: all, and those who are in question. */
interface Topic {
	/** All households, or residents, that the table counts. */
	all: string;
	/** What is kept, added up of some of the parts. */
	kept: string;
	of: readonly string[];
	/** Each list adds up to its first name: the table's parts, and subtotals within them. */
	addUp: readonly (readonly [total: string, parts: readonly string[]])[];
}

/** In the order of the catalogue's copies. */
const TOPICS: readonly Topic[] = [
	{
		all: 'households_cars',
		kept: 'no_car',
		of: ['no_car'],
		addUp: [['households_cars', ['no_car', 'one_car', 'two_cars', 'three_or_more_cars']]]
	},
	{
		all: 'households_composition',
		kept: 'lone_parents',
		of: ['lone_parents'],
		addUp: [
			['households_composition', ['one_person', 'one_family', 'other_households']],
			['lone_parent_families', ['lone_parents', 'lone_parents_grown']]
		]
	},
	{
		all: 'households_dimensions',
		kept: 'deprived_two_or_more',
		of: ['two', 'three', 'four'],
		addUp: [['households_dimensions', ['none', 'one', 'two', 'three', 'four']]]
	},
	{
		all: 'residents_disability',
		kept: 'disabled',
		of: ['limited_a_lot', 'limited_a_little'],
		addUp: [
			['residents_disability', ['disabled', 'not_disabled']],
			['disabled', ['limited_a_lot', 'limited_a_little']]
		]
	},
	{
		all: 'residents_health',
		kept: 'bad_health',
		of: ['bad', 'very_bad'],
		addUp: [['residents_health', ['very_good', 'good', 'fair', 'bad', 'very_bad']]]
	},
	{
		all: 'residents_5_over',
		kept: 'carers',
		of: ['hours_19_or_less', 'hours_20_to_49', 'hours_50_or_more'],
		addUp: [
			['residents_5_over', ['no_care', 'hours_19_or_less', 'hours_20_to_49', 'hours_50_or_more']]
		]
	}
];

/** By so many the totals of one neighbourhood may differ between two tables, as ONS changes cells. */
const PERTURBED = 15;

/** Households and residents of some plus groups, Census 2021, each beside all of its own table. */
export const plusGroups2021: DatasetReader = {
	id: 'plus-groups-2021',
	after: ['areas-lsoa21', 'residents-2021-age'],
	read(context) {
		const [first, ...others] = TOPICS.map((topic, copy) => readTopic(context, topic, copy));
		if (!first) throw new Error('no table to read');
		const columns: Record<string, Column> = { ...first.columns };
		others.forEach((table, at) => {
			const names = Object.keys(table.columns).filter((name) => name !== 'lsoa21');
			const file = context.source(at + 1).path;
			Object.assign(columns, joined(file, first, table, 'lsoa21', names));
		});
		const table = makeTable(columns);
		checkTotals(context, table);
		return sortRows(table, 'lsoa21');
	}
};

function readTopic(context: ReadContext, { all, kept, of, addUp }: Topic, copy: number): Table {
	const names = [...new Set(addUp.flatMap(([total, parts]) => [total, ...parts]))];
	const read: Table = context.csv({ lsoa21: unique(LSOA), ...each(names, COUNT) }, { copy });
	checkCodes(context, read, 'lsoa21', { dataset: 'areas-lsoa21', all: true }, copy);
	for (const [total, parts] of addUp) checkParts(context, read, total, parts, copy);
	const parts = of.map((name) => numbers(read, name));
	const sums = strings(read, 'lsoa21').map((_, row) =>
		parts.reduce((sum, values) => sum + (values[row] ?? 0), 0)
	);
	return makeTable({
		lsoa21: column('code', strings(read, 'lsoa21')),
		[all]: column('integer', numbers(read, all)),
		[kept]: column('integer', sums)
	});
}

/** One table's neighbourhoods are another's: their totals differ by no more than ONS changes them. */
function checkTotals(context: ReadContext, table: Table): void {
	const ages = context.table('residents-2021-age');
	const residents = numbers(
		makeTable(joined(context.source().path, table, ages, 'lsoa21', ['total'])),
		'total'
	);
	const codes = strings(table, 'lsoa21');
	const held: readonly (readonly [copy: number, name: string, other: readonly number[]])[] = [
		[1, 'households_composition', numbers(table, 'households_cars')],
		[2, 'households_dimensions', numbers(table, 'households_cars')],
		[3, 'residents_disability', residents],
		[4, 'residents_health', residents]
	];
	for (const [copy, name, other] of held) {
		numbers(table, name).forEach((value, row) => {
			if (Math.abs(value - (other[row] ?? NaN)) <= PERTURBED) return;
			throw new SourceError(
				context.source(copy).path,
				`${codes[row]}: ${value} in all, but ${other[row]} in another table; they may differ by ${PERTURBED}`,
				{ column: name }
			);
		});
	}
}
