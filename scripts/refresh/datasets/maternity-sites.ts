import {
	makeTable,
	numbers,
	optionalStrings,
	strings,
	stringsBy,
	type Cell,
	type Column
} from '../../../src/lib/facts/table.ts';
import {
	assetTable,
	mustNotBeFound,
	PLACE_SPECS,
	type AssetClaim,
	hashKey,
	textOf
} from '../assets.ts';
import { COUNT, LSOA, OPTIONAL_TEXT, TEXT } from '../columns.ts';
import type { DatasetReader, ReadContext } from '../dataset.ts';
import { SourceError } from '../source-error.ts';
import { sortRows } from '../tables.ts';

type Claimed = Pick<AssetClaim, 'kind' | 'subkind' | 'status'>;

/** What the words of the list's `service_status` begin with, and what they mean here. */
const SERVICES: [start: string, claimed: Claimed][] = [
	// Its site stands in the NHS register; whether babies are born there is for the evidence to say.
	['obstetric hospital', { kind: 'maternity-unit', subkind: 'obstetric', status: 'verified' }],
	[
		'freestanding midwifery unit',
		{ kind: 'maternity-unit', subkind: 'freestanding-midwifery', status: 'unverified' }
	],
	[
		'antenatal/postnatal clinics only',
		{ kind: 'maternity-hub-or-clinic', subkind: 'clinic', status: 'unverified' }
	],
	[
		'midwifery clinic',
		{ kind: 'maternity-hub-or-clinic', subkind: 'clinic', status: 'unverified' }
	],
	[
		'community maternity hub',
		{ kind: 'maternity-hub-or-clinic', subkind: 'hub', status: 'unverified' }
	],
	[
		'community health centre said to house midwifery',
		{ kind: 'maternity-hub-or-clinic', subkind: 'clinic', status: 'unverified' }
	],
	// Named for births, and not known to hold any: in the register by its name, among no places of birth.
	[
		'birthing unit by ODS site name only',
		{ kind: 'maternity-named-site', subkind: 'name-alone', status: 'unverified' }
	],
	[
		'community midwife base',
		{ kind: 'maternity-hub-or-clinic', subkind: 'midwife-base', status: 'unverified' }
	]
];

/** The lists of one compilation: the first regions', and one with the evidence in columns. */
const LISTS = { plain: 0, named: 1, withEvidence: 2 } as const;

const EVIDENCE = {
	confirmed: TEXT,
	source_url: OPTIONAL_TEXT,
	source_date: OPTIONAL_TEXT,
	quotation: OPTIONAL_TEXT
};

/** Maternity units, hubs and clinics compiled for some regions, with the evidence for each. */
export const maternitySites: DatasetReader = {
	id: 'maternity-sites',
	folder: 'assets',
	after: ['areas-lsoa21', 'postcodes'],
	read(context) {
		const { name, postcode, longitude, latitude, point_source } = PLACE_SPECS;
		const specs = {
			name,
			postcode,
			longitude,
			latitude,
			point_source,
			site_code: OPTIONAL_TEXT,
			service_status: TEXT,
			evidence: TEXT
		};
		const plain = context.csv(specs, { copy: LISTS.plain, without: mustNotBeFound });
		const evidenced = context.csv(
			{ ...specs, ...EVIDENCE },
			{ copy: LISTS.withEvidence, without: mustNotBeFound }
		);
		// The lists have no LSOA: the national list of named sites has the same places with theirs,
		// and the rest have that of their postcode.
		const named = context.csv({ postcode: TEXT, lsoa21: LSOA }, { copy: LISTS.named });
		const lsoaOf = new Map([
			...stringsBy(context.table('postcodes'), 'postcode', 'lsoa21'),
			...stringsBy(named, 'postcode', 'lsoa21')
		]);
		const columns = Object.fromEntries(
			Object.entries(evidenced.columns).map(([column, { type, values }]) => {
				const before =
					(plain.columns as Record<string, Column>)[column]?.values ??
					Array.from({ length: plain.rows }, () => null);
				return [column, { type, values: [...before, ...values] } as Column];
			})
		) as typeof evidenced.columns;
		const lsoa21 = columns.postcode.values.map((code) => lsoaOf.get(String(code)) ?? null);
		// Where it lies, and who runs it, the list says after a name; the register has columns for it.
		const names = columns.name.values.map((name) => String(name).split(' - outside ')[0] ?? null);
		const places = {
			rows: plain.rows + evidenced.rows,
			columns: {
				...columns,
				name: { type: 'text' as const, values: names },
				listed_name: columns.name,
				lsoa21: { type: 'code' as const, values: lsoa21 }
			}
		};
		return assetTable(context, places, 'maternity', (row, file) => {
			const words = String(row.service_status);
			const service = SERVICES.find(([start]) => words.startsWith(start));
			if (!service) {
				throw new SourceError(file, `${JSON.stringify(words)} is not a known kind of service`);
			}
			return {
				key: hashKey(row.listed_name, row.postcode),
				...service[1],
				source_detail: textOf(row.site_code),
				note: noteOf(words, row)
			};
		});
	}
};

/** In words: what the place is said to be, on what evidence, and whether it was confirmed. */
function noteOf(
	words: string,
	row: Readonly<Record<'evidence' | keyof typeof EVIDENCE, Cell>>
): string {
	const { evidence, confirmed, source_date, quotation } = row;
	return [
		`${words}. Evidence: ${String(evidence)}`,
		...(confirmed === null ? [] : [`Confirmed: ${String(confirmed)}`]),
		...(source_date === null ? [] : [`Date of the source: ${String(source_date)}`]),
		...(quotation === null ? [] : [`In its words: ${String(quotation)}`])
	].join('. ');
}

/** The copies that the evidence is read from. */
const COPIES = { compiled: 0, units: 1, statements: 2 } as const;

/** What a document prints of a hospital only if babies are born there. */
const BORN_THERE = /\bborn after 24 weeks\b/;

interface Evidence {
	id: string;
	confirmed: string | null;
	source: string | null;
	source_date: string | null;
	quotation: string | null;
}

/**
 * What confirms that babies are born, or care is given, at each place of the register of maternity
 * sites: from the list that has it in columns, and for the hospitals of the first list from what the
 * local documents print of them. `confirmed` is the date of the source, and is empty unless source,
 * date and words are all there: without one of them, a place is not confirmed.
 */
export const maternityEvidence: DatasetReader = {
	id: 'maternity-evidence',
	after: ['maternity-sites', 'published-documents'],
	read(context) {
		const rows = [...compiledEvidence(context), ...printedEvidence(context)];
		const text = (of: (row: Evidence) => string | null): Column => ({
			type: 'text',
			values: rows.map(of)
		});
		return sortRows(
			makeTable({
				id: { type: 'code', values: rows.map(({ id }) => id) },
				confirmed: { type: 'code', values: rows.map(({ confirmed }) => confirmed) },
				source: text(({ source }) => source),
				source_date: text(({ source_date }) => source_date),
				quotation: text(({ quotation }) => quotation)
			}),
			'id'
		);
	}
};

function compiledEvidence(context: ReadContext): Evidence[] {
	const read = context.csv({ name: TEXT, postcode: TEXT, ...EVIDENCE }, { copy: COPIES.compiled });
	const { path } = context.source(COPIES.compiled);
	const [names, postcodes] = [strings(read, 'name'), strings(read, 'postcode')];
	const known = new Set(strings(context.table('maternity-sites'), 'id'));
	return names.map((name, row): Evidence => {
		const id = `maternity-${hashKey(name, postcodes[row] ?? '')}`;
		if (!known.has(id)) throw new SourceError(path, `${name} is not in maternity-sites`);
		const cell = (column: keyof typeof EVIDENCE) =>
			textOf(read.columns[column].values[row] ?? null);
		const [source, source_date, quotation] = [
			cell('source_url'),
			cell('source_date'),
			cell('quotation')
		];
		const claimed = cell('confirmed') ?? 'no';
		const date = dateIn(source_date ?? '');
		const [, year] = /^yes, as of (\d{4})$/.exec(claimed) ?? [];
		if (year === undefined && claimed !== 'no') {
			throw new SourceError(path, `confirmed of ${name}: ${claimed} is neither no nor a year`);
		}
		if (year !== undefined && !(date?.startsWith(year) && source && quotation)) {
			throw new SourceError(path, `${name}: confirmed in ${year} without source, date and words`);
		}
		return { id, confirmed: year === undefined ? null : date, source, source_date, quotation };
	});
}

/** The hospitals with births of which the local documents print figures, by the names printed there. */
function printedEvidence(context: ReadContext): Evidence[] {
	const documents = context.table('published-documents');
	const documentIds = strings(documents, 'document_id');
	const [titles, publishers, dates] = [
		strings(documents, 'title'),
		strings(documents, 'publisher'),
		strings(documents, 'date')
	];
	const of = (document: string, figures: string): Omit<Evidence, 'id' | 'quotation'> => {
		const row = documentIds.indexOf(document);
		const date = dates[row] ?? '';
		return {
			confirmed: dateIn(date),
			source: `${titles[row] ?? ''}, ${publishers[row] ?? ''}`,
			source_date: `${date}; its figures are of ${figures}`
		};
	};
	const sites = context.table('maternity-sites');
	const [ids, names, subkinds] = [
		strings(sites, 'id'),
		strings(sites, 'name'),
		strings(sites, 'subkind')
	];
	const idOf = (printed: string, copy: number): string => {
		const words = printed
			.replaceAll('&', 'and')
			.split(/\W+/)
			.filter((word) => word !== 'Hospital');
		const found = ids.filter(
			(_, row) =>
				subkinds[row] === 'obstetric' &&
				words.every((word) => (names[row] ?? '').split(/\W+/).includes(word))
		);
		if (found.length === 1) return found[0] ?? '';
		throw new SourceError(
			context.source(copy).path,
			`${printed} is ${found.length === 0 ? 'none' : 'more than one'} of the hospitals of maternity-sites`
		);
	};
	const units = context.csv(
		{ unit: TEXT, town: TEXT, births_2015_16: COUNT, consultant_delivery_suite: TEXT },
		{ copy: COPIES.units }
	);
	const births = numbers(units, 'births_2015_16');
	const suites = strings(units, 'consultant_delivery_suite');
	const towns = strings(units, 'town');
	const ofUnits = strings(units, 'unit').map((unit, row): Evidence => {
		const printed = `${unit}, ${towns[row] ?? ''}`;
		return {
			id: idOf(printed, COPIES.units),
			...of('nw-lms-needs-assessment', '2015/16'),
			quotation: `printed in its table of units: ${printed}; births 2015/16 ${births[row] ?? NaN}; consultant delivery suite ${suites[row] ?? ''}`
		};
	});
	const statements = context.csv(
		{ document_id: TEXT, area: TEXT, what: TEXT, value: OPTIONAL_TEXT, period: OPTIONAL_TEXT },
		{
			copy: COPIES.statements,
			keep: ({ what, area }) => BORN_THERE.test(String(what)) && /\bHospital\b/.test(String(area))
		}
	);
	const [areas, what] = [strings(statements, 'area'), strings(statements, 'what')];
	const [values, periods] = [
		optionalStrings(statements, 'value'),
		optionalStrings(statements, 'period')
	];
	const ofStatements = strings(statements, 'document_id').map((document, row): Evidence => ({
		id: idOf(areas[row] ?? '', COPIES.statements),
		...of(document, periods[row] ?? 'no stated year'),
		quotation: `printed of ${areas[row] ?? ''}: ${what[row] ?? ''}, ${values[row] ?? ''}%`
	}));
	return [...ofUnits, ...ofStatements];
}

const MONTHS = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December'
];

/** The first date in words of a source ("16 June 2021; page undated", "2021-22"); null without one. */
function dateIn(words: string): string | null {
	const [, day = '', name = '', of = ''] = /\b(\d{1,2}) ([A-Z][a-z]+) (\d{4})\b/.exec(words) ?? [];
	const month = MONTHS.indexOf(name) + 1;
	if (month > 0) return `${of}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
	return /\b\d{4}\b/.exec(words)?.[0] ?? null;
}
