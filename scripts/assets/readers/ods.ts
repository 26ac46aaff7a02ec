/**
 * Files of the NHS Organisation Data Service in its standard layout of 27 columns without a
 * heading: epraccur (general practices), ets (sites of trusts), edispensary (dispensaries). Which
 * one a file is stands in its name alone, so it must keep it or be named by `--as`.
 */
import type { AssetKind } from '../../../src/lib/register/kinds.ts';
import { AssetTable, joinAddress, type AssetClaim } from '../asset-table.ts';
import type { AssetReader, EntryText, Head } from '../reader.ts';
import type { Row } from '../rows.ts';
import { dateOf } from './companies-house.ts';
import { oglFrom, PLACED_BY_POSTCODE } from './words.ts';

const COLUMNS = [
	'Organisation Code',
	'Name',
	'National Grouping',
	'High Level Health Geography',
	'Address Line 1',
	'Address Line 2',
	'Address Line 3',
	'Address Line 4',
	'Address Line 5',
	'Postcode',
	'Open Date',
	'Close Date',
	'Status Code',
	'Organisation Sub-Type Code',
	'Parent Organisation Code',
	'Join Parent Date',
	'Left Parent Date',
	'Contact Telephone Number',
	'Null 19',
	'Null 20',
	'Null 21',
	'Amended Record Indicator',
	'Null 23',
	'Current Care Organisation',
	'Null 25',
	'Prescribing Setting',
	'Null 27'
] as const;

/** Prescribing settings that are a general practice. */
const GENERAL_PRACTICE = '4';
/** Names of sites for maternity, as the register of sites writes them. */
const MATERNITY = /\b(matern|midwi|birth|antenatal|ante-natal)/i;

interface Report {
	id: string;
	/** Name of the file. */
	file: RegExp;
	entry: Pick<EntryText, 'id' | 'title' | 'done' | 'defects'>;
	prefix: string;
	code: RegExp;
	kind: AssetKind;
	keep(row: Row): boolean;
	more?(row: Row): Partial<AssetClaim>;
}

const REPORTS: readonly Report[] = [
	{
		id: 'ods-epraccur',
		file: /^epraccur/,
		prefix: 'gp',
		code: /^[A-Z]\d{5}$/,
		kind: 'gp-practice',
		entry: {
			id: 'gp-practice-sites',
			title: 'GP practices, main sites',
			done: ['Active prescribing cost centres of the setting general practice'],
			defects: ['Main sites only, no branches']
		},
		keep: (row) => row.text('Prescribing Setting') === GENERAL_PRACTICE
	},
	{
		id: 'ods-ets',
		file: /^ets/,
		prefix: 'maternity-named',
		code: /^[A-Z0-9]{5,9}$/,
		kind: 'maternity-named-site',
		entry: {
			id: 'maternity-sites-named',
			title: 'Sites of NHS trusts whose name mentions maternity',
			done: ['Open sites whose name mentions maternity, midwives or birth; all others left out'],
			defects: ['A name is not a service: a site with such a name may not be a place of birth']
		},
		keep: (row) => MATERNITY.test(row.text('Name') ?? ''),
		more: (row) => ({
			subkind: subkindOf(row.required('Name')),
			note: row.required('Name')
		})
	},
	{
		id: 'ods-edispensary',
		file: /^edispensary/,
		prefix: 'pharmacy',
		code: /^[A-Z0-9]{3,6}$/,
		kind: 'pharmacy',
		entry: {
			id: 'pharmacies',
			title: 'Pharmacies',
			done: ['Dispensaries without a date of closing'],
			defects: ['May include appliance contractors and distance sellers']
		},
		keep: () => true
	}
];

function subkindOf(name: string): string {
	if (/birth(ing)? (cent|unit|suite)|birth centre/i.test(name)) return 'birth-centre';
	return /hub|clinic|antenatal|ante-natal/i.test(name) ? 'clinic' : 'department';
}

/** 27 cells, the first a code, and a number of columns no other table without heading has. */
const isReport = ({ names, kind }: Head): boolean =>
	kind === 'csv' && names.length === COLUMNS.length && /^[A-Z0-9]{3,9}$/.test(names[0] ?? '');

export const odsReaders: readonly AssetReader[] = REPORTS.map((report) => ({
	id: report.id,
	title: `${report.id.slice(4)} of the NHS Organisation Data Service (CSV of 27 columns without heading)`,
	main: 'organisations',
	recognise: (head) => (isReport(head) && report.file.test(head.member) ? 'organisations' : null),
	layout: () => ({
		columns: [],
		headerless: COLUMNS,
		format: { kind: 'csv', delimiter: ',' }
	}),
	async read(context) {
		const entry: EntryText = {
			...report.entry,
			publisher: 'NHS England (Organisation Data Service)',
			official: 'https://digital.nhs.uk/services/organisation-data-service',
			licence: 'OGL-3.0',
			attribution: oglFrom('NHS England'),
			period: `register of ${context.collected}`,
			geography: 'points',
			coverage: 'England',
			done: [...report.entry.done, PLACED_BY_POSTCODE]
		};
		const table = new AssetTable(context, entry, report.prefix);
		let others = 0;
		for await (const row of context.rows('organisations')) {
			const code = row.required('Organisation Code');
			if (!report.code.test(code)) {
				throw row.wrong('Organisation Code', `${JSON.stringify(code)} is no code of ${report.id}`);
			}
			const status = row.text('Status Code');
			const closed = row.day('Close Date') !== null || (status !== null && !/^A/i.test(status));
			if (closed || !report.keep(row)) {
				others++;
				continue;
			}
			table.add(row, {
				key: code,
				name: row.required('Name'),
				kind: report.kind,
				status: 'verified',
				address: joinAddress(...[1, 2, 3, 4, 5].map((n) => row.text(`Address Line ${n}`))),
				postcode: context.lookups.tidyPostcode(row.text('Postcode')),
				phone: row.text('Contact Telephone Number'),
				sourceDetail: code,
				firstSeen: row.day('Open Date'),
				...report.more?.(row)
			});
		}
		context.say(`${entry.id}: ${table.summary()}; ${others} closed or of another kind left out`);
		const collected = dateOf(context.collected);
		return [{ folder: 'assets', entry, collected, table: table.finish(collected) }];
	}
}));
