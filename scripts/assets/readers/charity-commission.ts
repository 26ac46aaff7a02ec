/**
 * The register extract of the Charity Commission for England and Wales: `publicextract.charity`
 * and, where they are given too, its tables of classes, of annual returns and of areas of
 * operation. JSON (one array, with a byte order mark) or tab-separated text, plain or zipped.
 *
 * Columns as in the Commission's published data definition. In the tab-separated files
 * quotation marks mean nothing; that a tab or a line break never stands inside a text could not
 * be confirmed, so a row of another length is an error.
 *
 * The address of a charity is that of its contact, often a trustee's home: only its postcode is
 * kept, and its lines where the charity is a company too, whose office is public. Telephone and
 * e-mail are not taken. Subsidiaries (linked charities) and removed charities are left out.
 */
import { makeTable, type Column } from '../../../src/lib/facts/table.ts';
import { sortRows } from '../../refresh/tables.ts';
import { AssetTable, joinAddress, webAddress } from '../asset-table.ts';
import type { AssetReader, Head, Made, ReadContext } from '../reader.ts';
import type { Layout, Row } from '../rows.ts';
import { hasAll, oglFrom, PLACED_BY_POSTCODE, pounds } from './words.ts';

const KEYS = ['date_of_extract', 'organisation_number', 'registered_charity_number'] as const;

const TABLES = {
	charity: [
		...KEYS,
		'linked_charity_number',
		'charity_name',
		'charity_registration_status',
		'date_of_registration',
		'latest_acc_fin_period_end_date',
		'latest_income',
		'charity_contact_address1',
		'charity_contact_address2',
		'charity_contact_address3',
		'charity_contact_address4',
		'charity_contact_address5',
		'charity_contact_postcode',
		'charity_contact_web',
		'charity_company_registration_number'
	],
	classification: [
		...KEYS,
		'linked_charity_number',
		'classification_type',
		'classification_description'
	],
	'annual-return': [...KEYS, 'fin_period_end_date', 'total_gross_income'],
	'area-of-operation': [
		...KEYS,
		'linked_charity_number',
		'geographic_area_type',
		'geographic_area_description'
	]
} as const satisfies Record<string, readonly string[]>;
type TableName = keyof typeof TABLES;

/** More areas than this are counted, not named. */
const NAMED_AREAS = 12;

/** What is joined to a charity, by its organisation number. */
interface Joined {
	serves: string[];
	areas: string[];
	income: { end: string; amount: number } | null;
}

const PUBLISHER = 'Charity Commission for England and Wales';
const OFFICIAL =
	'https://register-of-charities.charitycommission.gov.uk/en/register/full-register-download';
const OFFICE =
	'The place is that of the registered contact, not where the charity works; a charity may serve another place, or the whole country';

const isTable = (name: string): name is TableName => Object.hasOwn(TABLES, name);

export const charityCommission: AssetReader = {
	id: 'charity-commission',
	title: 'register extract of the Charity Commission (JSON or tab-separated, plain or zip)',
	main: 'charity',
	recognise(head) {
		if (!hasAll(head, KEYS)) return null;
		const telling: Record<TableName, string> = {
			charity: 'charity_name',
			classification: 'classification_description',
			'annual-return': 'total_gross_income',
			'area-of-operation': 'geographic_area_description'
		};
		// Other tables of the extract repeat the name of the charity; only one has its status.
		const found = Object.entries(telling).find(([, column]) => head.names.includes(column));
		if (!found) return null;
		const [table] = found;
		return table !== 'charity' || /charity\.|charity$|registration_status/.test(about(head))
			? table
			: null;
	},
	layout(table, head): Layout {
		if (!isTable(table)) throw new Error(`no table "${table}"`);
		return {
			columns: TABLES[table],
			format:
				head.kind === 'json'
					? { kind: 'json', path: '$.*' }
					: {
							kind: 'csv',
							delimiter: head.kind === 'tsv' ? '\t' : ',',
							unquoted: head.kind === 'tsv'
						}
		};
	},
	read
};

const about = (head: Head) => `${head.member} ${head.names.join(' ')}`;

async function read(context: ReadContext): Promise<Made[]> {
	const joined = await join(context);
	const entry = {
		id: 'charities',
		title: 'Registered charities by registered office',
		publisher: PUBLISHER,
		official: OFFICIAL,
		licence: 'OGL-3.0' as const,
		attribution: oglFrom(PUBLISHER),
		period: '',
		geography: 'points',
		coverage: 'England and Wales',
		done: [
			'Registered charities only; subsidiaries (linked charities) and removed charities left out',
			'Lines of the address kept for charities that are companies; telephone and e-mail not taken',
			PLACED_BY_POSTCODE
		],
		defects: [
			OFFICE,
			'Groups that are not registered, and most below £5,000 a year, are not in the register'
		]
	};
	const table = new AssetTable(context, entry, 'charity');
	const [byDistrict, byLsoa, byArea] = [new Sums(), new Sums(), new Sums()];
	let collected: string | null = null;
	let left = 0;
	for await (const row of context.rows('charity')) {
		const extracted = row.day('date_of_extract');
		if (extracted !== null && (collected === null || extracted > collected)) collected = extracted;
		const status = row.required('charity_registration_status');
		if (status !== 'Registered' || (row.amount('linked_charity_number') ?? 0) !== 0) {
			left++;
			continue;
		}
		const more = joined.get(row.required('organisation_number'));
		const latest = row.amount('latest_income');
		const end = row.day('latest_acc_fin_period_end_date');
		const income = latest !== null ? { amount: latest, end } : (more?.income ?? null);
		const company = row.text('charity_company_registration_number');
		const areas = more?.areas ?? [];
		const asset = table.add(row, {
			key: row.required('registered_charity_number'),
			name: row.required('charity_name'),
			kind: 'charity',
			subkind: 'charity',
			status: 'verified',
			serves: more && more.serves.length > 0 ? more.serves.join('; ') : null,
			registeredAddress:
				company === null
					? null
					: joinAddress(...[1, 2, 3, 4, 5].map((n) => row.text(`charity_contact_address${n}`))),
			registeredPostcode: context.lookups.tidyPostcode(row.text('charity_contact_postcode')),
			areaOfOperation: areasInWords(areas),
			charityNumber: row.required('registered_charity_number'),
			companyNumber: company,
			url: webAddress(row.text('charity_contact_web')),
			firstSeen: row.day('date_of_registration'),
			note:
				income === null
					? null
					: `Income ${pounds(income.amount)}${income.end ? ` in the year to ${income.end}` : ''}`
		});
		const amount = income?.amount ?? 0;
		for (const area of new Set(areas)) byArea.add(area, amount);
		// It counts for the tables of districts although a charity that must not be found is in no list.
		const place = context.lookups.postcode(row.text('charity_contact_postcode'));
		if (place) {
			byDistrict.add(context.lookups.parents(place.lsoa21).lad24, amount);
			if (asset.lsoa21 !== null) byLsoa.add(asset.lsoa21, amount);
		}
	}
	context.say(`charities: ${table.summary()}; ${left} removed or linked charities left out`);
	const when = collected ?? context.collected;
	if (when === null) throw new Error('the extract says no date; give it with --collected');
	const period = `extract of ${when}`;
	const counted = (id: string, title: string, geography: string, coverage: string) => ({
		...entry,
		id,
		title,
		period,
		geography,
		coverage,
		done: ['Counted and summed from the rows of charities'],
		defects: [OFFICE],
		derivedFrom: ['charities']
	});
	const names = context.lookups.districtNames;
	// A district that is here as a whole and has none has none, which is a count.
	const whole = [...context.lookups.wholeDistricts].map((key) => byDistrict.of(key));
	return [
		{
			folder: 'assets',
			entry: { ...entry, period },
			collected: when,
			table: table.finish(when)
		},
		{
			folder: 'tables',
			entry: counted(
				'charities-by-district',
				'Registered charities by district of their registered office',
				'districts 2024',
				'districts whose postcodes are all in the postcode table'
			),
			collected: when,
			table: sumsTable('lad24', whole, (code) => names.get(code) ?? null)
		},
		{
			folder: 'tables',
			entry: counted(
				'charities-by-lsoa',
				'Registered charities by neighbourhood of their registered office',
				'LSOA 2021',
				'neighbourhoods whose postcodes are in the postcode table; none registered is no row'
			),
			collected: when,
			table: sumsTable('lsoa21', byLsoa.rows())
		},
		...(context.has('area-of-operation')
			? [
					{
						folder: 'tables' as const,
						entry: {
							...counted(
								'charities-by-area-of-operation',
								'Registered charities by the area in which they say that they work',
								'areas as the register names them',
								'England and Wales'
							),
							defects: [
								'A charity names as many areas as it likes, and counts in each; income is its whole income, not what it spends there'
							]
						},
						collected: when,
						table: sumsTable('area', byArea.rows())
					}
				]
			: [])
	];
}

async function join(context: ReadContext): Promise<Map<string, Joined>> {
	const joined = new Map<string, Joined>();
	/** One copy of each text, which stands in hundreds of thousands of rows. */
	const texts = new Map<string, string>();
	const one = (text: string): string => {
		const known = texts.get(text);
		if (known !== undefined) return known;
		texts.set(text, text);
		return text;
	};
	const of = (row: Row): Joined => {
		const key = row.required('organisation_number');
		let found = joined.get(key);
		if (!found) joined.set(key, (found = { serves: [], areas: [], income: null }));
		return found;
	};
	if (context.has('classification')) {
		for await (const row of context.rows('classification')) {
			if (row.text('classification_type') !== 'Who') continue;
			const { serves } = of(row);
			const text = one(row.required('classification_description'));
			if (!serves.includes(text)) serves.push(text);
		}
	}
	if (context.has('area-of-operation')) {
		for await (const row of context.rows('area-of-operation')) {
			const { areas } = of(row);
			const text = one(row.required('geographic_area_description'));
			if (!areas.includes(text)) areas.push(text);
		}
	}
	if (context.has('annual-return')) {
		for await (const row of context.rows('annual-return')) {
			const [end, amount] = [row.day('fin_period_end_date'), row.amount('total_gross_income')];
			if (end === null || amount === null) continue;
			const charity = of(row);
			if (charity.income === null || end > charity.income.end) charity.income = { end, amount };
		}
	}
	return joined;
}

function areasInWords(areas: readonly string[]): string | null {
	if (areas.length === 0) return null;
	const named = areas.slice(0, NAMED_AREAS).join('; ');
	return areas.length > NAMED_AREAS ? `${named}; and ${areas.length - NAMED_AREAS} more` : named;
}

interface Sum {
	key: string;
	count: number;
	income: number;
}

class Sums {
	private readonly sums = new Map<string, Sum>();

	add(key: string, income: number): void {
		const sum = this.of(key);
		sum.count++;
		sum.income += income;
		this.sums.set(key, sum);
	}

	of(key: string): Sum {
		return this.sums.get(key) ?? { key, count: 0, income: 0 };
	}

	rows(): Sum[] {
		return [...this.sums.values()];
	}
}

function sumsTable(key: string, sums: Sum[], name?: (key: string) => string | null) {
	const columns: Record<string, Column> = {
		[key]: { type: key === 'area' ? 'text' : 'code', values: sums.map((sum) => sum.key) },
		...(name && { name: { type: 'text', values: sums.map((sum) => name(sum.key)) } }),
		registered_charities: { type: 'integer', values: sums.map(({ count }) => count) },
		total_income_gbp: { type: 'number', values: sums.map(({ income }) => income) }
	};
	return sortRows(makeTable(columns), key);
}
