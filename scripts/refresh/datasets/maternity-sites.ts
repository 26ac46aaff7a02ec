import {
	makeTable,
	strings,
	stringsBy,
	type Cell,
	type Column
} from '../../../src/lib/facts/table.ts';
import { assetTable, PLACE_SPECS, type AssetClaim, hashKey, textOf } from '../assets.ts';
import { LSOA, OPTIONAL_TEXT, TEXT } from '../columns.ts';
import type { DatasetReader } from '../dataset.ts';
import { SourceError } from '../source-error.ts';
import { sortRows } from '../tables.ts';

type Claimed = Pick<AssetClaim, 'kind' | 'subkind' | 'status'>;

/** What the words of the list's `service_status` begin with, and what they mean here. */
const SERVICES: [start: string, claimed: Claimed][] = [
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
	// Not known to hold births, so not among the places of birth, whatever its name.
	[
		'birthing unit by ODS site name only',
		{ kind: 'maternity-named-site', subkind: 'clinic', status: 'unverified' }
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
		const plain = context.csv(specs, { copy: LISTS.plain });
		const evidenced = context.csv({ ...specs, ...EVIDENCE }, { copy: LISTS.withEvidence });
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
		const places = {
			rows: plain.rows + evidenced.rows,
			columns: { ...columns, lsoa21: { type: 'code' as const, values: lsoa21 } }
		};
		return assetTable(context, places, 'maternity', (row, file) => {
			const words = String(row.service_status);
			const service = SERVICES.find(([start]) => words.startsWith(start));
			if (!service) {
				throw new SourceError(file, `${JSON.stringify(words)} is not a known kind of service`);
			}
			return {
				key: hashKey(row.name, row.postcode),
				...service[1],
				// A check is good for a year: one "as of" an earlier year is told, and does not verify.
				...(row.confirmed !== null && { status: 'unverified' as const }),
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

/** What confirms each place of the register of maternity sites, as far as the list has it in columns. */
export const maternityEvidence: DatasetReader = {
	id: 'maternity-evidence',
	after: ['maternity-sites'],
	read(context) {
		const read = context.csv({ name: TEXT, postcode: TEXT, ...EVIDENCE });
		const [names, postcodes] = [strings(read, 'name'), strings(read, 'postcode')];
		const known = new Set(strings(context.table('maternity-sites'), 'id'));
		const ids = names.map((name, row) => `maternity-${hashKey(name, postcodes[row] ?? '')}`);
		for (const [row, id] of ids.entries()) {
			if (known.has(id)) continue;
			throw new SourceError(context.source().path, `${names[row]} is not in maternity-sites`);
		}
		const { confirmed, source_url, source_date, quotation } = read.columns;
		return sortRows(
			makeTable({
				id: { type: 'code', values: ids },
				confirmed,
				source_url,
				source_date,
				quotation
			}),
			'id'
		);
	}
};
