/**
 * Companies House, free company data product (`BasicCompanyDataAsOneFile-YYYY-MM-DD.csv` or its
 * parts): community interest companies that are active. Some of its column names begin with a
 * blank, which is passed over.
 *
 * The layout was checked against public code and notes that read or print the whole header (55
 * columns, dates as dd/mm/yyyy, blanks before `CompanyNumber` and `RegAddress.AddressLine2`), and not
 * against the publisher's file itself.
 *
 * The address is the registered office, kept apart from where people go.
 */
import { AssetTable, joinAddress } from '../asset-table.ts';
import type { AssetReader } from '../reader.ts';
import { hasAll, oglFrom, PLACED_BY_POSTCODE, separated } from './words.ts';

const COLUMNS = [
	'CompanyName',
	'CompanyNumber',
	'RegAddress.CareOf',
	'RegAddress.POBox',
	'RegAddress.AddressLine1',
	'RegAddress.AddressLine2',
	'RegAddress.PostTown',
	'RegAddress.County',
	'RegAddress.PostCode',
	'CompanyCategory',
	'CompanyStatus',
	'IncorporationDate',
	'SICCode.SicText_1'
] as const;
const CIC = 'Community Interest Company';

export const companiesHouse: AssetReader = {
	id: 'companies-house',
	title: 'bulk company data of Companies House (CSV): community interest companies',
	main: 'companies',
	recognise: (head) =>
		hasAll(head, ['CompanyNumber', 'CompanyCategory', 'RegAddress.PostCode']) ? 'companies' : null,
	layout: (_, head) => ({ columns: COLUMNS, format: separated(head) }),
	async read(context) {
		const entry = {
			id: 'community-interest-companies',
			title: 'Community interest companies by registered office',
			publisher: 'Companies House',
			official: 'https://download.companieshouse.gov.uk/en_output.html',
			licence: 'OGL-3.0' as const,
			attribution: oglFrom('Companies House'),
			period: `snapshot of ${context.collected}`,
			geography: 'points',
			coverage: 'United Kingdom',
			done: [
				'Active companies of the category "Community Interest Company"; all others left out',
				PLACED_BY_POSTCODE
			],
			defects: ['The place is the registered office, often that of an accountant or of a director']
		};
		const table = new AssetTable(context, entry, 'cic');
		let others = 0;
		for await (const row of context.rows('companies')) {
			if (
				row.text('CompanyCategory') !== CIC ||
				!/^active/i.test(row.text('CompanyStatus') ?? '')
			) {
				others++;
				continue;
			}
			const part = (name: string) => row.text(`RegAddress.${name}`);
			table.add(row, {
				key: row.required('CompanyNumber'),
				name: row.required('CompanyName'),
				kind: 'charity',
				subkind: 'cic',
				status: 'verified',
				registeredAddress: joinAddress(
					part('POBox') && `PO Box ${part('POBox')}`,
					part('AddressLine1'),
					part('AddressLine2'),
					part('PostTown'),
					part('County')
				),
				registeredPostcode: context.lookups.tidyPostcode(part('PostCode')),
				companyNumber: row.required('CompanyNumber'),
				firstSeen: row.day('IncorporationDate'),
				note: row.text('SICCode.SicText_1')
			});
		}
		context.say(`${entry.id}: ${table.summary()}; ${others} other or inactive companies left out`);
		const collected = dateOf(context.collected);
		return [{ folder: 'assets', entry, collected, table: table.finish(collected) }];
	}
};

/** The date of a source that does not say it in its rows. */
export function dateOf(collected: string | null): string {
	if (collected === null) {
		throw new Error('neither the file nor its name says of when it is; give it with --collected');
	}
	return collected;
}
